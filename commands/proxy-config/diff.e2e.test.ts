import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { envoyProgram, startEnvoy, type RealEnvoy } from '../../src/proxy/testing/real-envoy.ts';
import { main } from '../main.ts';
import { bareIo, run } from '../testing/run.ts';

const program = await envoyProgram();
/** How much later the same proxy is asked again: a minute, or what MESHCTL_E2E_PAUSE says in milliseconds. */
const pause = Number(process.env.MESHCTL_E2E_PAUSE ?? 60_000);

describe.skipIf(program === undefined)('a real Envoy that gets its clusters from a file', () => {
  let envoy: RealEnvoy;
  let folder: string;

  /** Envoy looks again when a file takes the place of another one. */
  const offer = (version: string, timeouts: Readonly<Record<string, string>>): void => {
    const resources = Object.entries(timeouts).map(([name, connect_timeout]) => ({
      '@type': 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
      ...{ name, type: 'STATIC', connect_timeout },
    }));
    writeFileSync(join(folder, 'next.json'), JSON.stringify({ version_info: version, resources }));
    renameSync(join(folder, 'next.json'), join(folder, 'clusters.json'));
  };
  const offered = async (cluster: string, line: RegExp): Promise<void> => {
    await vi.waitFor(async () => {
      const { out } = await run([
        'proxy-config',
        'cluster',
        '--admin',
        envoy.address,
        '--fqdn',
        cluster,
        '-o',
        'yaml',
      ]);
      expect(out).toMatch(line);
    }, 20_000);
  };
  const diff = (...argv: readonly string[]) => run(['proxy-config', 'diff', ...argv], { cwd: folder });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'meshctl-diff-'));
    offer('1', { cart: '1s', stock: '1s' });
    envoy = await startEnvoy(program ?? '', {
      node: { id: 'a', cluster: 'a' },
      dynamic_resources: { cds_config: { path_config_source: { path: join(folder, 'clusters.json') } } },
    });
    await offered('cart', /connectTimeout: 1s/);
  });
  afterAll(async () => {
    await envoy.stop();
    rmSync(folder, { recursive: true });
  });

  test('is the same a minute later', { timeout: pause + 30_000 }, async () => {
    await run(['proxy-config', 'dump', '--admin', envoy.address, '-o', 'before.json'], { cwd: folder });
    await sleep(pause);
    expect(await diff('before.json', envoy.address)).toMatchObject({ code: 0, out: '' });
    expect(await diff(envoy.address, envoy.address)).toMatchObject({ code: 0, out: '' });
  });

  test('tells while it is watched what it was given, and nothing else', { timeout: 60_000 }, async () => {
    const interruption = new AbortController();
    let [out, err] = ['', ''];
    const ended = main(
      ['proxy-config', 'diff', '--watch', '--interval', '100ms', '-o', 'json', envoy.address],
      {
        ...bareIo,
        interrupt: () => interruption.signal,
        out: (text) => (out += text),
        err: (text) => (err += text),
      },
    );
    await vi.waitFor(() => {
      expect(err).toContain('watching');
    }, 10_000);
    offer('2', { cart: '2s', stock: '1s' });
    await vi.waitFor(() => {
      expect(out).toContain('"2s"');
    }, 20_000);
    offer('3', { cart: '2s' });
    await vi.waitFor(() => {
      expect(out).toContain('stock');
    }, 20_000);
    interruption.abort();
    expect(await ended).toBe(130);
    const [first, second, ...rest] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(first).toMatchObject({
      ...{ kind: 'ProxyDiff', added: [], removed: [] },
      changed: [
        { kind: 'cluster', name: 'cart', changes: [{ path: 'connect_timeout', before: '1s', after: '2s' }] },
      ],
    });
    expect(second).toMatchObject({
      removed: [
        { kind: 'cluster', name: 'stock' },
        { kind: 'endpoint', name: 'stock' },
      ],
      added: [],
      changed: [],
    });
    expect(rest).toEqual([]);
  });
});
