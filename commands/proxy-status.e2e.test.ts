import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objectWriter } from '../src/kube/testing/write-object.ts';
import { rigSources, startRig, type Rig } from '../src/kube/testing/rig.ts';
import { connect, findPods } from '../src/kube/index.ts';
import { fieldsOf } from '../src/object-fields.ts';
import { fakeAdmin, type FakeAdmin } from '../src/proxy/testing/fake-admin.ts';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const sources = rigSources();

const dump = (timeout: string) =>
  JSON.stringify({
    configs: [
      {
        '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
        dynamic_active_clusters: [{ cluster: { name: 'a', connect_timeout: timeout } }],
      },
    ],
  });

describe.skipIf(sources === undefined)('a cluster with istiods', () => {
  let rig: Rig;
  const admins: FakeAdmin[] = [];

  const fake = async (answer: (url: string) => string | undefined, otherwise = 404) => {
    const admin = await fakeAdmin((request, response) => {
      const text = answer(request.url ?? '');
      response.writeHead(text === undefined ? otherwise : 200).end(text);
    });
    admins.push(admin);
    return admin.address.replace('http://', '');
  };
  const forward = (namespace: string, name: string, port: number, address: string) =>
    rig.admin('POST', '/forwards', { namespace, name, ports: { [port]: address } });

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true });
    await rig.admin('PATCH', '/loop', { mesh: true });
    const write = await objectWriter(rig.kubeconfig);
    const pod = (namespace: string, name: string, labels: object, revision?: string) =>
      write(`/api/v1/namespaces/${namespace}/pods`, {
        metadata: {
          ...{ name, labels: { ...labels } },
          ...(revision !== undefined && {
            annotations: { 'sidecar.istio.io/status': JSON.stringify({ revision }) },
          }),
        },
        spec: { containers: [{ name: 'istio-proxy', image: 'docker.io/istio/proxyv2:1.31.0' }] },
      });
    for (const name of ['istio-system', 'shop']) await write('/api/v1/namespaces', { metadata: { name } });
    await pod('istio-system', 'istiod-a', { app: 'istiod', 'istio.io/rev': 'default' });
    await pod('istio-system', 'istiod-b', { app: 'istiod', 'istio.io/rev': 'default' });
    await pod('istio-system', 'istiod-canary', { app: 'istiod', 'istio.io/rev': 'canary' });
    await pod('istio-system', 'ztunnel-1', { app: 'ztunnel' });
    for (const name of ['cart-1', 'cart-2']) await pod('shop', name, { app: 'cart' }, 'default');
    await pod('shop', 'fresh-1', { app: 'fresh' }, 'canary');
    await untilRunning(rig);
  });
  afterAll(async () => {
    await rig.stop();
    await Promise.all(admins.map((admin) => admin.close()));
  });
  beforeEach(async () => {
    for (const what of ['/faults', '/denials', '/forwards', '/stats']) await rig.admin('DELETE', what);
  });

  const status = (...argv: readonly string[]) => run(['ps', '--kubeconfig', rig.kubeconfig, ...argv]);
  /** Name and istiod of each line. */
  const proxies = (out: string) =>
    out
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(/ +/))
      .map(([name = '', , istiod = '']) => `${name} ${istiod}`);

  test('tells of all proxies and their istiods, and is only read', async () => {
    const { code, err, out } = await status('-o', 'short');
    expect([code, err]).toEqual([0, '']);
    expect(proxies(out)).toEqual([
      expect.stringMatching(/^cart-1\.shop istiod-[ab]$/),
      expect.stringMatching(/^cart-2\.shop istiod-[ab]$/),
      'fresh-1.shop istiod-canary',
    ]);
    expect(out).toContain('4 (CDS,LDS,EDS,RDS)');
    const log = (await rig.admin('GET', '/log')) as readonly Record<string, string>[];
    const own = log.filter(({ userAgent = '' }) => userAgent.startsWith('meshctl/'));
    expect(new Set(own.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('tells of the proxies of a revision', async () => {
    const { code, out } = await status('--revision', 'canary', '-o', 'short');
    expect([code, proxies(out)]).toEqual([0, ['fresh-1.shop istiod-canary']]);
  });

  test('tells the same from its own JSON', async () => {
    const { out: saved } = await status('-o', 'json');
    const cwd = await temporaryFolder({ 'saved.json': saved });
    const { out } = await status('-o', 'short');
    expect((await run(['ps', '--from', 'saved.json', '-o', 'short'], { cwd })).out).toBe(out);
  });

  describe('of which one does not answer, tells what the others know:', () => {
    test('it wants to know who asks', async () => {
      await forward('istio-system', 'istiod-canary', 15_014, await fake(() => undefined, 401));
      const { code, err, out } = await status('-o', 'short');
      expect(code).toBe(3);
      expect(proxies(out)).toHaveLength(2);
      expect(err).toMatch(
        /^warning: proxies of istiod-canary are missing: .*ENABLE_DEBUG_ENDPOINT_AUTH.*\n {2}hint: /,
      );
    });

    test.each([
      ['its tunnel hangs', { action: 'hang' }, 'did not answer in full within 2 s', '2s'],
      ['its tunnel fails', { action: 'status', code: 500 }, 'answered 500', '30s'],
      ['its tunnel breaks again and again', { action: 'reset' }, 'broke again and again', '30s'],
    ])('%s', async (_, fault, message, timeout) => {
      const match = { resource: 'pods', subresource: 'portforward', name: 'istiod-canary' };
      await rig.admin('POST', '/faults', { match, ...fault });
      const { code, err, out } = await status('-o', 'short', '--timeout', timeout);
      expect([code, proxies(out).length]).toEqual([3, 2]);
      expect(err).toContain('warning: proxies of istiod-canary are missing: ');
      expect(err).toContain(message);
    });

    test('it is not permitted to connect to it', async () => {
      await rig.admin('POST', '/denials', {
        resource: 'pods',
        subresource: 'portforward',
        name: 'istiod-canary',
      });
      const { code, err, out } = await status('-o', 'short');
      expect([code, proxies(out).length]).toEqual([3, 2]);
      expect(err).toContain('may not connect to the pod istiod-canary');
    });
  });

  test('is asked again when it is busy', async () => {
    const match = { resource: 'pods', subresource: 'portforward' };
    await rig.admin('POST', '/faults', { match, action: 'status', code: 503, count: 2 });
    const { code, err, out } = await status('-o', 'short');
    expect([code, err, proxies(out).length]).toEqual([0, '', 3]);
  });

  test.each([
    ['another namespace', ['-i', 'shop'], 'no istiod runs in the namespace shop'],
    ['another label', ['--xds-label', 'app=pilot'], 'no istiod runs in the namespace istio-system'],
  ])('has no istiod under %s', async (_, argv, message) => {
    const { code, out, err } = await status(...argv);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(message);
  });

  describe('a proxy is compared', () => {
    const text =
      "Clusters don't match\n  ~ cluster a: connect_timeout 1s -> 2s\nListeners match\nRoutes match\n";
    const expected = (url: string) =>
      url === '/debug/config_dump?proxyID=cart-1.shop' ? dump('1s') : undefined;

    beforeEach(async () => {
      await forward('istio-system', 'istiod-b', 15_014, await fake(expected));
      await forward('shop', 'cart-1', 15_000, await fake(() => dump('2s')));
    });

    test.each([['cart-1.shop'], ['cart-1 -n shop'], ['pod/cart-1.shop --istio-namespace istio-system']])(
      'by name: %s',
      async (argv) => {
        expect(await status(...argv.split(' '))).toEqual({ code: 0, err: '', out: text });
      },
    );

    test('whose dump is in a file', async () => {
      const cwd = await temporaryFolder({ 'proxy.json': dump('2s') });
      const argv = ['ps', 'cart-1.shop', '--file', 'proxy.json', '--kubeconfig', rig.kubeconfig];
      expect(await run(argv, { cwd })).toEqual({ code: 0, err: '', out: text });
    });

    test('with a file of its control plane', async () => {
      const cwd = await temporaryFolder({ 'istiod.json': dump('2s') });
      const argv = ['ps', 'cart-1.shop', '--control-plane', 'istiod.json', '--kubeconfig', rig.kubeconfig];
      expect((await run(argv, { cwd })).out).toContain('Clusters match');
    });

    test.each([
      ['a ztunnel', ['ztunnel-1.istio-system'], 2, 'is a ztunnel, which has nothing to compare'],
      ['a pod that is not there', ['cart-9.shop'], 2, 'there is no pod cart-9'],
      ['a pod that nobody knows', ['fresh-1.shop'], 3, 'no istiod has a connection of fresh-1.shop'],
    ])('unless it is %s', async (_, argv, wanted, message) => {
      await forward('shop', 'fresh-1', 15_000, await fake(() => dump('2s')));
      const { code, out, err } = await status(...argv);
      expect([code, out]).toEqual([wanted, '']);
      expect(err).toContain(message);
    });
  });
});

async function untilRunning({ kubeconfig }: Rig): Promise<void> {
  const client = await connect({ kubeconfig });
  for (const namespace of ['istio-system', 'shop']) {
    for (;;) {
      const pods = await findPods(client, { selector: 'app' }, { namespace });
      if (pods.every(({ object }) => fieldsOf(object.status)?.text('phase') === 'Running')) break;
      await sleep(100);
    }
  }
}
