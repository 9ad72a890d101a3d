import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';
import { credentialInConfigMap } from './credential-in-config-map.ts';
import { credentialInEnv } from './credential-in-env.ts';
import { credentialInEnvoyFilter } from './credential-in-envoy-filter.ts';
import { credentialInRoute } from './credential-in-route.ts';
import { holdsSecret, isSecretName, isSecretValue } from './is-credential.ts';
import { object, toldOf } from './testing.ts';

it.each([
  ['DB_PASSWORD', true],
  ['clientSecret', true],
  ['x-api-key', true],
  ['AWS_SECRET_ACCESS_KEY', true],
  ['GITHUB_TOKEN', true],
  ['TOKEN_TTL', false],
  ['PASSWORD_FILE', false],
  ['SECRET_NAME', false],
  ['MONKEY', false],
  ['KEY', false],
])('%s: whether the name is that of a secret', (name, expected) => {
  expect(isSecretName(name)).toBe(expected);
});

it.each([
  ['correct-horse', true],
  ['p4ss', true],
  ['', false],
  ['/etc/secrets/token', false],
  ['https://accounts.example.com', false],
  ['true', false],
  ['3600', false],
  ['30m', false],
  ['$(DB_PASSWORD)', false],
  ['${DB_PASSWORD}', false],
  ['{{ .Values.password }}', false],
  ['%REQ(x-token)%', false],
  ['<password>', false],
  ['********', false],
])('%j: whether the value can be a secret', (value, expected) => {
  expect(isSecretValue(value)).toBe(expected);
});

it.each([
  ['-----BEGIN PRIVATE KEY-----\nMC4=', true],
  ['-----BEGIN EC PRIVATE KEY-----\nMC4=', true],
  ['-----BEGIN CERTIFICATE-----\nMC4=', false],
  ['postgres://cart:correct-horse@db.shop/cart', true],
  ['postgres://cart@db.shop/cart', false],
  ['postgres://cart:${PASSWORD}@db.shop/cart', false],
  ['http://shop.example:8080/a@b', false],
  ['Bearer 7e9fc5f2aa114b0cb7d3', true],
  ['Basic c2hvcDpjb3JyZWN0LWhvcnNl', true],
  ['Bearer %REQ(x-token)%', false],
  ['Basic authentication', false],
  ['Bearer token', false],
  ['Bearer authentication-scheme', false],
])('%j: whether the text holds a secret whatever it is called', (text, expected) => {
  expect(holdsSecret(text)).toBe(expected);
});

const rules = [credentialInEnvoyFilter, credentialInEnv, credentialInConfigMap, credentialInRoute];
const filter = (value: string): string =>
  object(
    'EnvoyFilter',
    'edge/a',
    `spec: {configPatches: [{applyTo: CLUSTER, patch: {operation: MERGE, value: ${value}}}]}`,
  );
const route = (headers: string): string =>
  object(
    'VirtualService',
    'edge/a',
    `spec: {hosts: [a.example], http: [{route: [{destination: {host: a}, ${headers}}]}]}`,
  );

