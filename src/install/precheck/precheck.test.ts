import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { precheck } from './precheck.ts';
import type { PrecheckFacts } from './precheck-facts.ts';
import type { PrecheckOptions } from './precheck-options.ts';
import { failsPrecheck } from './precheck-report.ts';
import {
  definition,
  deployment,
  factsOf,
  istiod,
  node,
  podOf,
  served,
  webhook,
} from './testing/sample-facts.ts';

/** `code severity origin` of each finding. */
const found = (more: Partial<PrecheckFacts>, options: PrecheckOptions = {}): readonly string[] =>
  precheck(factsOf(more), options).checks.flatMap(({ findings }) =>
    findings.map(({ code, severity, origin }) => `${code} ${severity} ${origin}`),
  );

const gateway = (kind: string, resource: string, ...versions: readonly string[]) =>
  versions.map((version) => served(kind, resource, version, 'gateway.networking.k8s.io'));
const agent = { ...deployment(1, {}), kind: 'DaemonSet' };
const helm = { annotations: { 'meta.helm.sh/release-name': 'istiod' } };
const planes = (...all: readonly ReturnType<typeof istiod>[]): Partial<PrecheckFacts> => ({ istiods: all });
const present = (revision: string) => `MSH0305 info Deployment istio-system/istiod-${revision}`;

type Row = readonly [
  sentence: string,
  facts: Partial<PrecheckFacts>,
  findings: readonly string[],
  options?: PrecheckOptions,
];

