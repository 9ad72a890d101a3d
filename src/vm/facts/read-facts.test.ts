import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { connectTo } from '../../kube/testing/connect-to.ts';
import { fakeApi, refuse } from '../../kube/testing/fake-api.ts';
import { storedObjects } from '../../kube/testing/stored-objects.ts';
import { readText } from '../../resources/index.ts';
import { sampleFacts, sampleGroup } from '../testing/sample-vm.ts';
import { liveObjects } from './live-objects.ts';
import { readVmFacts, type FactsRequest } from './read-facts.ts';
import { savedObjects } from './saved-objects.ts';

const { rootCertificate } = sampleFacts();
const configMap = (namespace: string, name: string, data: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { namespace, name },
  data,
});
const injector = (name: string): JsonObject =>
  configMap('istio-system', name, { values: '{"global": {"multiCluster": {"clusterName": "west"}}}' });
const gateway = (status: JsonObject, spec: JsonObject = {}, name = 'istio-eastwestgateway'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace: 'istio-system', name },
  spec: { type: 'LoadBalancer', ...spec },
  status: { loadBalancer: status },
});
const tag = (name: string, revision: string): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  metadata: { name: `istio-revision-tag-${name}`, labels: { 'istio.io/rev': revision } },
});
const root = configMap('shop', 'istio-ca-root-cert', { 'root-cert.pem': rootCertificate });
const plain = [
  configMap('istio-system', 'istio', { mesh: 'trustDomain: plain' }),
  injector('istio-sidecar-injector'),
  root,
  gateway({ ingress: [{ ip: '203.0.113.10' }] }),
];
const canary = [
  configMap('istio-system', 'istio-canary', { mesh: 'trustDomain: canary' }),
  injector('istio-sidecar-injector-canary'),
];

const request: FactsRequest = {
  istioNamespace: 'istio-system',
  ingressService: 'istio-eastwestgateway',
  token: ({ serviceAccount }) => Promise.resolve(`token of ${serviceAccount}`),
};

function facts(objects: readonly JsonObject[], over: Partial<FactsRequest> = {}) {
  const { resources } = readText(objects.map((object) => JSON.stringify(object)).join('\n---\n'), 'saved');
  return readVmFacts(savedObjects(resources, 'saved/'), sampleGroup(), { ...request, ...over });
}

