import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const cwd = process.cwd();
const dump = 'testdata/proxy/config-dump.json';
const text = readFileSync(dump, 'utf8');
const statuses = 'testdata/proxy/clusters.json';
const pc = (argv: readonly string[], stdin = '') => run(['proxy-config', ...argv], { cwd, stdin });
const headersOf = (out: string): string[] => (out.split('\n')[0] ?? '').split(/ {2,}/);

describe('tables have the columns of istioctl', () => {
  test.each<[string, readonly string[], string]>([
    ['cluster', [], 'SERVICE FQDN, PORT, SUBSET, DIRECTION, TYPE, DESTINATION RULE'],
    ['listener', [], 'ADDRESSES, PORT, MATCH, DESTINATION'],
    ['listener', ['--verbose=false'], 'ADDRESSES, PORT, TYPE'],
    ['listener', ['--brief'], 'ADDRESSES, PORT, TYPE'],
    ['listener', ['--verbose'], 'ADDRESSES, PORT, MATCH, DESTINATION'],
    ['route', [], 'NAME, VHOST NAME, DOMAINS, MATCH, VIRTUAL SERVICE'],
    ['route', ['--verbose=false'], 'NAME, VIRTUAL HOSTS'],
    ['eds', [], 'NAME, STATUS, LOCALITY, CLUSTER'],
    ['endpoint', [], 'ENDPOINT, STATUS, OUTLIER CHECK, CLUSTER'],
    ['secret', [], 'RESOURCE NAME, TYPE, STATUS, VALID CERT, SERIAL NUMBER, NOT AFTER, NOT BEFORE'],
    ['ecds', [], 'ECDS NAME, TYPE'],
  ])('%s %s', async (command, flags, headers) => {
    const file = command === 'endpoint' ? statuses : dump;
    for (const format of [[], ['-o', 'short'], ['-o', 'table']]) {
      const { code, out } = await pc([command, '-f', file, ...flags, ...format]);
      expect([code, headersOf(out).join(', ')]).toEqual([0, headers]);
    }
    const { out: wide } = await pc([command, '-f', file, ...flags, '-o', 'wide']);
    expect(headersOf(wide).join(', ').startsWith(`${headers}, `)).toBe(true);
  });
});

describe('every name that istioctl has leads to a command', () => {
  const names =
    'cluster clusters c listener listeners l route routes r eds secret secrets s ecds ec all a bootstrap b';
  test.each(names.split(' '))('pc %s', async (name) => {
    const { code, err } = await run(['pc', name, '--file', dump], { cwd });
    expect([code, err]).toEqual([0, '']);
  });
  test.each(['endpoint', 'endpoints', 'ep'])('pc %s', async (name) => {
    expect((await run(['pc', name, '--file', statuses], { cwd })).code).toBe(0);
  });
});

