import { expect, test } from 'vitest';
import type { Finding } from '../finding.ts';
import { readText } from '../resources/index.ts';
import { validate, type ValidateOptions } from './validate.ts';

const findingsOf = async (text: string, options: ValidateOptions = {}): Promise<readonly Finding[]> =>
  (await validate(readText(text, 'mesh.yaml'), options)).findings;

/** `rule [who refuses] path`, in the order of the answer. */
const summaries = async (text: string, options?: ValidateOptions): Promise<string[]> =>
  (await findingsOf(text, options)).map(
    ({ rule, rejectedBy, path }) => `${rule} [${rejectedBy.join()}] ${path}`,
  );

const object = (type: string, spec: string): string => {
  const [apiVersion = '', kind = ''] = type.split(' ');
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;
};

const wasm = (spec: string): string => object('extensions.istio.io/v1alpha1 WasmPlugin', spec);
const jwt = (rule: string): string =>
  object('security.istio.io/v1 RequestAuthentication', `{jwtRules: [${rule}]}`);
const peer = (spec: string): string => object('security.istio.io/v1 PeerAuthentication', spec);
const authorization = (spec: string): string => object('security.istio.io/v1 AuthorizationPolicy', spec);
const telemetry = (spec: string): string => object('telemetry.istio.io/v1 Telemetry', spec);