const rows: Readonly<Record<string, readonly Row[]>> = {
  Kubernetes: [
    ['the oldest version that is supported', { version: { gitVersion: 'v1.32.0-gke.5' } }, []],
    ['the newest one', { version: { gitVersion: 'v1.36.9+k3s1' } }, [], { platform: 'k3s' }],
    ['one that is too old', { version: { gitVersion: 'v1.31.9' } }, ['IST0142 error Cluster']],
    ['one that is too new', { version: { gitVersion: 'v1.37.0' } }, ['MSH0301 warning Cluster']],
    ['one that tells no version', { version: {} }, ['MSH0301 warning Cluster']],
    [
      'something that may not be created',
      { access: [{ attributes: { verb: 'create', resource: 'services' }, allowed: false }] },
      ['IST0141 error Cluster'],
    ],
  ],
  platforms: [
    [
      'OpenShift, of which the spec says nothing',
      { served: [served('X', 'xs', 'v1', 'config.openshift.io')] },
      ['MSH0310 warning Cluster'],
    ],
    [
      'OpenShift, as the spec says',
      { served: [served('X', 'xs', 'v1', 'config.openshift.io')] },
      [],
      { platform: 'openshift' },
    ],
    ['k3s without a node agent', { version: { gitVersion: 'v1.33.1+k3s1' } }, []],
    [
      'k3s with one',
      { version: { gitVersion: 'v1.33.1+k3s1' } },
      ['MSH0310 warning Cluster'],
      { objects: [agent] },
    ],
    [
      'a spec for another platform',
      { version: { gitVersion: 'v1.33.1-gke.1' } },
      ['MSH0310 warning Cluster'],
      { platform: 'k3s' },
    ],
    [
      'GKE, which is told from its version',
      { version: { gitVersion: 'v1.33.1-gke.1' } },
      [],
      { objects: [agent] },
    ],
  ],
  room: [
    ['exactly enough', {}, [], { objects: [deployment(2, { cpu: '2', memory: '4Gi' })] }],
    [
      'too little of all together',
      {},
      ['MSH0311 warning Cluster'],
      { objects: [deployment(3, { cpu: '2' })] },
    ],
    [
      'too little on each node for one pod',
      { nodes: [node('one'), node('two')] },
      ['MSH0311 warning Cluster'],
      { objects: [deployment(1, { cpu: '4500m' })] },
    ],
    [
      'less because of pods that run',
      { pods: [podOf('cart', { resources: { requests: { cpu: '3' } } })] },
      ['MSH0311 warning Cluster'],
      { objects: [deployment(1, { cpu: '1500m' })] },
    ],
    [
      'no less because of pods that have ended, or run elsewhere',
      {
        pods: [
          podOf('job', { resources: { requests: { cpu: '3' } } }, { status: { phase: 'Succeeded' } }),
          podOf(
            'far',
            {},
            { spec: { nodeName: 'two', containers: [{ resources: { requests: { cpu: '3' } } }] } },
          ),
        ],
      },
      [],
      { objects: [deployment(1, { cpu: '1500m' })] },
    ],
    [
      'none on a node that takes no pods',
      { nodes: [node('one', { unschedulable: true })] },
      ['MSH0311 warning Cluster'],
      { objects: [deployment(1, {})] },
    ],
    [
      'none on a node that repels pods',
      { nodes: [node('one', { taints: [{ effect: 'NoSchedule' }] })] },
      ['MSH0311 warning Cluster'],
      { objects: [deployment(1, {})] },
    ],
    [
      'none on a node that is not ready',
      { nodes: [node('one', {}, { conditions: [] })] },
      ['MSH0311 warning Cluster'],
      { objects: [deployment(1, {})] },
    ],
    ['a node agent on every node', { nodes: [node('one'), node('two')] }, [], { objects: [agent] }],
  ],
  'Gateway API': [
    ['both versions', { served: gateway('Gateway', 'gateways', 'v1', 'v1beta1') }, []],
    [
      'only the first',
      { served: gateway('HTTPRoute', 'httproutes', 'v1beta1') },
      ['IST0172 warning CustomResourceDefinition httproutes.gateway.networking.k8s.io'],
    ],
    [
      'only an alpha',
      { served: gateway('Gateway', 'gateways', 'v1alpha2') },
      [
        'IST0156 error CustomResourceDefinition gateways.gateway.networking.k8s.io',
        'IST0172 warning CustomResourceDefinition gateways.gateway.networking.k8s.io',
      ],
    ],
    ['kinds that Istio reads in alpha', { served: gateway('TCPRoute', 'tcproutes', 'v1alpha2') }, []],
    [
      'a kind of another group',
      { served: [served('Gateway', 'gateways', 'v1alpha3', 'networking.istio.io')] },
      [],
    ],
    [
      'a bundle of which istiod does not read a kind',
      {
        definitions: [
          definition('tlsroutes.gateway.networking.k8s.io', {
            'gateway.networking.k8s.io/bundle-version': 'v1.4.1',
          }),
        ],
      },
      ['MSH0302 warning CustomResourceDefinition tlsroutes.gateway.networking.k8s.io'],
    ],
    [
      'the oldest bundle that will do',
      {
        definitions: [
          definition('tlsroutes.gateway.networking.k8s.io', {
            'gateway.networking.k8s.io/bundle-version': 'v1.5.0',
          }),
        ],
      },
      [],
    ],
  ],
  definitions: [
    [
      'those of Helm',
      {
        definitions: [definition('gateways.networking.istio.io', { 'meta.helm.sh/release-name': 'base' })],
        served: [served('Gateway', 'gateways', 'v1', 'networking.istio.io')],
      },
      ['MSH0303 info Cluster'],
    ],
    [
      'one that is not served',
      { definitions: [definition('gateways.networking.istio.io')] },
      ['MSH0304 warning CustomResourceDefinition gateways.networking.istio.io'],
    ],
    ['those of others', { definitions: [definition('gateways.example.io')] }, []],
  ],
  'control planes': [
    ['one of this release', planes(istiod('default', '1.31.0')), [present('default')]],
    ['one minor behind, which is replaced', planes(istiod('default', '1.30.2')), [present('default')]],
    [
      'two minors behind, which is replaced',
      planes(istiod('default', '1.29.2')),
      [present('default'), 'MSH0307 warning Deployment istio-system/istiod-default'],
    ],
    ['two minors behind, beside the new one', planes(istiod('old', '1.29.2')), [present('old')]],
    [
      'three minors behind, beside the new one',
      planes(istiod('old', '1.28.2')),
      [present('old'), 'MSH0307 warning Deployment istio-system/istiod-old'],
    ],
    [
      'one that is newer, which is replaced',
      planes(istiod('default', '1.32.0')),
      [present('default'), 'MSH0307 warning Deployment istio-system/istiod-default'],
    ],
    ['one that is newer, beside the new one', planes(istiod('next', '1.32.0')), [present('next')]],
    ['one with a tag that is no version', planes(istiod('default', 'latest')), [present('default')]],
    ['one of Helm', planes(istiod('default', '1.31.0', { ...helm, labels: {} })), [present('default')]],
    [
      'one of Helm that a spec replaces',
      planes(istiod('default', '1.31.0', { ...helm, labels: {} })),
      [present('default'), 'MSH0306 warning Deployment istio-system/istiod-default'],
      { named: true },
    ],
  ],
  webhooks: [
    [
      'an injector without its istiod',
      { injectors: [webhook('old', { 'istio.io/rev': 'old' })] },
      ['MSH0308 warning MutatingWebhookConfiguration old'],
    ],
    [
      'an injector with its istiod',
      { ...planes(istiod('old', '1.31.0')), injectors: [webhook('old', { 'istio.io/rev': 'old' })] },
      [present('old')],
    ],
    [
      'an injector that calls an istiod elsewhere',
      { injectors: [webhook('old', { 'istio.io/rev': 'old' }, { url: 'https://elsewhere/inject' })] },
      [],
    ],
    ['a webhook of somebody else', { injectors: [webhook('policy', {})] }, []],
    [
      'two for the same pods',
      {
        ...planes(istiod('a', '1.31.0')),
        injectors: [webhook('one', { 'istio.io/rev': 'a' }), webhook('two', { 'istio.io/rev': 'a' })],
      },
      [
        present('a'),
        'IST0139 error MutatingWebhookConfiguration one',
        'IST0139 error MutatingWebhookConfiguration two',
      ],
    ],
  ],
  'the default revision': [
    [
      'one that injects and another that validates',
      {
        ...planes(istiod('a', '1.31.0')),
        injectors: [webhook('tag', { 'istio.io/rev': 'a', 'istio.io/tag': 'default' })],
        validators: [webhook('istiod-default-validator', { 'istio.io/rev': 'b' })],
      },
      [present('a'), 'MSH0309 warning ValidatingWebhookConfiguration istiod-default-validator'],
    ],
    [
      'one for both',
      {
        ...planes(istiod('a', '1.31.0')),
        injectors: [webhook('tag', { 'istio.io/rev': 'a', 'istio.io/tag': 'default' })],
        validators: [webhook('istiod-default-validator', { 'istio.io/rev': 'a' })],
      },
      [present('a')],
    ],
  ],
};

