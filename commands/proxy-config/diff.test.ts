import { expect, it, onTestFinished, vi } from 'vitest';
import { fakeAdmin, type FakeAdmin } from '../../src/proxy/testing/fake-admin.ts';
import { main } from '../main.ts';
import { bareIo, run, type Result } from '../testing/run.ts';
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
  ['one dump', ['a.json'], 'add --watch'],
  ['to watch a saved dump', ['--watch', 'a.json'], 'a.json is a saved dump'],
  ['to watch no time at all', ['--watch-for', '0', 'a.json'], 'use a time'],
])('refuses %s with exit code 2', async (_, args, words) => {
  const { code, out, err } = await diff(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

it('takes a name that is no file for a pod', async () => {
  const { code, err } = await diff('a.json', 'web.shop', '--kubeconfig', 'gone.yaml');
  expect([code, err]).toEqual([3, expect.stringContaining('gone.yaml')]);
});

/** A proxy that answers with each dump in turn, then always with the last one; what is no dump breaks the answer off. */
async function proxyWith(...dumps: readonly string[]): Promise<FakeAdmin> {
  let next = 0;
  const admin = await fakeAdmin((_, response) => {
    const answer = dumps[Math.min(next++, dumps.length - 1)] ?? '';
    if (answer === '') response.destroy();
    else response.end(answer);
  });
  onTestFinished(() => admin.close());
  return admin;
}

const time = /^# \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/gm;

it('watches a proxy, waits for one that is away, and ends when it is interrupted', async () => {
  const { address } = await proxyWith(dump('10s'), dump('10s'), '', dump('1s'), dump('1s'), dump('2s'));
  const interruption = new AbortController();
  let [out, err] = ['', ''];
  const ended = main(['proxy-config', 'diff', '--watch', '--interval', '10ms', address], {
    ...bareIo,
    interrupt: () => interruption.signal,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  await vi.waitFor(() => {
    expect(out).toContain('1s -> 2s');
  }, 10_000);
  interruption.abort();
  expect(await ended).toBe(130);
  expect(out.replace(time, '# TIME')).toBe(
    '# TIME\n~ cluster cart: connect_timeout 10s -> 1s\n# TIME\n~ cluster cart: connect_timeout 1s -> 2s\n',
  );
  expect(err).toMatch(/^watching http:.*\nwarning: cannot read from the proxy/);
});

it('begins with how a proxy differs from a saved dump, one document a line', async () => {
  const { address } = await proxyWith(dump('1s'));
  const { code, out } = await diff(
    '--watch-for',
    '30ms',
    '--interval',
    '10ms',
    'a.json',
    address,
    '-o',
    'json',
  );
  expect(code).toBe(1);
  const [line = '', ...more] = out.split('\n');
  expect(JSON.parse(line)).toMatchObject({ kind: 'ProxyDiff', changed: [{ name: 'cart' }] });
  expect(more).toEqual(['']);
});

it('leaves with 0 when a watched proxy stays as it is', async () => {
  const { address } = await proxyWith(dump('1s'));
  expect(await diff('--watch-for', '30ms', '--interval', '10ms', address)).toMatchObject({
    code: 0,
    out: '',
  });
});