test.each<[string, string, string[]]>([
  ['an object without faults', peer('{mtls: {mode: STRICT}}'), []],
  ['a type both refuse', jwt('{issuer: [a]}'), ['schema/type [istio,apiserver] spec.jwtRules[0].issuer']],
  [
    'a type only the API server refuses',
    peer('{mtls: {mode: 3}}'),
    ['schema/type [apiserver] spec.mtls.mode'],
  ],
  ['a number in quotes', wasm('{url: a, priority: "5"}'), ['schema/type [apiserver] spec.priority']],
  [
    'a duration below 1ms, refused by a rule of CEL and by Istio',
    jwt('{issuer: a, timeout: 0s}'),
    ['duration/too-small [istio,apiserver] spec.jwtRules[0].timeout'],
  ],
  [
    'a duration finer than a millisecond, refused by Istio',
    jwt('{issuer: a, timeout: 1500us}'),
    ['duration/precision [istio] spec.jwtRules[0].timeout'],
  ],
  [
    'what is no duration',
    jwt('{issuer: a, timeout: 5 s}'),
    ['schema/duration [istio,apiserver] spec.jwtRules[0].timeout'],
  ],
  [
    'a port out of range, refused by a bound and by Istio',
    wasm('{url: a, match: [{ports: [{number: 65536}]}]}'),
    ['wasm/match-port [istio,apiserver] spec.match[0].ports[0].number'],
  ],
  [
    'an address, refused by a rule of CEL about the same and by Istio',
    wasm('{url: "ftp://a"}'),
    ['wasm/url [istio,apiserver] spec.url'],
  ],
  [
    'a rule of CEL about the object and a rule of Istio about its field',
    wasm('{url: a, vmConfig: {env: [{name: A, valueFrom: HOST, value: b}]}}'),
    ['wasm/env-value [istio,apiserver] spec.vmConfig.env[0]'],
  ],
  [
    'a rule of CEL about a map and a rule of Istio about each of its keys',
    peer('{selector: {matchLabels: {app: a}}, portLevelMtls: {0: {}, 80: {}, 70000: {}}}'),
    [
      'port/range [istio,apiserver] spec.portLevelMtls["0"]',
      'port/range [istio,apiserver] spec.portLevelMtls["70000"]',
    ],
  ],
  [
    'a key that Istio cannot read',
    peer('{selector: {matchLabels: {app: a}}, portLevelMtls: {http: {}}}'),
    ['schema/type [istio,apiserver] spec.portLevelMtls.http'],
  ],
  [
    'an empty object that must not be empty',
    peer('{portLevelMtls: {}}'),
    ['peerauth/port-level-empty [istio,apiserver] spec.portLevelMtls'],
  ],
  [
    'a list that Istio takes for none',
    authorization('{action: DENY, rules: []}'),
    ['authz/deny-no-rules [istio] spec'],
  ],
  [
    'a list too long for both',
    authorization(
      '{rules: [{from: [{source: {serviceAccounts: [a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3, b4, b5, b6, b7, b8]}}]}]}',
    ),
    ['authz/service-account-count [istio,apiserver] spec.rules[0].from[0].source.serviceAccounts'],
  ],
  [
    'a name that stands twice',
    wasm('{url: a, vmConfig: {env: [{name: A}, {name: A}]}}'),
    ['wasm/env-duplicate [istio,apiserver] spec.vmConfig.env[1]'],
  ],
  ['a required field that is missing', wasm('{}'), ['wasm/url [istio,apiserver] spec.url']],
  ['a required field that is empty', wasm('{url: ""}'), ['wasm/url [istio,apiserver] spec.url']],
  ['a whole spec that is null', wasm('null'), ['wasm/url [istio,apiserver] spec.url']],
  [
    'a list item that is null',
    telemetry('{targetRefs: [null]}'),
    ['targetref/name [istio,apiserver] spec.targetRefs[0].name'],
  ],
  [
    'an empty text that breaks a bound and a pattern too',
    telemetry('{targetRefs: [{kind: "", name: a}]}'),
    ['targetref/kind [istio,apiserver] spec.targetRefs[0].kind'],
  ],
  [
    'two fields of which the API server wants one, and Istio reads the last',
    object('extensions.istio.io/v1alpha1 TrafficExtension', '{wasm: {url: a}, lua: {inlineCode: x}}'),
    ['schema/alternatives [apiserver] spec'],
  ],
  ['a misspelt field', telemetry('{acessLogging: []}'), ['schema/unknown-field [istio,apiserver] spec']],
  [
    'a misspelt field that is required, once',
    wasm('{ulr: a}'),
    ['schema/unknown-field [istio,apiserver] spec'],
  ],
  [
    'a misspelt field without which the object is empty, once',
    authorization('{rules: [{to: [{operation: {path: [/a]}}]}]}'),
    ['schema/unknown-field [istio,apiserver] spec.rules[0].to[0].operation'],
  ],
  [
    'what depends on a value that cannot be read is not judged',
    authorization('{rules: [{to: [{operation: {paths: /a}}]}]}'),
    ['schema/type [istio,apiserver] spec.rules[0].to[0].operation.paths'],
  ],
  [
    'what does not depend on it is judged',
    telemetry('{tracing: [{randomSamplingPercentage: x}], metrics: [{providers: [{name: ""}]}]}'),
    [
      'schema/type [istio,apiserver] spec.tracing[0].randomSamplingPercentage',
      'telemetry/provider-name [istio,apiserver] spec.metrics[0].providers[0].name',
    ],
  ],
  [
    'a name the API server does not take',
    peer('{}').replace('name: a', 'name: A'),
    ['metadata/name [apiserver] metadata.name'],
  ],
  ['a field beside the spec', `${peer('{}')}specs: {}\n`, ['schema/unknown-field [istio,apiserver] ']],
  ['a warning is refused by nobody', peer('{selector: {}}'), ['selector/without-labels [] spec.selector']],
  [
    'a warning beside an error',
    telemetry('{tracing: [{}, {randomSamplingPercentage: 101}]}'),
    [
      'telemetry/multiple-tracing [] spec.tracing',
      'telemetry/sampling [istio,apiserver] spec.tracing[1].randomSamplingPercentage',
    ],
  ],
  [
    'an object without schema',
    object('v1 Service', '{ports: [{name: web}]}'),
    ['service/port-name [istio] spec.ports[0]'],
  ],
  [
    'an object without spec',
    'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n',
    ['service/shape [istio] spec'],
  ],
  [
    'an annotation',
    peer('{}').replace('name: a', 'name: a, annotations: {istio.io/dry-run: "true"}'),
    ['meta/dry-run-unsupported-kind [istio] metadata.annotations["istio.io/dry-run"]'],
  ],
])('%s', async (_, text, expected) => {
  expect(await summaries(text)).toEqual(expected);
});

