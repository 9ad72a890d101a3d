import { createServer, connect, type Server } from 'node:net';
import { join } from 'node:path';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issue } from '../../src/kube/testing/certificate.ts';
import { envoyProgram, startEnvoy, type RealEnvoy } from '../../src/proxy/testing/real-envoy.ts';
import type { JsonObject } from '../../src/resources/index.ts';
import { run } from '../testing/run.ts';

const program = await envoyProgram();

const any = 'type.googleapis.com/envoy.extensions';
const local = (port: number) => ({ socket_address: { address: '127.0.0.1', port_value: port } });

describe.skipIf(program === undefined)('a real Envoy', () => {
  let envoy: RealEnvoy;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'meshctl-live-'));
    envoy = await startEnvoy(program ?? '', bootstrap());
  });
  afterAll(async () => {
    await envoy.stop();
    rmSync(folder, { recursive: true });
  });

  const proxyConfig = (...argv: readonly string[]) => run(['proxy-config', ...argv], { cwd: folder });
  const live = (command: string, ...argv: readonly string[]) =>
    proxyConfig(command, '--admin', envoy.address, ...argv);

  test.each([
    ['bootstrap', 'Envoy Version: 1.40.0'],
    ['cluster', 'outbound'],
    ['listener', 'Inline Route: /*'],
    ['route', 'web'],
    ['secret', 'no secrets'],
    ['endpoint', '127.0.0.1:9'],
    ['eds', '127.0.0.1:9'],
    ['all', 'listener/'],
  ])('shows the same live and saved: %s', async (command, cell) => {
    expect(await live('dump', '-o', 'dump.json', '--show-secrets')).toMatchObject({ code: 0 });
    const asked = await live(command, '-o', 'short');
    expect([asked.code, asked.err]).toEqual([0, '']);
    expect(asked.out).toContain(cell);
    expect(await proxyConfig(command, '-f', 'dump.json', '-o', 'short')).toEqual(asked);
  });

  test('has no extension configuration, which is said', async () => {
    const { code, err } = await live('ecds');
    expect([code, err]).toEqual([2, expect.stringContaining('has no section of extension configuration')]);
  });

  test('takes levels of logs, tells them, and goes back to those it was started with', async () => {
    const levels = async (...argv: readonly string[]) => {
      const { out } = await live('log', '-o', 'json', ...argv);
      const list = JSON.parse(out) as { logger: string; level: string }[];
      return list.filter(({ logger }) => /^(admin|http|rbac)$/.test(logger)).map(({ level }) => level);
    };
    expect(await levels()).toEqual(['error', 'critical', 'error']);
    expect(await levels('--level', 'rbac:debug,info')).toEqual(['info', 'info', 'debug']);
    expect(await levels()).toEqual(['info', 'info', 'debug']);
    expect(await levels('--reset')).toEqual(['error', 'critical', 'error']);
  });

  test('refuses unknown loggers with the one that was meant', async () => {
    const { code, err } = await live('log', '--level', 'rbca:debug');
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean rbac?')]);
  });

  test('is saved without secrets', async () => {
    const { err } = await live('dump', '-o', 'dump.json');
    expect(err).toBe('4 secrets redacted\n');
    const text = readFileSync(join(folder, 'dump.json'), 'utf8');
    expect(text).not.toMatch(/s3cret|PRIVATE KEY/);
    expect(text).toContain('"private_key":{"inline_string":"[redacted]"}');
    const { out } = await live('dump', '-o', '-', '--show-secrets');
    expect(out.match(/s3cret/g)).toHaveLength(4);
  });

  test('that does not answer in time is left', async () => {
    envoy.signal('SIGSTOP');
    const { code, err } = await live('cluster', '--request-timeout', '1s');
    envoy.signal('SIGCONT');
    expect([code, err]).toEqual([3, expect.stringContaining('did not answer in full within 1 s')]);
    expect(await live('cluster')).toMatchObject({ code: 0 });
  });

  test('is not taken for an admin interface at the port of a listener', async () => {
    const { code, err } = await proxyConfig('cluster', '--admin', await listenerAddress(envoy));
    expect([code, err]).toEqual([3, expect.stringContaining('does not answer with a dump')]);
  });

  test('that goes away in the middle of a dump fails the environment', async () => {
    const doomed = await startEnvoy(program ?? '', {
      node: { id: 'a', cluster: 'a', metadata: { BLOB: 'x'.repeat(30_000_000) } },
    });
    const relay = await relayThatEnds(doomed);
    const { code, out, err } = await proxyConfig('bootstrap', '--admin', relay.address);
    relay.server.close();
    expect([code, out, err]).toEqual([3, '', expect.stringMatching(/broke off after [1-9]\d* bytes/)]);
    expect(await proxyConfig('bootstrap', '--admin', doomed.address)).toMatchObject({
      code: 3,
      err: expect.stringContaining('refused') as string,
    });
  });
});

function bootstrap(): JsonObject {
  const { certificate, key } = issue({ name: 'server' });
  const chain = { certificate_chain: { inline_string: certificate }, private_key: { inline_string: key } };
  return {
    node: { id: 'sidecar~a', cluster: 'shop', metadata: { ISTIO_VERSION: '1.31.0', API_TOKEN: 's3cret' } },
    static_resources: {
      clusters: [cluster('outbound|9080||web.shop.svc.cluster.local')],
      listeners: [listener()],
      secrets: [{ name: 'server', tls_certificate: chain }],
    },
  };
}

function cluster(name: string): JsonObject {
  const endpoint = { endpoint: { address: local(9) } };
  return {
    ...{ name, type: 'STATIC', connect_timeout: '1s' },
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [endpoint] }] },
  };
}

function listener(): JsonObject {
  const authorization = { header: { key: 'authorization', value: 'Basic s3cret' } };
  const route = {
    match: { prefix: '/' },
    direct_response: { status: 200, body: { inline_string: 'hello' } },
    request_headers_to_add: [authorization],
  };
  const manager = {
    '@type': `${any}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: 'web',
    route_config: { name: 'web', virtual_hosts: [{ name: 'web', domains: ['*'], routes: [route] }] },
    http_filters: [
      {
        name: 'envoy.filters.http.router',
        typed_config: { '@type': `${any}.filters.http.router.v3.Router` },
      },
    ],
  };
  const filter = { name: 'envoy.filters.network.http_connection_manager', typed_config: manager };
  return { name: 'web', address: local(0), filter_chains: [{ filters: [filter] }] };
}

async function listenerAddress({ address }: RealEnvoy): Promise<string> {
  const answer = await fetch(`${address}/listeners?format=json`);
  const { listener_statuses: statuses } = (await answer.json()) as {
    listener_statuses: { local_address: ReturnType<typeof local> }[];
  };
  return `http://127.0.0.1:${statuses[0]?.local_address.socket_address.port_value ?? 0}`;
}

/** Passes connections on to an Envoy, which it ends as soon as the answer has begun. */
async function relayThatEnds(envoy: RealEnvoy): Promise<{ server: Server; address: string }> {
  const { port } = new URL(envoy.address);
  const server = createServer((client) => {
    const upstream = connect(Number(port), '127.0.0.1');
    client.pipe(upstream).on('error', () => client.destroy());
    upstream.once('data', (first) => {
      upstream.pause();
      client.write(first);
      void envoy.stop().then(() => upstream.pipe(client));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return { server, address: `http://127.0.0.1:${typeof bound === 'object' ? (bound?.port ?? 0) : 0}` };
}
