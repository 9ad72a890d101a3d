import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const cwd = process.cwd();
const file = 'testdata/ztunnel/maps.json';
const stdin = readFileSync(file, 'utf8');

const lines = async (...argv: readonly string[]) =>
  (await run(['ztunnel-config', ...argv], { cwd, stdin })).out.split('\n').map((line) => line.trimEnd());

describe('tables', () => {
  test.each([
    ['workload', 'NAMESPACE  POD NAME  ADDRESS              NODE    WAYPOINT  PROTOCOL'],
    ['service', 'NAMESPACE  SERVICE NAME  SERVICE VIP         WAYPOINT  ENDPOINTS'],
    ['policy', 'NAMESPACE  POLICY NAME  ACTION  SCOPE'],
  ])('%s', async (command, header) => {
    expect((await lines(command, '-f', file))[0]).toBe(header);
    expect(await lines(command, '-f', '-', '-o', 'short')).toEqual(await lines(command, '-f', file));
  });

  test('all has every table, under a title when asked', async () => {
    const plain = await lines('all', '-f', file, '--now', '2031-01-01');
    expect(plain.filter((line) => line === '')).toHaveLength(5);
    const titled = await lines('all', '-f', file, '--with-headers', '--now', '2031-01-01');
    expect(titled.filter((line) => line.startsWith('------'))).toHaveLength(5);
    expect(titled.filter((line) => line !== '' && !line.startsWith('------'))).toEqual(
      plain.filter((line) => line !== ''),
    );
  });

  test('what a filter leaves nothing of has its header line', async () => {
    expect(await lines('policy', '-f', file, '--policy-namespace', 'nowhere')).toEqual([
      'NAMESPACE  POLICY NAME  ACTION  SCOPE',
      '',
    ]);
  });
});

test.each(['zc w', 'zc workloads', 'zc s', 'zc svc', 'zc pol', 'zc certs', 'zc cons', 'ztunnel-config all'])(
  '%s is a command',
  async (words) => {
    expect(await run([...words.split(' '), '--file', file], { cwd })).toMatchObject({ code: 0 });
  },
);

describe('certificate', () => {
  test('judges by the moment it is told', async () => {
    const leaf = async (now: string) => (await lines('certificate', '-f', file, '--now', now))[1];
    expect(await leaf('2030-01-01T12:00:00Z')).toContain('true');
    expect(await leaf('2030-01-03')).toContain('false');
  });

  test('says on standard error why one is unavailable, unless a program reads', async () => {
    const { err } = await run(['zc', 'cert', '-f', file], { cwd });
    expect(err).toBe(
      'note: spiffe://cluster.local/ns/archive/sa/dust is unavailable: the CA does not answer\n',
    );
    expect((await run(['zc', 'cert', '-f', file, '-o', 'short'], { cwd })).err).toBe('');
  });
});

test('json and yaml are the same data', async () => {
  for (const command of ['workload', 'service', 'policy', 'certificate', 'connections', 'all']) {
    const [json, yaml] = [
      await lines(command, '-f', file, '-o', 'json'),
      await lines(command, '-f', file, '-o', 'yaml'),
    ];
    expect(parse(yaml.join('\n'))).toEqual(JSON.parse(json.join('\n')));
  }
});

test('all as json is the dump', async () => {
  expect(JSON.parse((await lines('all', '-f', file, '-o', 'json')).join('\n'))).toEqual(JSON.parse(stdin));
});

describe('files', () => {
  test('a compressed dump is read whatever its name', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'dump'), gzipSync(stdin));
    const { out } = await run(['zc', 'w', '-f', 'dump'], { cwd: folder });
    expect(out.split('\n')).toEqual(await lines('w', '-f', file));
  });

  test.each([
    ['is missing', 'nothing.json', 'cannot read nothing.json'],
    ['is a folder', '.', 'cannot read .'],
    ['is cut short', 'short.gz', 'cannot unpack short.gz'],
    ['is a dump of Envoy', 'envoy.json', 'envoy.json is a dump of Envoy, not of ztunnel'],
  ])('one that %s is an error of the input', async (_, name, message) => {
    const folder = await temporaryFolder({ 'envoy.json': '{"configs": []}' });
    await writeFile(join(folder, 'short.gz'), gzipSync(stdin).subarray(0, 100));
    const { code, err, out } = await run(['zc', 'w', '-f', name], { cwd: folder });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`error: ${message}\n`);
  });
});

test.each(['json', 'yaml'])(
  'a field that is nested beyond measure is an error as %s, none in a table',
  async (output) => {
    const deep = `{"workloads": [{"name": "a", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`;
    const { code, err } = await run(['zc', 'w', '-f', '-', '-o', output], { stdin: deep });
    expect([code, err]).toEqual([2, expect.stringContaining('nested too deeply')]);
    expect(await run(['zc', 'w', '-f', '-'], { stdin: deep })).toMatchObject({ code: 0, err: '' });
  },
);
