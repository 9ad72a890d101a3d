import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeAdmin, type FakeAdmin } from '../../src/proxy/testing/fake-admin.ts';
import { run } from '../testing/run.ts';

const admin3 = 'type.googleapis.com/envoy.admin.v3.';
const clusters = {
  '@type': `${admin3}ClustersConfigDump`,
  static_clusters: [{ cluster: { name: 'agent', type: 'STATIC' } }],
};
const bootstrap = {
  '@type': `${admin3}BootstrapConfigDump`,
  bootstrap: { node: { metadata: { API_TOKEN: 'hidden' } } },
};
const statuses = {
  cluster_statuses: [
    {
      name: 'agent',
      host_statuses: [{ address: { socket_address: { address: '127.0.0.1', port_value: 9 } } }],
    },
  ],
};

let admin: FakeAdmin;
let folder: string;
let levels: Record<string, string>;

beforeAll(async () => {
  admin = await fakeAdmin((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://a');
    for (const [name, level] of searchParams) if (name in levels) levels[name] = level;
    const list = Object.entries(levels).map(([name, level]) => `  ${name}: ${level}\n`);
    if (pathname === '/logging') response.end(`active loggers:\n${list.join('')}`);
    else
      response.end(JSON.stringify(pathname === '/clusters' ? statuses : { configs: [bootstrap, clusters] }));
  });
});
afterAll(() => admin.close());
beforeEach(() => {
  levels = { http: 'warning', rbac: 'warning' };
  folder = mkdtempSync(join(tmpdir(), 'meshctl-live-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const proxyConfig = (...argv: readonly string[]) => run(['proxy-config', ...argv], { cwd: folder });

describe('tables of a live proxy', () => {
  test.each([
    ['cluster', 'agent'],
    ['endpoint', '127.0.0.1:9'],
    ['bootstrap', 'API_TOKEN'],
  ])('%s', async (command, cell) => {
    const { code, out, err } = await proxyConfig(command, '--admin', admin.address);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(cell);
  });

  test('take an address without a scheme', async () => {
    const { code } = await proxyConfig('cluster', '--admin', admin.address.replace('http://', ''));
    expect(code).toBe(0);
  });

  test.each([
    ['https://a', 'an address without a path'],
    ['http://127.0.0.1:15000/config_dump', 'an address without a path'],
    ['http://', 'an address without a path'],
  ])('refuse %s', async (address, message) => {
    const { code, err } = await proxyConfig('cluster', '--admin', address);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test.each([
    ['http://127.0.0.1:1/config_dump', 2, 'is no admin port'],
    ['http://', 2, 'is no admin port'],
    ['https://127.0.0.1:1', 2, 'is no admin port'],
  ])('compare with live proxies, not with %s', async (source, code, message) => {
    const result = await proxyConfig('diff', `${admin.address}/`, source);
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(message)]);
    expect(await proxyConfig('diff', admin.address, admin.address)).toMatchObject({ code: 0 });
  });

  test('take one source', async () => {
    const { code, err } = await proxyConfig('cluster', '--admin', admin.address, '-f', 'a.json');
    expect(code).toBe(2);
    expect(err).toContain('--file and --admin name a proxy');
    expect((await proxyConfig('cluster')).err).toContain('--admin <url>');
  });

  test('say when nobody answers, with the exit code of a failed environment', async () => {
    const gone = await fakeAdmin(() => undefined);
    await gone.close();
    const { code, out, err } = await proxyConfig('cluster', '--admin', gone.address);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(`cannot read from the proxy at ${gone.address}`);
  });
});

describe('log', () => {
  test('shows levels, as text and as data', async () => {
    const { out } = await proxyConfig('log', '--admin', admin.address);
    expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
      'LOGGER  LEVEL',
      'http    warning',
      'rbac    warning',
      '',
    ]);
    const data = await proxyConfig('log', '--admin', admin.address, '-o', 'json');
    expect(JSON.parse(data.out)).toEqual([
      { logger: 'http', level: 'warning' },
      { logger: 'rbac', level: 'warning' },
    ]);
  });

  test('sets levels', async () => {
    const { code } = await proxyConfig('o', '--admin', admin.address, '--level', 'rbac:debug');
    expect([code, levels]).toEqual([0, { http: 'warning', rbac: 'debug' }]);
  });

  test.each([
    [['--level', 'rbca:debug'], 'did you mean rbac?'],
    [['--level', 'rbac:debgu'], 'did you mean debug?'],
    [['--level', 'debug', '--reset'], '--reset'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await proxyConfig('log', '--admin', admin.address, ...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(levels).toEqual({ http: 'warning', rbac: 'warning' });
  });

  test('asks for a proxy', async () => {
    expect(await proxyConfig('log')).toMatchObject({ code: 2 });
  });
});

describe('dump', () => {
  const dumped = (...argv: readonly string[]) =>
    proxyConfig('dump', '--admin', admin.address, '-o', 'dump.json', ...argv);

  test('saves what every command reads, for its owner alone', async () => {
    const { code, out, err } = await dumped();
    expect([code, out, err]).toEqual([0, '', '1 secret redacted\n']);
    expect(statSync(join(folder, 'dump.json')).mode & 0o777).toBe(0o600);
    for (const command of ['cluster', 'endpoint']) {
      const saved = await proxyConfig(command, '-f', 'dump.json');
      const live = await proxyConfig(command, '--admin', admin.address);
      expect([saved.err, saved.out]).toEqual(['', live.out]);
    }
  });

  test('takes the permissions of others from a file that is there', async () => {
    writeFileSync(join(folder, 'dump.json'), 'old', { mode: 0o644 });
    await dumped();
    expect(statSync(join(folder, 'dump.json')).mode & 0o777).toBe(0o600);
  });

  test('leaves secrets out, of a saved dump too, unless asked for', async () => {
    const { err } = await dumped('--show-secrets');
    expect(err).toBe('');
    expect(readFileSync(join(folder, 'dump.json'), 'utf8')).toContain('hidden');
    const { out } = await proxyConfig('dump', '-f', 'dump.json', '-o', '-');
    expect(out).not.toContain('hidden');
    expect(JSON.parse(out)).toMatchObject({ configs: [{}, clusters, statuses] });
  });

  test('leaves the file alone when the proxy fails', async () => {
    writeFileSync(join(folder, 'dump.json'), 'old');
    const gone = await fakeAdmin((_, response) => response.destroy());
    expect(await proxyConfig('dump', '--admin', gone.address, '-o', 'dump.json')).toMatchObject({ code: 3 });
    await gone.close();
    expect(readFileSync(join(folder, 'dump.json'), 'utf8')).toBe('old');
  });
});
