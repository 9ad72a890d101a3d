import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { crdOf, findDefinitions } from '../../src/api/index.ts';
import type { JsonObject } from '../../src/json.ts';
import { connect, discover } from '../../src/kube/index.ts';
import { rigSources, startRig, type Rig } from '../../src/kube/testing/rig.ts';
import { objectWriter } from '../../src/kube/testing/write-object.ts';
import { run } from '../testing/run.ts';

const sources = rigSources();
const host = 'kettle.tea.svc.cluster.local';

/** What the proxies of the test have: a way to the Service, by a DestinationRule that is gone. */
const dump = {
  configs: [
    {
      '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
      dynamic_active_clusters: [
        {
          cluster: {
            name: `outbound|80||${host}`,
            metadata: {
              filter_metadata: {
                istio: { config: '/apis/networking.istio.io/v1/namespaces/tea/destination-rule/old' },
              },
            },
          },
        },
      ],
    },
  ],
};

describe.skipIf(sources === undefined)('a pod and a service of a real API server', () => {
  let rig: Rig;
  let proxy: Server;

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true });
    await fill(rig);
    proxy = createServer((_, response) => response.end(JSON.stringify(dump)));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    await rig.admin('POST', '/forwards', { namespace: '*', name: '*', ports: { 15000: address } });
    const isReady = async (): Promise<boolean> =>
      (await described('pod', 'kettle-0.tea', '--no-proxies')).out.includes('ready: yes');
    while (!(await isReady())) await sleep(100);
  });
  afterAll(async () => {
    proxy.close();
    await rig.stop();
  });
  beforeEach(async () => {
    for (const what of ['/denials', '/stats']) await rig.admin('DELETE', what);
  });

  const described = (...argv: readonly string[]) =>
    run(['describe', ...argv, '--kubeconfig', rig.kubeconfig], {});

  test('a pod is described, and compared with its proxy', async () => {
    const { code, out, err } = await described('pod', 'kettle-0.tea');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('  mutual TLS: STRICT, by PeerAuthentication tea/default for the namespace\n');
    expect(out).toContain(
      `cluster outbound|80||${host}: configured no DestinationRule; in the proxy DestinationRule tea/old\n`,
    );
  });

  test('a service is described, and its gateway asked', async () => {
    const { code, out } = await described('service', 'kettle.tea', '-o', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'ServiceDescription',
      exposure: [{ hosts: ['tea.example'], workloads: ['edge/front-0'] }],
      origins: [{ proxy: 'front-0.edge' }],
    });
  });

  test('nothing is written', async () => {
    await described('pod', 'kettle-0.tea');
    await described('service', 'kettle.tea');
    const { byVerb } = (await rig.admin('GET', '/stats')) as { byVerb: Record<string, number> };
    const verbs = Object.keys(byVerb).filter((verb) => !['get', 'list', 'connect', 'create'].includes(verb));
    const log = (await rig.admin('GET', '/log')) as { verb: string; path: string }[];
    const creating = log.filter(({ verb, path }) => verb === 'create' && !path.endsWith('/portforward'));
    expect([verbs, creating]).toEqual([[], []]);
  });

  test('what may not be read is said, and the rest told', async () => {
    await rig.admin('POST', '/denials', { resource: 'peerauthentications' });
    const { code, out, err } = await described('pod', 'kettle-0.tea');
    expect(code).toBe(3);
    expect(err).toContain('peerauthentications');
    expect(out).toContain('mutual TLS: PERMISSIVE, by default');
  });

  test('a proxy that cannot be reached is named', async () => {
    const { code, out, err } = await described('pod', 'kettle-0.tea', '--proxy-admin-port', '15001');
    expect([code, err]).toEqual([3, expect.stringContaining('the proxy of tea/kettle-0 is not compared')]);
    expect(out).toContain('Service tea/kettle');
    expect(await described('pod', 'kettle-0.tea', '--no-proxies')).toMatchObject({ code: 0, err: '' });
  });
});

async function fill(rig: Rig): Promise<void> {
  const write = await objectWriter(rig.kubeconfig);
  for (const kind of ['VirtualService', 'Gateway', 'PeerAuthentication']) {
    const definition = (await findDefinitions(kind)).find(({ group }) => group.endsWith('.istio.io'));
    if (definition === undefined) throw new Error(`no definition of ${kind}`);
    await write('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', crdOf(definition, 'standard'));
  }
  await write('/api/v1/namespaces', { metadata: { name: 'tea', labels: { 'istio-injection': 'enabled' } } });
  await write('/api/v1/namespaces', { metadata: { name: 'edge' } });
  const pod = (name: string, labels: JsonObject, ...containers: readonly string[]): JsonObject => ({
    metadata: { name, labels },
    spec: { containers: containers.map((each) => ({ name: each, image: `${each}:1` })) },
  });
  const labels = { app: 'kettle', version: 'v1' };
  await write('/api/v1/namespaces/tea/pods', pod('kettle-0', labels, 'kettle', 'istio-proxy'));
  await write('/api/v1/namespaces/edge/pods', pod('front-0', { istio: 'front' }, 'istio-proxy'));
  const service = (name: string, selector: JsonObject): JsonObject => ({
    metadata: { name },
    spec: { selector, ports: [{ name: 'http', port: 80 }] },
  });
  await write('/api/v1/namespaces/tea/services', service('kettle', { app: 'kettle' }));
  await write('/api/v1/namespaces/edge/services', service('front', { istio: 'front' }));
  await untilServed(rig);
  const istio = (group: string, plural: string, namespace: string): string =>
    `/apis/${group}.istio.io/v1/namespaces/${namespace}/${plural}`;
  const object = (kind: string, name: string, group: string, spec: JsonObject): JsonObject => ({
    ...{ apiVersion: `${group}.istio.io/v1`, kind, metadata: { name }, spec },
  });
  await write(
    istio('networking', 'gateways', 'edge'),
    object('Gateway', 'front', 'networking', {
      selector: { istio: 'front' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['tea.example'] }],
    }),
  );
  await write(
    istio('networking', 'virtualservices', 'tea'),
    object('VirtualService', 'kettle', 'networking', {
      hosts: ['tea.example'],
      gateways: ['edge/front'],
      http: [{ route: [{ destination: { host: 'kettle' } }] }],
    }),
  );
  await write(
    istio('security', 'peerauthentications', 'tea'),
    object('PeerAuthentication', 'default', 'security', { mtls: { mode: 'STRICT' } }),
  );
}

async function untilServed({ kubeconfig }: Rig): Promise<void> {
  const client = await connect({ kubeconfig });
  for (;;) {
    const { kinds } = await discover(client, ['networking.istio.io', 'security.istio.io']);
    if (new Set(kinds.map(({ kind }) => kind)).size === 3) return;
    await sleep(100);
  }
}
