import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeAdmin, type FakeAdmin } from '../../src/proxy/testing/fake-admin.ts';
import { run } from '../testing/run.ts';

const file = 'testdata/ztunnel/maps.json';
const dump = readFileSync(file, 'utf8');
const cwd = process.cwd();

let ztunnel: FakeAdmin;
let other: FakeAdmin;
let asked: string[];

beforeAll(async () => {
  let levels = 'info';
  ztunnel = await fakeAdmin((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://a');
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (pathname === '/config_dump') response.end(dump);
    else if (searchParams.get('level') === 'trace') response.writeHead(400).end('Invalid level provided');
    else {
      levels = searchParams.has('reset') ? 'info' : [levels, ...searchParams.values()].join(',');
      response.end(`current log level is ${levels.replaceAll(':', '=').replaceAll('==', '::')}\n`);
    }
  });
  other = await fakeAdmin((_, response) => response.end('{"configs": []}'));
});
afterAll(() => Promise.all([ztunnel.close(), other.close()]));
beforeEach(() => {
  asked = [];
});

const zc = (...argv: readonly string[]) => run(['zc', ...argv], { cwd });

describe('tables of a live ztunnel', () => {
  test.each(['workload', 'service', 'policy', 'certificate', 'connections', 'all'])(
    'are those of its dump: %s',
    async (command) => {
      const argv = [command, '-o', 'short', ...(command === 'all' ? ['--now', '2031-01-01'] : [])];
      expect(await zc(...argv, '--admin', ztunnel.address)).toEqual(await zc(...argv, '-f', file));
      expect(asked).toEqual(['GET /config_dump']);
    },
  );

  test.each([
    ['an Envoy', () => other.address, 'is a dump of Envoy, not of ztunnel'],
    ['nobody', () => 'http://127.0.0.1:1', 'cannot read from the ztunnel at http://127.0.0.1:1'],
  ])('fail the environment when %s answers', async (_, address, message) => {
    const { code, out, err } = await zc('w', '--admin', address());
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(message);
  });

  test.each([
    ['two sources', ['w', 'ztunnel-1', '-f', file], 'a pod and --file name a ztunnel'],
    ['an address and a node', ['w', '--admin', 'a:1', '--node', 'b'], '--admin and --node name a ztunnel'],
    ['connections of any ztunnel', ['connections'], 'each ztunnel has its own'],
    ['certificates of any ztunnel', ['certificate'], 'each ztunnel has its own'],
    ['levels for any ztunnel', ['log', '--level', 'debug'], 'each ztunnel has its own'],
    ['to set back any ztunnel', ['log', '--reset'], 'each ztunnel has its own'],
  ])('refuse %s', async (_, argv, message) => {
    const { code, err } = await zc(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('come from the cluster when nothing else is named', async () => {
    const { code, err } = await zc('w', '--kubeconfig', 'none');
    expect([code, err]).toEqual([3, expect.stringContaining('kubeconfig')]);
  });
});

describe('log', () => {
  const levels = async (...argv: readonly string[]) => {
    const { code, out } = await zc('log', '--admin', ztunnel.address, '-o', 'json', ...argv);
    expect(code).toBe(0);
    const [one] = JSON.parse(out) as { loggers: { logger: string; level: string }[] }[];
    return one?.loggers.map(({ logger, level }) => `${logger} ${level}`);
  };

  test('shows levels, sets them, and sets them back', async () => {
    expect(await levels()).toEqual(['* info']);
    expect(await levels('--level', 'access:off,warning')).toEqual(['* warn', 'access off']);
    expect(await levels('--reset')).toEqual(['* info']);
    expect(asked).toEqual([
      'POST /logging',
      'POST /logging?level=warn%2Caccess%3Aoff',
      'POST /logging?reset',
    ]);
  });

  test('prints a table', async () => {
    const { out } = await zc('log', '--admin', ztunnel.address, '-o', 'short');
    expect(out.replace(/\d+/g, 'N').split(/\s+/)).toEqual([
      ...['ZTUNNEL', 'LOGGER', 'LEVEL', 'http://N.N.N.N:N', '*', 'info', ''],
    ]);
  });

  test('says what the ztunnel does not like', async () => {
    const { code, err } = await zc('log', '--admin', ztunnel.address, '--level', 'trace');
    expect([code, err]).toEqual([3, expect.stringContaining('Invalid level provided')]);
  });

  test.each([
    [['--level', 'loud'], 'is no level of logs'],
    [['--level', 'debug', '--reset'], '--reset'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await zc('log', '--admin', ztunnel.address, ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(asked).toEqual([]);
  });
});