describe.each(Object.entries(rows))('%s', (_, cases) => {
  test.each(cases.map((row) => ({ row, sentence: row[0] })))(
    '$sentence',
    ({ row: [, facts, findings, options] }) => {
      expect(found(facts, options)).toEqual(findings);
    },
  );
});

test('two revisions that are the default', () => {
  const tag = (name: string, revision: string) =>
    webhook(name, { 'istio.io/rev': revision, 'istio.io/tag': 'default' }, { url: 'https://x/inject' });
  expect(found({ injectors: [tag('one', 'a'), tag('two', 'b')] })).toContain('MSH0309 error Cluster');
});

describe('an upgrade', () => {
  const valuesMap = (values: JsonObject) => ({
    metadata: { name: 'values', namespace: 'istio-system' },
    data: { 'original-values': JSON.stringify(values) },
  });
  const zipkin = { metadata: { name: 'zipkin', namespace: 'istio-system' } };
  const mesh = (text: string) => ({
    metadata: { name: 'istio-a', namespace: 'istio-system' },
    data: { mesh: text },
  });
  const beside = { containers: [{ name: 'cart' }, { name: 'istio-proxy' }] };
  const variables = (...names: readonly string[]) => ({
    ...istiod('default', '1.26.0'),
    spec: {
      template: {
        spec: { containers: [{ name: 'discovery', env: names.map((name) => ({ name, value: 'x' })) }] },
      },
    },
  });
  const sidecar = { annotations: { 'sidecar.istio.io/status': '{}' }, name: 'cart', namespace: 'shop' };

  test.each<[string, number, Partial<PrecheckFacts>, readonly string[]]>([
    [
      'from before tracing was off',
      21,
      { services: [zipkin] },
      ['IST0169 warning Service istio-system/zipkin'],
    ],
    ['from after that', 22, { services: [zipkin] }, []],
    [
      'with OpenCensus',
      24,
      { configMaps: [mesh('extensionProviders:\n- name: a\n  opencensus:\n    service: x\n')] },
      ['MSH0312 warning ConfigMap istio-system/istio-a'],
    ],
    [
      'with Lightstep among the words of something else',
      24,
      { configMaps: [mesh('ingressService: lightstep\n')] },
      [],
    ],
    [
      'with an old istio-csr',
      23,
      { pods: [podOf('csr', { image: 'quay.io/jetstack/cert-manager-istio-csr:v0.12.0' })] },
      ['IST0169 warning Pod shop/csr'],
    ],
    [
      'with a newer istio-csr',
      23,
      { pods: [podOf('csr', { image: 'quay.io/jetstack/cert-manager-istio-csr:v0.12.1' })] },
      [],
    ],
    [
      'to proxies as init containers',
      26,
      { pods: [podOf('cart', { name: 'istio-proxy' }, { metadata: sidecar, spec: beside })] },
      ['IST0169 warning Pod shop/cart'],
    ],
    [
      'to proxies as init containers in several pods',
      26,
      { pods: ['cart', 'web'].map((name) => podOf(name, {}, { metadata: { name }, spec: beside })) },
      ['IST0169 warning Cluster'],
    ],
    [
      'with a gateway, whose proxy stays a container',
      26,
      { pods: [podOf('gateway', { name: 'istio-proxy' })] },
      [],
    ],
    [
      'to none of these while a node is old',
      26,
      {
        nodes: [node('one'), node('two', {}, { nodeInfo: { kubeletVersion: 'v1.32.4' } })],
        pods: [podOf('cart', { name: 'istio-proxy' }, { metadata: sidecar, spec: beside })],
      },
      [],
    ],
    [
      'with Kiali elsewhere',
      28,
      { pods: [podOf('kiali', { image: 'quay.io/kiali/kiali:v2' })] },
      ['IST0169 warning Pod shop/kiali'],
    ],
    [
      'with a variable that a change tells to be gone',
      26,
      planes(variables('PILOT_STATUS_QPS')),
      ['MSH0312 info Deployment istio-system/istiod-default'],
    ],
    [
      'with a variable that nobody reads any more',
      26,
      planes(variables('UNSAFE_PILOT_ENABLE_DELTA_TEST')),
      ['MSH0312 info Deployment istio-system/istiod-default'],
    ],
    ['with a variable that stays', 26, planes(variables('PILOT_ENABLE_STATUS')), []],
    [
      'with a compatibilityVersion that is gone',
      30,
      { configMaps: [valuesMap({ compatibilityVersion: '1.24' })] },
      ['MSH0312 warning ConfigMap istio-system/values'],
    ],
    [
      'with a compatibilityVersion that stays',
      30,
      { configMaps: [valuesMap({ compatibilityVersion: '1.30' })] },
      [],
    ],
  ])('%s', (_, minor, facts, findings) => {
    expect(found(facts, { from: { minor }, controlPlane: false })).toEqual(findings);
  });

  test('says what to do, and how it stays as it was', () => {
    const facts = factsOf({ pods: [podOf('kiali', { image: 'quay.io/kiali/kiali:v2' })] });
    const [finding] = precheck(facts, { from: { minor: 28 }, controlPlane: false }).checks.flatMap(
      ({ findings }) => findings,
    );
    expect(finding?.message).toMatch(/^since 1\.29: The debug endpoints .*[^.]$/);
    expect(finding?.hint).toMatch(
      /^run such tools .*; values\.pilot\.env\.ENABLE_DEBUG_ENDPOINT_AUTH=false keeps/,
    );
  });

  test('from a patch leaves out what that patch has already', () => {
    const facts = { pods: [podOf('kiali', { image: 'quay.io/kiali/kiali:v2' })] };
    const from = { minor: 28, version: '1.28.4' };
    expect(found(facts, { from, controlPlane: false })).toEqual([]);
  });
});

test('what could not be read is unknown, and no obstacle', () => {
  const nothing = {
    definitions: undefined,
    istiods: undefined,
    injectors: undefined,
    validators: undefined,
    nodes: undefined,
    pods: undefined,
  };
  const report = precheck(factsOf(nothing));
  expect(report.checks.filter(({ outcome }) => outcome === 'unknown').map(({ name }) => name)).toEqual([
    'kubernetes/platform',
    'kubernetes/capacity',
    'definitions/istio',
    'installed/control-planes',
    'installed/webhooks',
    'installed/default-revision',
  ]);
  expect(failsPrecheck(report)).toBe(false);
});

test('only warnings and errors speak against an installation', () => {
  const fails = (more: Partial<PrecheckFacts>) => failsPrecheck(precheck(factsOf(more)));
  expect(fails(planes(istiod('default', '1.31.0')))).toBe(false);
  expect(fails({ version: { gitVersion: 'v1.40.0' } })).toBe(true);
  expect(fails({ version: { gitVersion: 'v1.20.0' } })).toBe(true);
});