const rows: [string, string, string[]][] = [
  [
    'an inline text of a secret',
    filter('{token_secret: {inline_string: correct-horse}}'),
    ['credential-in-envoyfilter warning a spec.configPatches[0].patch.value.token_secret.inline_string'],
  ],
  [
    'a key in a list',
    filter('{certs: [{private_key: "correct-horse"}]}'),
    ['credential-in-envoyfilter warning a spec.configPatches[0].patch.value.certs[0].private_key'],
  ],
  [
    'a header that a filter adds',
    filter('{headers: [{header: {key: authorization, value: correct-horse}}]}'),
    ['credential-in-envoyfilter warning a spec.configPatches[0].patch.value.headers[0].header.value'],
  ],
  [
    'a token in a script',
    filter('{inline_code: \'request:headers():add("authorization", "Bearer 7e9fc5f2aa114b0cb7d3")\'}'),
    ['credential-in-envoyfilter warning a spec.configPatches[0].patch.value.inline_code'],
  ],
  ['no inline text of something else', filter('{body: {inline_string: correct-horse}}'), []],
  ['no secret by its file', filter('{token_secret: {filename: /etc/token}}'), []],
  ['no switch', filter('{forward_token: true, token: "false"}'), []],
  [
    'a variable of a container that starts first',
    object(
      'Deployment',
      'a/b',
      'spec: {template: {spec: {initContainers: [{name: i, env: [{name: A, value: "1"}, {name: API_KEY, value: abcdef}]}]}}}',
    ),
    ['credential-in-env warning b spec.template.spec.initContainers[0].env[1].value'],
  ],
  [
    'no variable from a Secret',
    object(
      'Pod',
      'a/b',
      'spec: {containers: [{name: c, env: [{name: API_KEY, valueFrom: {secretKeyRef: {name: s, key: k}}}]}]}',
    ),
    [],
  ],
  [
    'a key of a ConfigMap',
    object('ConfigMap', 'a/b', 'data: {password: correct-horse, note: correct-horse}'),
    ['credential-in-configmap warning b data.password'],
  ],
  [
    'no certificate in a ConfigMap',
    object('ConfigMap', 'a/b', 'data: {ca.crt: "-----BEGIN CERTIFICATE-----"}'),
    [],
  ],
  [
    'a header that a route sets',
    route('headers: {request: {set: {x-api-key: correct-horse}}}'),
    ['credential-in-route warning a spec.http[0].route[0].headers.request.set.x-api-key'],
  ],
  ['no header that a route removes', route('headers: {request: {remove: [x-api-key]}}'), []],
  ['no header of a response', route('headers: {response: {set: {x-api-key: correct-horse}}}'), []],
  [
    'a header of an HTTPRoute',
    object(
      'HTTPRoute',
      'edge/a',
      'spec: {rules: [{filters: [{type: RequestHeaderModifier, requestHeaderModifier: {add: [{name: x-a, value: b}, {name: Authorization, value: "Basic c2hvcDpjb3JyZWN0LWhvcnNl"}]}}]}]}',
    ),
    ['credential-in-route warning a spec.rules[0].filters[0].requestHeaderModifier.add[1].value'],
  ],
];

it.each(rows)('finds %s', async (_, text, expected) => {
  expect(await toldOf(rules, [text])).toEqual(expected);
});

it('tells of the Pods of one template once, and of templates each', async () => {
  const container = 'containers: [{name: c, env: [{name: API_KEY, value: abcdef}]}]';
  const objects = [
    ...['a/b-1', 'a/b-2'].map((name) => object('Pod', name, `spec: {${container}}`, 'labels: {app: b}')),
    object('Pod', 'a/c-1', `spec: {${container}}`, 'labels: {app: c}'),
    ...['a/d', 'a/e'].map((name) => object('Deployment', name, `spec: {template: {spec: {${container}}}}`)),
  ];
  expect((await toldOf(rules, objects)).map((line) => line.replace(/ spec\.[^ ]*/, ''))).toEqual([
    'credential-in-env warning b-1 +1',
    'credential-in-env warning c-1',
    'credential-in-env warning d',
    'credential-in-env warning e',
  ]);
});

it('never tells the secret', async () => {
  const text = rows.map(([, object]) => object).join('\n---\n');
  const { findings } = await analyzeExample({ text, words: [] }, { only: rules.map(({ slug }) => slug) });
  expect(findings.length).toBeGreaterThan(5);
  expect(JSON.stringify(findings)).not.toMatch(/correct-horse|7e9fc5f2aa114b0cb7d3|c2hvcDpj|abcdef/);
});

it('tells of a Deployment and its Pods once', async () => {
  const spec = `containers: [{name: app, env: [{name: DB_PASSWORD, value: "hunter2-Xq9"}]}]`;
  const owner = 'ownerReferences: [{kind: ReplicaSet, name: cart-5d}]';
  const objects = [
    object('Deployment', 'a/cart', `spec: {template: {spec: {${spec}}}}`),
    object('Pod', 'a/cart-5d-x', `spec: {${spec}}`, `labels: {pod-template-hash: 5d}, ${owner}`),
  ];
  expect(await toldOf([credentialInEnv], objects)).toEqual([
    expect.stringMatching(/^credential-in-env warning cart .* \+1$/),
  ]);
});
