import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect as connectSocket, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, findPods, type ClusterClient } from '../../src/kube/index.ts';
import { issue } from '../../src/kube/testing/certificate.ts';
import { rigSources, startRig, type Rig } from '../../src/kube/testing/rig.ts';
import { objectWriter } from '../../src/kube/testing/write-object.ts';
import type { JsonObject } from '../../src/json.ts';
import { fieldsOf } from '../../src/object-fields.ts';
import { envoyProgram, startEnvoy, type RealEnvoy } from '../../src/proxy/testing/real-envoy.ts';
import { run } from '../testing/run.ts';

const sources = rigSources();
const program = sources === undefined ? undefined : await envoyProgram();
const labels = { app: 'web' };
const [slowPort, endingPort, refusedPort] = [15_001, 15_002, 15_003];

describe.skipIf(program === undefined)('a real Envoy in pods of a real API server', () => {
  let rig: Rig;
  let client: ClusterClient;
  let envoy: RealEnvoy;
  let pods: readonly string[];
  let folder: string;
  const relays: Server[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'meshctl-pods-'));
    [rig, envoy] = await Promise.all([
      startRig(sources ?? '', { workloads: true }),
      startEnvoy(program ?? '', bootstrap()),
    ]);
    client = await connect({ kubeconfig: rig.kubeconfig });
    await fill(rig);
    pods = await untilReady(client);
    const admin = envoy.address.replace('http://', '');
    const ports = {
      15_000: admin,
      15_020: admin,
      [slowPort]: await relay(() => undefined),
      [endingPort]: await relay(endsInTheMiddle(admin)),
    };
    await rig.admin('POST', '/forwards', { namespace: 'shop', name: '*', ports });
  });
  afterAll(async () => {
    for (const server of relays) server.close();
    await Promise.all([rig.stop(), envoy.stop()]);
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    for (const what of ['/faults', '/denials', '/stats']) await rig.admin('DELETE', what);
  });

  const relay = async (answer: (socket: Socket) => void): Promise<string> => {
    const server = createServer((socket) => {
      answer(socket.on('error', () => undefined));
    });
    relays.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const meshctl = (...argv: readonly string[]) =>
    run([...argv, '--kubeconfig', rig.kubeconfig], { cwd: folder });
  const proxyConfig = (...argv: readonly string[]) => meshctl('proxy-config', ...argv);

  test.each([
    ['bootstrap', 'Envoy Version: 1.40.0'],
    ['cluster', 'outbound'],
    ['listener', 'Inline Route: /*'],
    ['route', 'web'],
    ['secret', 'no secrets'],
    ['endpoint', '127.0.0.1:9'],
    ['eds', '127.0.0.1:9'],
    ['all', 'listener/'],
  ])('shows the same of a pod, however it is named, as at its address: %s', async (command, cell) => {
    const [pod = ''] = pods;
    const direct = await run(['proxy-config', command, '--admin', envoy.address, '-o', 'short']);
    expect(direct.out).toContain(cell);
    for (const named of [
      [`${pod}.shop`],
      [pod, '-n', 'shop'],
      ['deployment/web.shop'],
      ['-n', 'shop', 'service/web'],
      ['-n', 'shop', '-l', 'app=web'],
    ]) {
      const { code, out, err } = await proxyConfig(command, ...named, '-o', 'short', '--quiet');
      expect({ named, code, err, out }).toEqual({ named, code: 0, err: '', out: direct.out });
    }
  });

  test('says which of several pods it asks', async () => {
    const { err } = await proxyConfig('cluster', 'deployment/web.shop');
    expect(err).toMatch(/^asking the pod web-\S+, one of 2\n$/);
  });

  test('writes nothing to the cluster but connections', async () => {
    await proxyConfig('all', 'deployment/web.shop');
    const log = (await rig.admin('GET', '/log')) as readonly Record<string, string>[];
    const ours = log.filter(({ userAgent }) => String(userAgent).startsWith('meshctl/'));
    const verbs = ours.map(({ method, path }) =>
      `${method ?? ''} ${path ?? ''}`.replace(/web-\S+?\//, 'POD/'),
    );
    expect(verbs).toEqual([
      'GET /apis/apps/v1/namespaces/shop/deployments/web',
      'GET /api/v1/namespaces/shop/pods',
      'GET /api/v1/namespaces/shop/pods/POD/portforward',
    ]);
  });

  test('is saved without secrets, and read again', async () => {
    const { code, err } = await proxyConfig('dump', `${pods[0] ?? ''}.shop`, '-o', 'dump.json');
    expect([code, err]).toEqual([0, '4 secrets redacted\n']);
    expect(readFileSync(join(folder, 'dump.json'), 'utf8')).not.toMatch(/s3cret|PRIVATE KEY/);
    const saved = await run(['proxy-config', 'cluster', '-f', 'dump.json'], { cwd: folder });
    expect(saved.out).toBe((await proxyConfig('cluster', 'deploy/web.shop')).out);
  });

  test('takes levels of logs, and goes back to those of the injection', async () => {
    const levels = async (...argv: readonly string[]) => {
      const { code, out, err } = await proxyConfig('log', '-n', 'shop', ...argv, '-o', 'json');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const answer = JSON.parse(out) as { logger: string; level: string }[];
      return answer.filter(({ logger }) => /^(admin|rbac)$/.test(logger)).map(({ level }) => level);
    };
    expect(await levels(pods[0] ?? '', '--level', 'debug,rbac:trace')).toEqual(['debug', 'trace']);
    expect(await levels('deployment/web')).toEqual(['debug', 'trace']);
    expect(await levels('deployment/web', '--reset')).toEqual(['info', 'error']);
    const all = await proxyConfig('log', '-n', 'shop', '-l', 'app=web', '-o', 'json');
    const names = (JSON.parse(all.out) as { proxy: string }[]).map(({ proxy }) => proxy);
    expect(names).toEqual(pods.map((name) => `${name}.shop`));
  });

  test.each([
    [['-t', 'server', '-o', 'short'], 'server.live: 1'],
    [['-o', 'json'], '"stats"'],
    [['-o', 'yaml'], 'stats:'],
    [['-o', 'prom'], 'envoy_server_live{} 1'],
    [['-o', 'prom-merged'], 'envoy_server_live{} 1'],
    [['-t', 'clusters'], 'cx_active::'],
    [['-t', 'clusters', '-o', 'json'], '"cluster_statuses"'],
  ])('tells what it counts: %j', async (argv, cell) => {
    const { code, out, err } = await meshctl('x', 'envoy-stats', 'deploy/web.shop', '--quiet', ...argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(cell);
  });

  test('tells what several count, each under its name', async () => {
    const { out } = await meshctl('envoy-stats', '-n', 'shop', '-l', 'app=web');
    expect(out.match(/^# .*/gm)).toEqual(pods.map((name) => `# ${name}.shop`));
  });

  test('trusts what itself trusts', async () => {
    const { certificate } = issue({ name: 'root', ca: true });
    const file = join(folder, 'root.json');
    writeFileSync(file, JSON.stringify(rootDump(certificate)));
    expect(await proxyConfig('rc', 'root.json', 'root.json')).toMatchObject({ code: 0 });
    expect(await proxyConfig('rc', 'root.json', 'deploy/web.shop')).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no root certificate') as string,
    });
  });

  test('is named by completion', async () => {
    const words = ['proxy-config', 'cluster', '--kubeconfig', rig.kubeconfig, '-n', 'shop', 'w'];
    const { out } = await run(['__complete', '--no-config', '--', ...words], { cwd: folder });
    expect(out.match(/^\S+/gm)).toEqual([...pods, ':nothing']);
  });

  describe('fails the environment when', () => {
    test.each<[string, readonly string[], RegExp]>([
      [
        'the admin interface is silent',
        ['--proxy-admin-port', String(slowPort), '--request-timeout', '1s'],
        /did not answer in full within 1 s/,
      ],
      [
        'the proxy goes away',
        ['--proxy-admin-port', String(endingPort)],
        /broke off after [1-9]\d* bytes|broke/,
      ],
      [
        'the port refuses',
        ['--proxy-admin-port', String(refusedPort)],
        /nothing listens at port 15003 of the pod web-/,
      ],
    ])('%s', async (_, argv, message) => {
      const { code, out, err } = await proxyConfig('bootstrap', 'deploy/web.shop', '-q', ...argv);
      expect([code, out, err]).toEqual([3, '', expect.stringMatching(message)]);
    });

    test('connections may not be made', async () => {
      await rig.admin('POST', '/denials', { resource: 'pods', subresource: 'portforward' });
      const { code, err } = await proxyConfig('cluster', 'deploy/web.shop', '-q');
      expect(code).toBe(3);
      expect(err).toContain('may not connect to the pod web-');
      expect(err).toContain('--resource=pods/portforward');
    });

    test('pods may not be listed, but not when one is named', async () => {
      await rig.admin('POST', '/denials', { resource: 'pods', verbs: ['list'] });
      await rig.admin('POST', '/denials', { resource: 'pods', verbs: ['get'], subresource: '-' });
      const { code, err } = await proxyConfig('cluster', 'deploy/web.shop');
      expect([code, err]).toEqual([3, expect.stringContaining('may not list pods')]);
      expect(await proxyConfig('cluster', `${pods[0] ?? ''}.shop`)).toMatchObject({ code: 0 });
    });
  });

  test.each<[readonly string[], RegExp]>([
    [['wbe.shop'], /no pod wbe in the namespace shop/],
    [['deployment/wbe.shop'], /did you mean deployment\/web\?/],
    [['-l', 'app=nothing', '-n', 'shop'], /no pod in the namespace shop has the labels app=nothing/],
    [['web.shop', '-f', 'dump.json'], /a pod and --file name a proxy/],
    [['web.shop', '-l', 'app=web'], /a pod and --selector name a proxy/],
    [['configmap/web'], /no type/],
    [[], /no proxy is named/],
  ])('is not found as %j', async (argv, message) => {
    const { code, out, err } = await proxyConfig('cluster', ...argv);
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(message)]);
  });
});