describe('facts', () => {
  test.each<[string, readonly JsonObject[], Partial<FactsRequest>, object]>([
    [
      'all is read of the control plane without a revision',
      plain,
      {},
      {
        revision: '',
        clusterId: 'west',
        meshConfig: { trustDomain: 'plain' },
        rootCertificate,
        gateway: { address: '203.0.113.10' },
        token: 'token of web',
      },
    ],
    [
      'a revision has its own',
      [...plain, ...canary],
      { revision: 'canary' },
      { meshConfig: { trustDomain: 'canary' } },
    ],
    [
      'the default tag says which revision counts',
      [...plain, ...canary, tag('default', 'canary')],
      {},
      { revision: 'canary' },
    ],
    [
      'a default tag of the one without a revision changes nothing',
      [...plain, tag('default', 'default')],
      {},
      { revision: '' },
    ],
    [
      '`default` is the one without a revision, whatever the tag says',
      [...plain, ...canary, tag('default', 'canary')],
      { revision: 'default' },
      { revision: '' },
    ],
    [
      'a tag leads to its revision',
      [...plain, ...canary, tag('prod', 'canary')],
      { revision: 'prod' },
      { revision: 'canary' },
    ],
    [
      'a name of the cluster that is given needs no injector',
      plain.filter(({ metadata }) => (metadata as JsonObject).name !== 'istio-sidecar-injector'),
      { clusterId: 'east' },
      { clusterId: 'east' },
    ],
    [
      'a mesh config without its key is empty',
      [...plain.slice(1), configMap('istio-system', 'istio', {})],
      {},
      { meshConfig: {} },
    ],
  ])('%s', async (_, objects, over, expected) => {
    expect(await facts(objects, over)).toMatchObject(expected);
  });

  test.each<[string, number, RegExp]>([
    ['no mesh config', 0, /no ConfigMap istio-system\/istio in saved\//],
    ['no injector', 1, /name of the cluster is unknown/],
    ['no root certificate', 2, /no ConfigMap shop\/istio-ca-root-cert/],
  ])('%s is said, and no token is asked for', async (_, gone, message) => {
    let asked = 0;
    const token = () => Promise.resolve(String((asked += 1)));
    await expect(facts(plain.toSpliced(gone, 1), { token })).rejects.toThrow(message);
    expect(asked).toBe(0);
  });

  test('a root certificate with a private key is refused, and no token is asked for', async () => {
    const text = `${rootCertificate}-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n`;
    let asked = 0;
    const token = () => Promise.resolve(String((asked += 1)));
    const bad = plain.with(2, configMap('shop', 'istio-ca-root-cert', { 'root-cert.pem': text }));
    await expect(facts(bad, { token })).rejects.toThrow(/holds a private key/);
    expect(asked).toBe(0);
  });

  test('a mesh config that cannot be read is said, and no token is asked for', async () => {
    let asked = 0;
    const token = () => Promise.resolve(String((asked += 1)));
    const bad = [configMap('istio-system', 'istio', { mesh: 'defaultConfig: [' }), ...plain.slice(1)];
    await expect(facts(bad, { token })).rejects.toThrow(/ConfigMap istio-system\/istio, key mesh/);
    expect(asked).toBe(0);
  });
});

describe('the address of the gateway', () => {
  const withGateway = (service: JsonObject): readonly JsonObject[] => [...plain.slice(0, 3), service];

  test.each<[string, JsonObject, Partial<FactsRequest>, string]>([
    [
      'what is given counts first',
      gateway({ ingress: [{ ip: '203.0.113.1' }] }),
      { ingressIp: '198.51.100.7' },
      '198.51.100.7',
    ],
    ['IPv6 is fine', gateway({}), { ingressIp: '2001:db8::7' }, '2001:db8::7'],
    [
      'a name is no address',
      gateway({ ingress: [{ ip: '203.0.113.1' }] }),
      { ingressIp: 'gw.example' },
      '203.0.113.1',
    ],
    [
      'the load balancer comes before external addresses',
      gateway({ ingress: [{ ip: '203.0.113.1' }] }, { externalIPs: ['192.0.2.1'] }),
      {},
      '203.0.113.1',
    ],
    [
      'the first of several counts',
      gateway({ ingress: [{ ip: '203.0.113.1' }, { ip: '203.0.113.2' }] }),
      {},
      '203.0.113.1',
    ],
    [
      'an external address counts without a load balancer',
      gateway({}, { externalIPs: ['192.0.2.1'] }),
      {},
      '192.0.2.1',
    ],
    [
      'another Service may be named',
      gateway({ ingress: [{ ip: '203.0.113.9' }] }, {}, 'my-gw'),
      { ingressService: 'my-gw' },
      '203.0.113.9',
    ],
    [
      'with its namespace',
      gateway({ ingress: [{ ip: '203.0.113.9' }] }, {}, 'my-gw'),
      { ingressService: 'my-gw.istio-system' },
      '203.0.113.9',
    ],
  ])('%s', async (_, service, over, address) => {
    expect((await facts(withGateway(service), over)).gateway).toEqual({ address });
  });

  test.each<[string, JsonObject, Partial<FactsRequest>, RegExp]>([
    [
      'a name instead',
      gateway({ ingress: [{ hostname: 'lb.example' }] }, { externalIPs: ['192.0.2.1'] }),
      {},
      /the name lb\.example/,
    ],
    [
      'a line of hosts',
      gateway({ ingress: [{ ip: '192.0.2.1 evil.example\n192.0.2.2' }] }),
      {},
      /has "192\.0\.2\.1 evil\.example\\n192\.0\.2\.2" for an address/,
    ],
    ['a command', gateway({}, { externalIPs: ['$(id)'] }), {}, /has "\$\(id\)" for an address/],
    ['nothing yet', gateway({}), {}, /no address yet/],
    ['no load balancer', gateway({}, { type: 'NodePort' }), {}, /no external address/],
    ['no Service', gateway({}), { ingressService: 'ghost' }, /no Service istio-system\/ghost/],
    ['a name with two dots', gateway({}), { ingressService: 'a.b.c' }, /istio-system\/a\.b\.c/],
  ])('%s is no address, and the reason is said', async (_, service, over, reason) => {
    const { gateway: found } = await facts(withGateway(service), over);
    expect(found).toMatchObject({ reason: expect.stringMatching(reason) as string });
  });
});

describe('a live cluster', () => {
  const paths: Record<string, JsonObject> = Object.fromEntries(
    plain.map((object) => {
      const { namespace, name } = object.metadata as Record<string, string>;
      return [
        `/api/v1/namespaces/${namespace}/${object.kind === 'Service' ? 'services' : 'configmaps'}/${name}`,
        object,
      ];
    }),
  );
  const webhooks = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations';

  test('is asked for the same', async () => {
    const api = await fakeApi({
      store: storedObjects(new Map(Object.entries(paths))),
      lists: { [webhooks]: [] },
    });
    const read = await readVmFacts(liveObjects(await connectTo(api)), sampleGroup(), request);
    expect(read).toMatchObject({ revision: '', clusterId: 'west', rootCertificate });
    expect(api.requests[0]?.query.get('fieldSelector')).toBe('metadata.name=istio-revision-tag-default');
  });

  test('that does not let webhooks be read is taken for one without tags', async () => {
    const api = await fakeApi({
      store: storedObjects(new Map(Object.entries(paths))),
      fault: ({ path }, response) => path === webhooks && refuse(response, 403, 'no'),
    });
    const read = await readVmFacts(liveObjects(await connectTo(api)), sampleGroup(), request);
    expect(read.revision).toBe('');
  });

  test('that lacks something is a failed environment, as is one that refuses', async () => {
    const api = await fakeApi({
      lists: { [webhooks]: [] },
      fault: ({ path }, response) => path.includes('shop') && refuse(response, 403, 'no'),
    });
    const failure = readVmFacts(liveObjects(await connectTo(api)), sampleGroup(), request);
    await expect(failure).rejects.toSatisfy(
      (error) => error instanceof MeshctlError && error.code === 'environment',
    );
  });
});
