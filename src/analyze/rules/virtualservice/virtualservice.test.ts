import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const service = (name: string, more = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop ${more} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
---`;

const route = (destination: string, more = ''): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: route, namespace: shop }
spec:
  hosts: [catalog]
  http: [{ route: [{ destination: ${destination} }] }]
  ${more}
---`;

const entry = (host: string, more: string): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: entry, namespace: partners }
spec: { hosts: ["${host}"], ports: [{ number: 443, name: https, protocol: HTTPS }], resolution: DNS, ${more} }
---`;

const rule = (host: string, subset: string, more = ''): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: rule, namespace: shop }
spec: { host: "${host}", subsets: [{ name: ${subset} }] ${more} }
---`;

const gateway = (port: number, more = ''): string => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  selector: { istio: front }
  servers: [{ port: { number: ${port}, name: http, protocol: HTTP }, hosts: ["*"] ${more} }]
---`;

async function found(text: string, words: readonly string[], only: readonly string[]): Promise<string[]> {
  const { findings } = await analyzeExample({ text, words }, { only });
  return findings.map(({ rule: slug, severity, path, related }) =>
    [slug, severity, path, related.length].join(' '),
  );
}

const missing = 'virtualservice/destination-not-found';
const place = 'spec.http[0].route[0].destination';

it.each<[string, string, readonly string[], readonly string[]]>([
  [
    'a missing host of a given namespace',
    service('catalog') + route('{ host: gone }'),
    [],
    [`${missing} error ${place}.host 0`],
  ],
  [
    'a missing host of a namespace not given',
    route('{ host: gone }'),
    [],
    [`${missing} info ${place}.host 0`],
  ],
  [
    'the same with a complete input',
    route('{ host: gone }'),
    ['complete'],
    [`${missing} error ${place}.host 0`],
  ],
  [
    'a host outside without ServiceEntries',
    service('catalog') + route('{ host: a.example }'),
    [],
    [`${missing} info ${place}.host 0`],
  ],
  [
    'a name with its namespace only',
    service('catalog') + route('{ host: catalog.shop }'),
    [],
    [`${missing} error ${place}.host 1`],
  ],
  [
    'another domain of the cluster',
    service('catalog') + route('{ host: catalog.shop.svc.corp.example }'),
    [],
    [],
  ],
  [
    'a host under the wildcard of a ServiceEntry',
    service('catalog') + entry('*.example', '') + route('{ host: a.example }'),
    [],
    [],
  ],
  [
    'a host that is exported elsewhere',
    service('catalog') + entry('a.example', 'exportTo: ["."]') + route('{ host: a.example }'),
    [],
    [],
  ],
  [
    'the same to istioctl',
    service('catalog') + entry('a.example', 'exportTo: ["."]') + route('{ host: a.example }'),
    ['compat', 'complete'],
    [`${missing} error ${place}.host 0`],
  ],
])('a destination: %s', async (_, text, words, expected) => {
  expect(await found(text, words, [missing])).toEqual(expected);
});

it.each<[string, string, readonly string[]]>([
  ['of a namespace that sees it', entry('a.example', 'exportTo: ["shop"]'), []],
  [
    'of one that does not',
    entry('a.example', 'exportTo: ["."]'),
    [`virtualservice/export-to-hides error ${place}.host 1`],
  ],
])('a host outside, exported: %s', async (_, given, expected) => {
  const text = service('catalog') + given + route('{ host: a.example }');
  expect(await found(text, [], ['virtualservice/export-to-hides'])).toEqual(expected);
});

const atGateway = 'gateways: [edge/front]';

it.each<[string, string, readonly string[]]>([
  ['seen by the gateway', 'exportTo: [edge]', []],
  ['seen by nobody', 'exportTo: [other]', [`virtualservice/export-to-hides error ${place}.host 1`]],
])('a host for a gateway: %s', async (_, exportTo, expected) => {
  const text = entry('a.example', exportTo) + gateway(80) + route('{ host: a.example }', atGateway);
  expect(await found(text, [], ['virtualservice/export-to-hides'])).toEqual(expected);
});

const subset = 'virtualservice/subset-not-found';

it.each<[string, string, readonly string[]]>([
  ['no rule is given', '', [`${subset} info ${place}.subset 0`]],
  ['the rule has another', rule('catalog', 'blue'), [`${subset} error ${place}.subset 1`]],
  ['a wildcard rule has it', rule('*.shop.svc.cluster.local', 'red'), []],
  ['the rule is for the complete name', rule('catalog.shop.svc.cluster.local', 'red'), []],
])('a subset: %s', async (_, given, expected) => {
  const text = service('catalog') + given + route('{ host: catalog, subset: red }');
  expect(await found(text, [], [subset])).toEqual(expected);
});

it('tells a missing host once, with what follows from it', async () => {
  const text = service('catalog') + rule('gone', 'blue') + route('{ host: gone, subset: red }');
  const only = [missing, subset, 'destinationrule/host-not-found'];
  expect(await found(text, [], only)).toEqual([`${missing} error ${place}.host 2`]);
});

const ports = service('catalog').replace(
  '[{ name: http, port: 80 }]',
  '[{ name: http, port: 80 }, { name: http-b, port: 81 }]',
);

it.each<[string, string, readonly string[], readonly string[]]>([
  ['its own ports', ports + route('{ host: catalog }'), [], []],
  [
    'its own ports, to istioctl',
    ports + route('{ host: catalog }'),
    ['compat'],
    [`virtualservice/port-required error ${place}.host 1`],
  ],
  ['a gateway on one of them', ports + gateway(80) + route('{ host: catalog }', atGateway), [], []],
  [
    'a gateway on another',
    ports + gateway(8080) + route('{ host: catalog }', atGateway),
    [],
    [`virtualservice/port-required error ${place}.host 1`],
  ],
])('a destination without port, for requests on %s', async (_, text, words, expected) => {
  expect(await found(text, words, ['virtualservice/port-required'])).toEqual(expected);
});

it.each<[string, string, readonly string[]]>([
  ['HTTP', '', []],
  [
    'TLS that is passed on',
    ', tls: { mode: PASSTHROUGH }',
    ['virtualservice/conflicting-protocols warning spec.http 1'],
  ],
  ['TLS that is ended', `, tls: { mode: SIMPLE, credentialName: a }`, []],
])('http routes at a gateway with %s', async (_, tls, expected) => {
  const given = gateway(80, tls);
  const text =
    (tls === '' ? given : given.replace('protocol: HTTP', 'protocol: HTTPS')) +
    route('{ host: catalog }', atGateway);
  expect(await found(text, [], ['virtualservice/conflicting-protocols'])).toEqual(expected);
});

it('judges VirtualServices without anything in them', async () => {
  const text = route('{ host: catalog }').replace(
    /spec:[^]*---/,
    'spec: { http: [{}, { route: [{}] }], tcp: [{}], tls: [{}] }',
  );
  expect(await found(text, [], [missing, subset])).toEqual([]);
});

const hostsMeant = async (text: string): Promise<readonly (string | undefined)[]> =>
  (await analyzeExample({ text, words: [] }, { only: [missing] })).findings.map(({ hint }) => hint);

const inBilling = service('orders').replace('namespace: shop', 'namespace: billing');

it.each<[string, string, string]>([
  [
    'a short name of a Service elsewhere',
    service('catalog') + inBilling + route('{ host: orders }'),
    'A name without a dot means the own namespace. The Service is in billing: write orders.billing.svc.cluster.local.',
  ],
  [
    'a full name with another namespace',
    inBilling + route('{ host: orders.biling.svc.cluster.local }'),
    'The Service is in billing: write orders.billing.svc.cluster.local.',
  ],
  ['a slip in a short name', service('catalog') + route('{ host: catlog }'), 'Did you mean catalog?'],
  [
    'a slip in a full name',
    service('catalog') + route('{ host: catlog.shop.svc.cluster.local }'),
    'Did you mean catalog.shop.svc.cluster.local?',
  ],
  [
    'a name of Services in two namespaces',
    service('catalog') + inBilling + inBilling.replace('billing', 'returns') + route('{ host: orders }'),
    'Name a Service, or add a ServiceEntry for a host outside of the mesh.',
  ],
])('the Service that is meant: %s', async (_, text, hint) => {
  expect(await hostsMeant(text)).toEqual([hint]);
});

it.each<[string, string, string]>([
  ['a Gateway of another namespace', 'front', 'Did you mean edge/front?'],
  ['a slip in a name', 'edge/frnt', 'Did you mean edge/front?'],
  [
    'nothing alike',
    'edge/partners',
    'Write `<namespace>/<name>`; without a namespace it is that of the VirtualService.',
  ],
])('the Gateway that is meant: %s', async (_, name, hint) => {
  const text = gateway(80) + route('{ host: catalog }', `gateways: [${name}]`);
  const only = ['virtualservice/gateway-not-found', 'virtualservice/host-not-in-gateway'];
  const { findings } = await analyzeExample({ text, words: [] }, { only });
  expect(findings.map((finding) => finding.hint)).toEqual([hint]);
  expect(findings.flatMap(({ related }) => related.map(({ path }) => path))).toEqual(
    hint.startsWith('Did') ? ['metadata.name'] : [],
  );
});