describe('a dump comes from', () => {
  test('standard input', async () => {
    const { code, out } = await pc(['cluster', '-f', '-', '--subset', 'v2'], text);
    expect([code, out.split('\n').length]).toEqual([0, 3]);
  });

  test('a compressed file', async () => {
    const folder = await temporaryFolder({ 'x.json': '' });
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${folder}/x.json.gz`, gzipSync(text));
    const { code, out } = await run(['proxy-config', 'route', '-f', 'x.json.gz', '--brief'], { cwd: folder });
    expect([code, out.split('\n').length]).toEqual([0, 6]);
  });
});

test('what no resource matches is an empty table or list, and no error', async () => {
  const { code, out } = await pc(['cluster', '-f', dump, '--fqdn', 'none']);
  expect([code, out.trim().split('\n')]).toEqual([0, [expect.stringMatching(/^SERVICE FQDN/)]]);
  expect(await pc(['route', '-f', dump, '--name', 'none', '-o', 'json'])).toMatchObject({
    code: 0,
    out: '[]\n',
  });
});

describe('JSON and YAML', () => {
  test.each(['cluster', 'listener', 'route', 'eds', 'secret', 'ecds', 'bootstrap', 'all'])(
    '%s has the same data in both',
    async (command) => {
      const { load } = await import('js-yaml');
      const [json, yaml] = await Promise.all([
        pc([command, '-f', dump, '-o', 'json']),
        pc([command, '-f', dump, '-o', 'yaml']),
      ]);
      expect(load(yaml.out)).toEqual(JSON.parse(json.out));
    },
  );

  test('all is the data of the dump as it came', async () => {
    expect(JSON.parse((await pc(['all', '-f', dump, '-o', 'json'])).out)).toEqual(JSON.parse(text));
  });

  test.each([
    ['all', '-o', 'json'],
    ['all', '-o', 'yaml'],
    ['dump', '-o', '-'],
  ])('%s %s %s has escapes for what would steer a terminal', async (...args) => {
    const { load } = await import('js-yaml');
    const odd = '{"configs":[{"@type":"x/New","name":"a\u009b31m\u202e"}]}';
    const { out } = await pc([...args, '-f', '-'], odd);
    expect(out).toContain('a\\u009b31m\\u202e');
    expect(load(out)).toEqual(JSON.parse(odd));
  });

  test('all of what is not JSON inside is no output, and an error of the input', async () => {
    expect(await pc(['all', '-f', '-', '-o', 'json'], '{"configs":[{"x":nope}]}')).toMatchObject({
      ...{ code: 2, out: '' },
    });
  });

  test('bootstrap is JSON unless a format is asked for', async () => {
    expect(JSON.parse((await pc(['bootstrap', '-f', dump])).out)).toHaveProperty('bootstrap.node.id');
    expect((await pc(['bootstrap', '-f', dump, '-o', 'short'])).out).toMatch(/^Istio Version: +1\.31\.0\n/);
    expect((await pc(['bootstrap', '-f', dump, '-o', 'wide'])).out).toMatch(/^Workload: +reader$/m);
  });
});

describe('all', () => {
  test('has the sort of a resource before its name, and titles when asked for', async () => {
    const { out } = await pc(['all', '-f', dump, '--with-headers', '--port', '9090']);
    expect(out.match(/^------ .*/gm)?.map((line) => line.split(' ')[1])).toEqual([
      ...['BOOTSTRAP', 'CLUSTER', 'LISTENER', 'ROUTE', 'SECRET', 'ENDPOINTS'],
    ]);
    for (const name of [
      'cluster/outbound',
      'listener/shelf',
      'route/https',
      'secret/kubernetes:',
      'endpoint/10.1',
    ])
      expect(out).toContain(`\n${name}`);
    expect(out).not.toContain('10.2.0.7:9091');
  });

  test('has one line for each resource when it is brief', async () => {
    const { out } = await pc(['all', '-f', dump, '--verbose=false']);
    expect(out).toMatch(/^NAME +ADDRESSES +PORT +TYPE$/m);
    expect(out).toMatch(/^NAME +VIRTUAL HOSTS$/m);
  });
});

describe('the wrong file is named', () => {
  test('endpoint of a config dump: an empty table and a word about eds', async () => {
    const { code, out, err } = await pc(['endpoint', '-f', dump]);
    expect([code, out.split('\n').length]).toEqual([0, 2]);
    expect(err).toContain('meshctl proxy-config eds');
  });

  test('eds of cluster statuses: an empty table and a word about endpoint', async () => {
    const { code, out, err } = await pc(['eds', '-f', statuses]);
    expect([code, out.split('\n').length]).toEqual([0, 2]);
    expect(err).toContain('meshctl proxy-config endpoint');
  });

  test('others of cluster statuses: an error', async () => {
    const { code, out, err } = await pc(['cluster', '-f', statuses]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('meshctl proxy-config endpoint');
  });
});

describe('exit code 2', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no dump', ['cluster'], /no proxy is named/],
    ['no such file', ['cluster', '-f', 'nowhere.json'], /cannot read nowhere.json/],
    ['a file of something else', ['cluster', '-f', 'package.json'], /no dump of Envoy/],
    ['a file that is no JSON', ['cluster', '-f', 'README.md'], /not the JSON/],
    ['an unknown format', ['cluster', '-f', dump, '-o', 'xml'], /does not take "xml"/],
    ['a port that is none', ['cluster', '-f', dump, '--port', 'http'], /does not take "http"/],
    ['a port that cannot be', ['listener', '-f', dump, '--port', '70000'], /does not take "70000"/],
    ['a time that is none', ['secret', '-f', dump, '--now', 'soon'], /does not take "soon"/],
    ['a flag of another command', ['cluster', '-f', dump, '--address', '1.2.3.4'], /unknown flag/],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await pc(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

test('what steers a terminal is spelt out', async () => {
  const { out } = await pc(
    ['cluster', '-f', '-'],
    text.replace('"BlackHoleCluster",', String.raw`"\u001b[2J",`),
  );
  expect(out).toContain(String.raw`\x1b[2J`);
  expect(out).not.toContain('\u001b');
});

test('wide tables tell what was refused, what waits, and for which secrets', async () => {
  const row = async (command: string, name: RegExp): Promise<string> => {
    const { out } = await pc([command, '-f', dump, '-o', 'wide']);
    return out.split('\n').find((line) => name.test(line)) ?? '';
  };
  expect(await row('listener', /waiting/)).toMatch(/ waiting +kubernetes:\/\/missing +warming /);
  expect(await row('listener', /virtualOutbound +active/)).toMatch(/ duplicate filter chain$/);
  expect(await row('cluster', /^new/)).toMatch(/ warming /);
  expect(await row('cluster', /unknown lb policy/)).toMatch(/ active .* unknown lb policy$/);
});