test.each<[string, string, Record<string, string>]>([
  [
    'a value',
    `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: a
spec:
  mtls:
    mode: strict
`,
    { 'schema/enum': '7:11-7:17' },
  ],
  [
    'an unknown field at its key',
    `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: a
spec:
  mtl:
    mode: STRICT
`,
    { 'schema/unknown-field': '6:3-6:6' },
  ],
  [
    'a field that is missing at the key of its object',
    `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata:
  name: a
spec:
  match: []
`,
    { 'wasm/url': '5:1-5:5' },
  ],
  [
    'a field that is missing in a list item at the item',
    `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: a
spec:
  jwtRules:
  - issuer: a
  - audiences: [b]
`,
    { 'jwt/issuer-or-uri': '8:5-8:19' },
  ],
  [
    'the field to blame where the fault lies between several',
    `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: a
spec:
  action: DENY
  provider: {name: b}
  rules: [{}]
`,
    { 'authz/provider-without-custom': '7:13-7:22' },
  ],
  [
    'a name in snake_case',
    `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: a
spec:
  tracing:
  - random_sampling_percentage: 101
`,
    { 'telemetry/sampling': '7:33-7:36', 'schema/unknown-field': '7:5-7:31' },
  ],
  [
    'an item of a List',
    `apiVersion: v1
kind: List
items:
- apiVersion: security.istio.io/v1
  kind: PeerAuthentication
  metadata:
    name: a
  spec:
    mtls: {mode: strict}
`,
    { 'schema/enum': '9:18-9:24' },
  ],
  [
    'JSON',
    '{"apiVersion": "security.istio.io/v1", "kind": "PeerAuthentication",\n "metadata": {"name": "a"}, "spec": {"mtls": {"mode": "strict"}}}',
    { 'schema/enum': '2:55-2:63' },
  ],
])('the range of %s', async (_, text, expected) => {
  const ranges = (await findingsOf(text)).map(({ rule, range: { start, end } }) => [
    rule,
    `${start.line}:${start.column}-${end.line}:${end.column}`,
  ]);
  expect(Object.fromEntries(ranges)).toEqual(expected);
});

test('a finding names its object, its document and the page about it', async () => {
  const text = `${peer('{}')}---\n${peer('{mtls: {mode: strict}}').replace('name: a', 'name: b, namespace: c')}`;
  const [finding] = await findingsOf(text);
  expect(finding).toMatchObject({
    code: 'MSH0005',
    severity: 'error',
    file: 'mesh.yaml',
    document: 1,
    path: 'spec.mtls.mode',
    resource: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', namespace: 'c', name: 'b' },
    related: [],
    fixes: [{ description: 'replace "strict" by "STRICT"' }],
  });
  expect(finding?.docs).toMatch(/schema.*enum$/);
  expect(finding?.resource).not.toHaveProperty('cluster');
});

test('each item of a List is an object, with paths of its own', async () => {
  const items = ['STRICT', 'strict', 'off'].map((mode) => `- ${JSON.stringify(itemOf(mode))}`);
  const found = await summaries(`apiVersion: v1\nkind: List\nitems:\n${items.join('\n')}\n`);
  expect(found).toEqual([
    'schema/enum [istio,apiserver] spec.mtls.mode',
    'schema/enum [istio,apiserver] spec.mtls.mode',
  ]);
});

const itemOf = (mode: string): object => ({
  apiVersion: 'security.istio.io/v1',
  kind: 'PeerAuthentication',
  metadata: { name: 'a' },
  spec: { mtls: { mode } },
});

test('the namespace of an object without one is the one that is assumed', async () => {
  const rule = object(
    'networking.istio.io/v1 ServiceEntry',
    '{hosts: [a.b], exportTo: [., default], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}',
  );
  expect(await summaries(rule)).toEqual(['exportto/duplicate [istio] spec.exportTo[1]']);
  expect(await summaries(rule, { namespace: 'shop' })).toEqual([]);
});

