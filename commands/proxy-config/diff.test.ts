import { expect, it } from 'vitest';
import { run, type Result } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const dump = (timeout: string, more: readonly object[] = []): string =>
  JSON.stringify({
    configs: [
      {
        '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
        dynamic_active_clusters: [
          {
            cluster: { name: 'cart', type: 'EDS', connect_timeout: timeout },
            last_updated: '2026-01-01T00:00:00Z',
          },
          ...more,
        ],
      },
    ],
  });

async function diff(...args: readonly string[]): Promise<Result> {
  const cwd = await temporaryFolder({
    'a.json': dump('10s'),
    'b.json': dump('1s', [{ cluster: { name: 'new' } }]),
    'broken.json': '{"configs": [',
  });
  return run(['proxy-config', 'diff', ...args], { cwd, stdin: dump('10s') });
}

it('lists what is different and exits with 1', async () => {
  expect(await diff('a.json', 'b.json')).toEqual({
    code: 1,
    out: '+ cluster new\n~ cluster cart: connect_timeout 10s -> 1s\n',
    err: '2 of 2 resources are different\n',
  });
});

it('exits with 0 when nothing is', async () => {
  expect(await diff('a.json', '-')).toEqual({ code: 0, out: '', err: '0 of 1 resources are different\n' });
});

it('prints names, a patch and a document', async () => {
  expect((await diff('-o', 'name', 'a.json', 'b.json')).out).toBe('cluster/cart\ncluster/new\n');
  expect((await diff('-o', 'patch', 'a.json', 'b.json')).out).toContain(
    '-  "connect_timeout": "10s",\n+  "connect_timeout": "1s",',
  );
  expect(JSON.parse((await diff('-o', 'json', 'a.json', 'b.json')).out)).toMatchObject({
    kind: 'ProxyDiff',
    added: [{ kind: 'cluster', name: 'new' }],
    changed: [
      { kind: 'cluster', name: 'cart', changes: [{ path: 'connect_timeout', before: '10s', after: '1s' }] },
    ],
  });
});

it.each([
  ['a file that is not there', ['a.json', 'gone.json'], 'gone.json'],
  ['a broken dump', ['broken.json', 'a.json'], 'broken.json'],
  ['standard input twice', ['-', '-'], 'one of the two'],
  ['one dump', ['a.json'], 'after'],
])('refuses %s with exit code 2', async (_, args, words) => {
  const { code, out, err } = await diff(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});