function bootstrap(): JsonObject {
  const endpoint = { endpoint: { address: local(9) } };
  const name = 'outbound|9080||web.shop.svc.cluster.local';
  const load = { cluster_name: name, endpoints: [{ lb_endpoints: [endpoint] }] };
  return {
    node: {
      id: 'sidecar~a',
      cluster: 'shop',
      metadata: { API_TOKEN: 's3cret', BLOB: 'x'.repeat(3_000_000) },
    },
    static_resources: {
      clusters: [{ name, type: 'STATIC', connect_timeout: '1s', load_assignment: load }],
      listeners: [listener()],
    },
  };
}

const local = (port: number) => ({ socket_address: { address: '127.0.0.1', port_value: port } });

function listener(): JsonObject {
  const any = 'type.googleapis.com/envoy.extensions.filters';
  const route = {
    match: { prefix: '/' },
    direct_response: { status: 200 },
    request_headers_to_add: [{ header: { key: 'authorization', value: 'Basic s3cret' } }],
  };
  const manager = {
    '@type': `${any}.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: 'web',
    route_config: { name: 'web', virtual_hosts: [{ name: 'web', domains: ['*'], routes: [route] }] },
    http_filters: [
      { name: 'envoy.filters.http.router', typed_config: { '@type': `${any}.http.router.v3.Router` } },
    ],
  };
  const filter = { name: 'envoy.filters.network.http_connection_manager', typed_config: manager };
  return { name: 'web', address: local(0), filter_chains: [{ filters: [filter] }] };
}

function rootDump(certificate: string): JsonObject {
  const secret = {
    '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret',
    ...{ name: 'ROOTCA', validation_context: { trusted_ca: { inline_string: certificate } } },
  };
  return {
    configs: [
      {
        '@type': 'type.googleapis.com/envoy.admin.v3.SecretsConfigDump',
        dynamic_active_secrets: [{ name: 'ROOTCA', secret }],
      },
    ],
  };
}

/** A workload of two pods, and a service before it. */
async function fill(rig: Rig): Promise<void> {
  const write = await objectWriter(rig.kubeconfig);
  await write('/api/v1/namespaces', { metadata: { name: 'shop' } });
  const proxy = {
    name: 'istio-proxy',
    image: 'proxyv2',
    args: ['--proxyLogLevel=info', '--proxyComponentLogLevel=rbac:error'],
  };
  const template = { metadata: { labels }, spec: { containers: [proxy] } };
  await write('/apis/apps/v1/namespaces/shop/deployments', {
    metadata: { name: 'web' },
    spec: { replicas: 2, selector: { matchLabels: labels }, template },
  });
  await write('/api/v1/namespaces/shop/services', {
    metadata: { name: 'web' },
    spec: { selector: labels, ports: [{ port: 80 }] },
  });
}

async function untilReady(client: ClusterClient): Promise<readonly string[]> {
  for (;;) {
    const pods = await findPods(client, { selector: 'app=web' }, { namespace: 'shop' }).catch(() => []);
    const running = pods.filter(({ object }) => fieldsOf(object.status)?.text('phase') === 'Running');
    if (running.length === 2) return running.map(({ name }) => name).sort();
    await sleep(100);
  }
}

/** Passes a request on, and of the answer no more than its start. */
const endsInTheMiddle = (admin: string) => (socket: Socket) => {
  const upstream = connectSocket(Number(admin.split(':')[1]), '127.0.0.1');
  socket.pipe(upstream).on('error', () => socket.destroy());
  upstream.once('data', (first) => {
    socket.end(first);
    upstream.destroy();
  });
};
