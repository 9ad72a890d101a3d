import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, findPods } from '../../src/kube/index.ts';
import { rigSources, startRig, type Rig } from '../../src/kube/testing/rig.ts';
import { objectWriter } from '../../src/kube/testing/write-object.ts';
import { fieldsOf } from '../../src/object-fields.ts';
import { fakeAdmin, type FakeAdmin } from '../../src/proxy/testing/fake-admin.ts';
import { run } from '../testing/run.ts';

const sources = rigSources();
const nodes = ['1', '2'];
const connection = { src: '10.0.0.1:4000', originalDst: '10.0.0.2:80', actualDst: '10.0.0.2:15008' };

/** What the ztunnel of a node knows: its own pod, and another one of that node. */
const dumpOf = (node: string) => ({
  workloads: ['cart', 'desk'].map((name) => ({
    ...{ uid: `c//Pod/shop/${name}-${node}`, name: `${name}-${node}`, namespace: 'shop', node },
    ...{ serviceAccount: name, protocol: 'HBONE', workloadIps: [] },
  })),
  services: [],
  policies: [],
  certificates: ['cart', 'desk'].map((name) => ({
    ...{ identity: `spiffe://cluster.local/ns/shop/sa/${name}`, state: 'Initializing', certChain: [] },
  })),
  workloadState: ['cart', 'desk'].map((name) => ({
    info: { name: `${name}-${node}`, namespace: 'shop' },
    connections: { inbound: [], outbound: [connection] },
  })),
});

describe.skipIf(sources === undefined)('ztunnels of a cluster', () => {
  let rig: Rig;
  const admins: FakeAdmin[] = [];

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true });
    const write = await objectWriter(rig.kubeconfig);
    const pod = (namespace: string, name: string, labels: Record<string, string>, node: string) =>
      write(`/api/v1/namespaces/${namespace}/pods`, {
        metadata: { name, labels },
        spec: { nodeName: `node-${node}`, containers: [{ name: 'a', image: 'a' }] },
      });
    for (const name of ['istio-system', 'shop']) await write('/api/v1/namespaces', { metadata: { name } });
    for (const node of nodes) {
      await pod('istio-system', `ztunnel-${node}`, { app: 'ztunnel' }, node);
      await pod('shop', `cart-${node}`, { app: 'cart' }, node);
      const admin = await fakeAdmin((request, response) => {
        response.end(
          request.url === '/config_dump'
            ? JSON.stringify(dumpOf(node))
            : `current log level is info,node=${node}\n`,
        );
      });
      admins.push(admin);
      await rig.admin('POST', '/forwards', {
        ...{ namespace: 'istio-system', name: `ztunnel-${node}` },
        ports: { 15000: admin.address.replace('http://', '') },
      });
    }
    await pod('shop', 'lost-1', { app: 'lost' }, '3');
    await untilRunning(rig);
  });
  afterAll(async () => {
    await rig.stop();
    await Promise.all(admins.map((admin) => admin.close()));
  });

  const zc = (...argv: readonly string[]) =>
    run(['zc', ...argv, '--kubeconfig', rig.kubeconfig, '-o', 'short']);
  const cells = (out: string, column: number) =>
    out
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(/ +/)[column]);

  test.each([
    ['by name', ['ztunnel-2.istio-system'], ['cart-2', 'desk-2']],
    ['by name, in the namespace of Istio', ['ztunnel-1'], ['cart-1', 'desk-1']],
    ['by node', ['--node', 'node-2'], ['cart-2', 'desk-2']],
    ['by labels', ['-l', 'app=ztunnel'], ['cart-1', 'desk-1']],
    ['by a pod whose traffic it carries', ['cart-2.shop'], ['cart-2']],
    ['by such a pod, with its namespace', ['cart-1', '-n', 'shop'], ['cart-1']],
    ['without a word, any', [], ['cart-1', 'desk-1']],
  ])('are found %s', async (_, argv, names) => {
    const { code, out } = await zc('workload', ...argv);
    expect([code, cells(out, 1)]).toEqual([0, names]);
  });

  test('tell of the one pod that was named, and whose ztunnel it is', async () => {
    const { out, err } = await zc('connections', 'cart-2.shop');
    expect(cells(out, 0)).toEqual(['cart-2.shop']);
    expect(err).toBe('note: ztunnel-2.istio-system carries the traffic of cart-2.shop\n');
    expect(cells((await zc('certificate', 'cart-2.shop')).out, 0)).toEqual([
      'spiffe://cluster.local/ns/shop/sa/cart',
    ]);
    const all = await run(['zc', 'all', 'cart-2.shop', '--kubeconfig', rig.kubeconfig, '-o', 'json']);
    expect(JSON.parse(all.out)).toMatchObject({ workloads: [{ name: 'cart-2' }], workloadState: [{}] });
  });

  test('tell what they log, all of them or one', async () => {
    expect(cells((await zc('log')).out, 0)).toEqual(
      nodes.flatMap((node) => [`ztunnel-${node}.istio-system`, `ztunnel-${node}.istio-system`]),
    );
    const { code, out } = await zc('log', '--node', 'node-2', '--level', 'debug');
    expect([code, cells(out, 2)]).toEqual([0, ['info', '2']]);
  });

  test('are read without writing to the cluster', async () => {
    await rig.admin('DELETE', '/stats');
    await zc('all', 'cart-1.shop');
    const log = (await rig.admin('GET', '/log')) as readonly Record<string, string>[];
    const own = log.filter(({ userAgent = '' }) => userAgent.startsWith('meshctl/'));
    expect(new Set(own.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test.each([
    ['a node without one', ['w', '--node', 'node-9'], 3, 'no ztunnel runs on the node node-9'],
    ['a pod on a node without one', ['w', 'lost-1.shop'], 3, 'no ztunnel runs on the node node-3'],
    ['a namespace without one', ['w', '-i', 'shop'], 3, 'no ztunnel runs in the namespace shop'],
    ['a pod that is not there', ['w', 'cart-9.shop'], 2, 'there is no pod cart-9'],
    ['another port', ['w', '--proxy-admin-port', '15999'], 3, 'nothing listens at port 15999'],
  ])('are not found for %s', async (_, argv, wanted, message) => {
    const { code, out, err } = await zc(...argv);
    expect([code, out]).toEqual([wanted, '']);
    expect(err).toContain(message);
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
