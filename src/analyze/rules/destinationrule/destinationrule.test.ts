import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const rule = (host: string, labels: string): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: rule, namespace: shop }
spec: { host: "${host}", subsets: [{ name: v1, labels: ${labels} }] }
---`;

const service = (spec: string): string => `
apiVersion: v1
kind: Service
metadata: { name: catalog, namespace: shop }
spec: { ports: [{ name: http, port: 80 }], ${spec} }
---`;

const entry = (spec: string): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: entry, namespace: shop }
spec: { hosts: [vm.example], ports: [{ number: 80, name: http, protocol: HTTP }], ${spec} }
---`;

const template = (kind: string, labels: string): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: catalog, namespace: shop, labels: { version: v1 } }
spec: { template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: a, image: a }] } } }
---`;

const slug = 'destinationrule/subset-without-workload';
const labels = '{ version: v1 }';
const selecting = service('selector: { app: catalog }');

it.each<[string, string, readonly string[], number, number]>([
  [
    'the labels of a template',
    selecting + template('StatefulSet', '{ app: catalog, version: v1 }'),
    [],
    0,
    0,
  ],
  [
    'only the labels of the Deployment itself',
    selecting + template('Deployment', '{ app: catalog }'),
    [],
    1,
    0,
  ],
  ['the labels of Pods of another Service', selecting + template('Deployment', labels), ['complete'], 1, 0],
  ['no workload of the Service in the input', selecting + template('Deployment', labels), [], 0, 1],
  ['a Service without a selector', service('type: ClusterIP'), [], 0, 1],
  ['a name that is that of another host', service('type: ExternalName, externalName: a.example'), [], 1, 0],
  [
    'a template, to istioctl',
    selecting + template('Deployment', '{ app: catalog, version: v1 }'),
    ['compat'],
    1,
    0,
  ],
])('a subset with %s', async (_, given, words, findings, undecided) => {
  const result = await analyzeExample({ text: given + rule('catalog', labels), words }, { only: [slug] });
  expect([result.findings.length, result.undecided.length]).toEqual([findings, undecided]);
});

it.each<[string, string, number]>([
  [
    'an endpoint with the labels',
    'resolution: STATIC, endpoints: [{ address: 192.0.2.1, labels: { version: v1 } }]',
    0,
  ],
  ['an endpoint without them', 'resolution: STATIC, endpoints: [{ address: 192.0.2.1 }]', 1],
  ['requests that go where they were going', 'resolution: NONE', 0],
])('a subset of a ServiceEntry with %s', async (_, spec, count) => {
  const text = entry(spec) + rule('vm.example', labels);
  const { findings } = await analyzeExample({ text, words: [] }, { only: [slug] });
  expect(findings).toHaveLength(count);
});

const mtls = (mode: string, more = ''): string => `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: policy, namespace: shop }
spec: { mtls: { mode: ${mode} } ${more} }
---`;

const pod = (name: string, inject: boolean): string => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: catalog, sidecar.istio.io/inject: "${inject}" } }
spec: { containers: [{ name: a, image: a }] }
---`;

it.each<[string, string, string, number]>([
  ['none for strict workloads', 'DISABLE', mtls('STRICT') + pod('a', true), 1],
  ['plain TLS for strict workloads', 'SIMPLE', mtls('STRICT') + pod('a', true), 1],
  ['mutual TLS for strict workloads', 'ISTIO_MUTUAL', mtls('STRICT') + pod('a', true), 0],
  ['none, where some have no sidecar', 'DISABLE', mtls('STRICT') + pod('a', true) + pod('b', false), 0],
  ['mutual TLS where none has a sidecar', 'ISTIO_MUTUAL', pod('a', false), 1],
  ['mutual TLS for workloads without it', 'ISTIO_MUTUAL', mtls('DISABLE') + pod('a', true), 1],
  [
    'none, where ports differ',
    'DISABLE',
    mtls(
      'STRICT',
      ', selector: { matchLabels: { app: catalog } }, portLevelMtls: { "8080": { mode: DISABLE } }',
    ) + pod('a', true),
    0,
  ],
])('client TLS: %s', async (_, mode, given, count) => {
  const tls = rule('catalog', '{}').replace(/subsets.* }$/m, `trafficPolicy: { tls: { mode: ${mode} } } }`);
  const { findings } = await analyzeExample(
    { text: selecting + given + tls, words: ['complete'] },
    { only: ['destinationrule/tls-against-mtls'] },
  );
  expect(findings).toHaveLength(count);
});