test('all documents are checked, whatever is wrong with one of them', async () => {
  const bad = peer('{mtls: {mode: strict}}');
  const { findings, unreadable, documents, resources, checked } = await validate(
    readText(`${bad}---\nkind: [\n---\n${bad}`, 'mesh.yaml'),
  );
  expect(findings.map(({ rule, document }) => [rule, document])).toEqual([
    ['schema/enum', 0],
    ['yaml/syntax', 1],
    ['schema/enum', 2],
  ]);
  expect({ unreadable, documents, resources, checked }).toEqual({
    unreadable: true,
    documents: 3,
    resources: 2,
    checked: 2,
  });
});

test('what cannot be read is refused by both', async () => {
  const [finding] = await findingsOf('a: 1\na: 2\n');
  expect(finding).toMatchObject({
    code: 'MSH0001',
    rule: 'yaml/duplicate-key',
    rejectedBy: ['istio', 'apiserver'],
    path: '',
  });
});

test('findings stand in the order of the file', async () => {
  const text = wasm('{sha256: x, pluginName: a, url: "ftp://a", match: [{ports: [{number: 0}]}]}');
  expect((await findingsOf(text)).map(({ rule }) => rule)).toEqual([
    'wasm/sha256',
    'wasm/url',
    'wasm/match-port',
  ]);
});

test('files stand in order, and every one is named', async () => {
  const batches = async function* (): AsyncGenerator<ReturnType<typeof readText>> {
    for (const name of ['b.yaml', 'a.yaml', 'c.yaml']) {
      await Promise.resolve();
      yield readText(name === 'c.yaml' ? peer('{}') : peer('{mtls: {mode: x}}'), name);
    }
  };
  const { findings, files, documents, checked } = await validate(batches());
  expect(findings.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml']);
  expect({ files, documents, checked }).toEqual({
    files: ['b.yaml', 'a.yaml', 'c.yaml'],
    documents: 3,
    checked: 3,
  });
});

test('a file without a kind is read as what the user says', async () => {
  const text = 'proxyListenPort: 70000\n';
  expect(await summaries(text, { as: 'MeshConfig' })).toEqual(['port/range [istio] proxyListenPort']);
  expect(await summaries('networks: {a: {endpoints: [{fromCidr: x}]}}', { as: 'MeshNetworks' })).toEqual([
    'ip/invalid [istio] networks.a.endpoints[0].fromCidr',
  ]);
  expect(await summaries(text)).toEqual([]);
});

test('the definitions of a Gateway API channel hold', async () => {
  const mirror = '{backendRef: {name: b, port: 80}, fraction: {numerator: 1}}';
  const rule = object(
    'gateway.networking.k8s.io/v1 HTTPRoute',
    `{rules: [{retry: {attempts: 2}, filters: [{type: RequestMirror, requestMirror: ${mirror}}]}]}`,
  );
  expect(await summaries(rule, { channel: 'experimental' })).toEqual([]);
  expect(await summaries(rule, { channel: 'standard' })).toEqual([
    'schema/unknown-field [apiserver] spec.rules[0]',
  ]);
});

test('objects that are not checked are counted by their type', async () => {
  const texts = [
    object('v1 ConfigMap', '{}'),
    object('v1 ConfigMap', '{}'),
    object('networking.istio.io/v9 Gateway', '{}'),
    peer('{}'),
  ];
  const { skipped, resources, checked } = await validate(readText(texts.join('---\n'), 'mesh.yaml'));
  expect(skipped).toEqual({ 'v1 ConfigMap': 2, 'networking.istio.io/v9 Gateway': 1 });
  expect({ resources, checked }).toEqual({ resources: 4, checked: 1 });
});

test('lines around findings are at hand, and no others', async () => {
  const text = `${peer('{}')}---\n${peer('{mtls: {mode: x}}')}`;
  const { lines } = await validate(readText(text, 'mesh.yaml'));
  expect(lines('mesh.yaml', 8, 9)).toEqual(['metadata: {name: a}', 'spec: {mtls: {mode: x}}']);
  expect(lines('mesh.yaml', 1, 3)).toEqual([]);
  expect(lines('other.yaml', 8, 9)).toEqual([]);
});
