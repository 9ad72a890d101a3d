import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../resources/index.ts';
import type { JsonObject } from '../json.ts';
import { parseDetectPath } from './detect-path.ts';
import { detect } from './detect.ts';
import type { Detection, DetectInput } from './detection.ts';
import { wholeMesh } from './testing/example-of.ts';

const object = (
  apiVersion: string,
  kind: string,
  spec: JsonObject,
  metadata: JsonObject = {},
): JsonObject => ({
  ...{ apiVersion, kind, metadata: { name: 'one', namespace: 'shop', ...metadata }, spec },
});
const stateOf = (entry: Detection, input: DetectInput) => detect({ entries: [entry] }, input).state;
const service = (spec: JsonObject, metadata: JsonObject = {}) => object('v1', 'Service', spec, metadata);
const virtualService = (spec: JsonObject) => object('networking.istio.io/v1', 'VirtualService', spec);
const authentication = (spec: JsonObject, metadata: JsonObject = {}) =>
  object('security.istio.io/v1', 'PeerAuthentication', spec, metadata);

type Row = readonly [sentence: string, state: 'yes' | 'no' | 'unseen', objects: readonly JsonObject[]];
const judges = (entry: Detection, rows: readonly Row[]) => {
  test.each(rows)('%s: %s', (_, state, objects) => {
    expect(stateOf(entry, wholeMesh(objects))).toBe(state);
  });
};

describe('a value that lacks or has members', () => {
  const entry: Detection = {
    kind: 'VirtualService',
    path: 'spec.gateways',
    predicate: 'containsOrAbsent',
    value: 'mesh',
  };
  judges(entry, [
    ['unset', 'yes', [virtualService({})]],
    ['with it', 'yes', [virtualService({ gateways: ['a', 'mesh'] })]],
    ['without it', 'no', [virtualService({ gateways: ['a'] })]],
  ]);
});

describe('a gap', () => {
  judges({ kind: 'VirtualService', path: 'spec.http[].retries', predicate: 'absent' }, [
    ['in the second route', 'yes', [virtualService({ http: [{ retries: {} }, {}] })]],
    ['in none', 'no', [virtualService({ http: [{ retries: {} }] })]],
    ['without any route', 'no', [virtualService({ tcp: [{}] })]],
  ]);
  judges({ kind: 'DestinationRule', path: 'spec..outlierDetection.minHealthPercent', predicate: 'absent' }, [
    [
      'in a subset',
      'yes',
      [
        object('networking.istio.io/v1', 'DestinationRule', {
          subsets: [{ trafficPolicy: { outlierDetection: {} } }],
        }),
      ],
    ],
    ['where nothing is detected', 'no', [object('networking.istio.io/v1', 'DestinationRule', {})]],
  ]);
  judges({ kind: 'Service', path: 'spec.nothing[]', predicate: 'absent' }, [
    ['of all items', 'yes', [service({ nothing: [] })]],
    ['of no item', 'no', [service({ nothing: ['a'] })]],
  ]);
});

describe('a filter in a path', () => {
  const path = 'spec{action=ALLOW or absent}.rules[].to[].operation.notPaths';
  const policy = (action: JsonObject) =>
    object('security.istio.io/v1', 'AuthorizationPolicy', {
      ...action,
      rules: [{ to: [{ operation: { notPaths: ['/a'] } }] }],
    });
  judges({ kind: 'AuthorizationPolicy', path, predicate: 'exists' }, [
    ['the value', 'yes', [policy({ action: 'ALLOW' })]],
    ['unset', 'yes', [policy({})]],
    ['another value', 'no', [policy({ action: 'DENY' })]],
  ]);
  judges({ kind: 'AuthorizationPolicy', path: path.replace(' or absent', ''), predicate: 'exists' }, [
    ['unset, which does not count', 'no', [policy({})]],
  ]);
});

describe('keys of a map', () => {
  const entry: Detection = {
    kind: 'Pod',
    path: 'metadata.annotations.*',
    predicate: 'matches',
    value: '^proxy\\.istio\\.io/.*=.*\\n',
  };
  const pod = (annotations: JsonObject) => object('v1', 'Pod', {}, { annotations });
  judges(entry, [
    ['the key and the value', 'yes', [pod({ 'proxy.istio.io/config': 'a\nb' })]],
    ['another key', 'no', [pod({ config: 'a\nb' })]],
    ['another value', 'no', [pod({ 'proxy.istio.io/config': 'a' })]],
  ]);
});

describe('images', () => {
  const entry: Detection = {
    ...{
      kind: 'Deployment',
      name: 'kiali',
      path: 'spec..image',
      predicate: 'imageVersionAtMost',
      value: '1.15',
    },
  };
  const kiali = (image: string, name = 'kiali') => object('apps/v1', 'Deployment', { image }, { name });
  judges(entry, [
    ['a patch of that version', 'yes', [kiali('quay.io:443/kiali/kiali:v1.15.2@sha256:0')]],
    ['a newer one', 'no', [kiali('quay.io/kiali/kiali:v1.16.0')]],
    ['one without a version', 'no', [kiali('quay.io:443/kiali/kiali')]],
    ['of something else', 'no', [kiali('kiali:v1.15', 'other')]],
  ]);
});

describe('references', () => {
  const entry: Detection = {
    kind: 'BackendTLSPolicy',
    path: 'spec.caCertificateRefs[]',
    predicate: 'unresolved',
  };
  const policy = object('gateway.networking.k8s.io/v1', 'BackendTLSPolicy', {
    caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'ca' }],
  });
  const held = (namespace: string) => object('v1', 'ConfigMap', {}, { name: 'ca', namespace });
  judges(entry, [
    ['to nothing', 'yes', [policy]],
    ['to an object of another namespace', 'yes', [policy, held('store')]],
    ['to an object', 'no', [policy, held('shop')]],
  ]);
  test('to what was not given are not seen', () => {
    const input = { ...wholeMesh([policy]), complete: (kind: string) => kind !== 'ConfigMap' };
    expect(detect({ entries: [entry] }, input)).toMatchObject({ state: 'unseen', missing: ['ConfigMap'] });
  });
});

describe('hosts', () => {
  judges({ kind: 'VirtualService', path: 'spec.hosts[]', predicate: 'outsideNamespace' }, [
    ['of another namespace', 'yes', [virtualService({ hosts: ['web.store.svc.cluster.local'] })]],
    ['of no namespace', 'yes', [virtualService({ hosts: ['www.example.com'] })]],
    ['of the same one', 'no', [virtualService({ hosts: ['web', 'web.shop', 'web.shop.svc.cluster.local'] })]],
  ]);
  const entry = object('networking.istio.io/v1', 'ServiceEntry', { hosts: ['web.shop.svc.cluster.local'] });
  judges({ kind: 'ServiceEntry', path: 'spec.hosts[]', predicate: 'duplicate' }, [
    ['that a Service has', 'yes', [entry, service({}, { name: 'web' })]],
    [
      'that a Service of another namespace has',
      'no',
      [entry, service({}, { name: 'web', namespace: 'store' })],
    ],
    ['that one object has', 'no', [entry]],
  ]);
});

describe('mutual TLS', () => {
  const root = { namespace: 'istio-system' };
  const [strict, permissive] = [{ mtls: { mode: 'STRICT' } }, { mtls: { mode: 'PERMISSIVE' } }];
  judges(
    { kind: 'PeerAuthentication', path: 'spec.mtls.mode', predicate: 'effectiveNotEquals', value: 'STRICT' },
    [
      ['by default', 'yes', []],
      ['in the whole mesh', 'no', [authentication(strict, root)]],
      ['but for a namespace', 'yes', [authentication(strict, root), authentication(permissive)]],
      [
        'but for a port',
        'yes',
        [authentication(strict, root), authentication({ portLevelMtls: { 80: { mode: 'DISABLE' } } })],
      ],
      [
        'and a namespace that takes it over',
        'no',
        [authentication(strict, root), authentication({ mtls: { mode: 'UNSET' } })],
      ],
      ['in one namespace', 'yes', [authentication(strict)]],
    ],
  );
});

describe('what gateways are for', () => {
  const entry: Detection = {
    ...{
      kind: 'Service',
      path: 'spec.type',
      predicate: 'equals',
      value: 'LoadBalancer',
      scope: 'gateway-service',
    },
  };
  const balanced = service({ type: 'LoadBalancer', selector: { app: 'edge' } });
  const pod = (annotations: JsonObject) => object('v1', 'Pod', {}, { labels: { app: 'edge' }, annotations });
  judges(entry, [
    ['a Service of a gateway', 'yes', [balanced, pod({ 'inject.istio.io/templates': 'gateway' })]],
    ['a Service of something else', 'no', [balanced, pod({})]],
    [
      'a Service of what a Gateway selects',
      'yes',
      [balanced, object('networking.istio.io/v1', 'Gateway', { selector: { app: 'edge' } })],
    ],
    [
      'a Service of the label of charts',
      'yes',
      [service({ type: 'LoadBalancer', selector: { istio: 'ingressgateway' } })],
    ],
  ]);
  test('is not seen without the Pods, but told of', () => {
    const verdict = detect(
      { entries: [entry] },
      { ...wholeMesh([balanced]), complete: (kind) => kind === 'Service' },
    );
    expect(verdict).toMatchObject({
      state: 'unseen',
      missing: ['Pod'],
      evidence: [{ resource: { kind: 'Service' } }],
    });
  });
  judges({ ...entry, scope: 'exposed-service' }, [['an exposed Service', 'yes', [balanced]]]);
});

describe('policies', () => {
  const policy = (matchLabels: JsonObject) =>
    object('security.istio.io/v1', 'AuthorizationPolicy', { selector: { matchLabels }, action: 'DENY' });
  const jwt = (matchLabels: JsonObject, namespace = 'shop') =>
    object('security.istio.io/v1', 'RequestAuthentication', { selector: { matchLabels } }, { namespace });
  const entry: Detection = {
    kind: 'AuthorizationPolicy',
    path: 'spec.action',
    predicate: 'equals',
    value: 'DENY',
  };
  judges({ ...entry, scope: 'authenticated-workload' }, [
    ['of the same Pods', 'yes', [policy({ app: 'web' }), jwt({ app: 'web' })]],
    ['of the whole mesh', 'yes', [policy({ app: 'web' }), jwt({}, 'istio-system')]],
    ['of other Pods', 'no', [policy({ app: 'web' }), jwt({ app: 'cart' })]],
    ['of another namespace', 'no', [policy({ app: 'web' }), jwt({}, 'store')]],
  ]);
  judges({ ...entry, scope: 'gateway-policy' }, [
    ['of a gateway', 'yes', [policy({ istio: 'ingressgateway' })]],
    ['of an application', 'no', [policy({ app: 'web' })]],
  ]);
});

describe('what an unset value means', () => {
  const entry = (absentMeans: NonNullable<Detection['absentMeans']>): Detection => ({
    ...{
      kind: 'HelmValue',
      path: 'cni.repair.deletePods',
      predicate: 'notEquals',
      value: false,
      absentMeans,
    },
  });
  test.each([
    ['affected', '1.20.0', 'yes'],
    ['affected before 1.21', '1.20.5', 'yes'],
    ['affected before 1.21', '1.21.0', 'no'],
    ['affected from 1.5', '1.5.0', 'yes'],
    ['affected from 1.5', '1.4.9', 'no'],
  ] as const)('%s, in %s: %s', (means, istioVersion, state) => {
    expect(stateOf(entry(means), wholeMesh([], { istioVersion }))).toBe(state);
  });
  test('a value that is set decides alone', () => {
    const operatorSpec = { values: { cni: { repair: { deletePods: false } } } };
    expect(stateOf(entry('affected'), wholeMesh([], { operatorSpec }))).toBe('no');
  });
});

describe('a few of several', () => {
  const at = (path: string, required = false): Detection => ({
    kind: 'Service',
    path,
    predicate: 'exists',
    required,
  });
  const script: Detection = { kind: 'Script', path: 'text', predicate: 'exists' };
  const [a, b, c] = [at('spec.a'), at('spec.b'), at('spec.c')];
  const must = at('spec.a', true);
  const mesh = wholeMesh([service({ a: 1, b: 1 })]);
  test.each([
    ['any: one', 'any', [a, c], 'yes'],
    ['any: one, and one that is not seen', 'any', [a, script], 'yes'],
    ['any: none, and one that is not seen', 'any', [c, script], 'unseen'],
    ['any: none', 'any', [c], 'no'],
    ['all: all', 'all', [a, b], 'yes'],
    ['all: not one', 'all', [a, c, script], 'no'],
    ['all: one is not seen', 'all', [a, script], 'unseen'],
    ['the required one and another', 'all-required-plus-any', [must, b, c], 'yes'],
    ['the required one alone of several', 'all-required-plus-any', [must, c], 'no'],
    ['the required one, with no other asked for', 'all-required-plus-any', [must], 'yes'],
    ['another without the required one', 'all-required-plus-any', [at('spec.c', true), a], 'no'],
    ['nothing asked for', 'any', [], 'unseen'],
  ] as const)('%s', (_, match, entries, state) => {
    expect(detect({ match, entries }, mesh).state).toBe(state);
  });
});

describe('what is read like an object', () => {
  const config = (text: string) => ({
    ...{
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'istio', namespace: 'istio-system' },
      data: { mesh: text },
    },
  });
  judges({ kind: 'ProxyConfig', path: 'statsdUdpAddress', predicate: 'exists' }, [
    ['of the mesh', 'yes', [config('defaultConfig: {statsdUdpAddress: a}')]],
    [
      'of a Pod',
      'yes',
      [object('v1', 'Pod', {}, { annotations: { 'proxy.istio.io/config': 'statsdUdpAddress: a' } })],
    ],
    ['of neither', 'no', [config('statsdUdpAddress: a')]],
  ]);
  judges({ kind: 'Gateway', path: 'spec.servers', predicate: 'exists' }, [
    ['the Gateway of Istio', 'yes', [object('networking.istio.io/v1', 'Gateway', { servers: [] })]],
    ['that of the Gateway API', 'no', [object('gateway.networking.k8s.io/v1', 'Gateway', { servers: [] })]],
  ]);
  test('versions', () => {
    const proxies = wholeMesh([], { proxyVersions: { 'web.shop': '1.11.4' } });
    const old: Detection = {
      kind: 'ProxyStatus',
      path: 'istioVersion',
      predicate: 'matches',
      value: '^1\\.11\\.',
    };
    expect(stateOf(old, proxies)).toBe('yes');
    expect(stateOf(old, wholeMesh([], { proxyVersions: { 'web.shop': '1.12.0' } }))).toBe('no');
    expect(stateOf(old, wholeMesh([]))).toBe('unseen');
    const line: Detection = { kind: 'IstioVersion', path: 'line', predicate: 'atLeast', value: '1.23' };
    expect(stateOf(line, wholeMesh([], { istioVersion: '1.23.0' }))).toBe('yes');
    expect(stateOf(line, wholeMesh([], { istioVersion: '1.22.9' }))).toBe('no');
    expect(stateOf(line, wholeMesh([]))).toBe('unseen');
  });
  test('who may do what is not seen', () => {
    expect(
      stateOf({ kind: 'Role', path: 'spec', predicate: 'grantedTo', value: 'tenants' }, wholeMesh([])),
    ).toBe('unseen');
  });
  test('what is planned counts for what is there, and not for what is missing where something runs', () => {
    const running = wholeMesh([config('enableTracing: true')], {
      operatorSpec: { meshConfig: { accessLogFile: 'x' } },
    });
    expect(stateOf({ kind: 'MeshConfig', path: 'accessLogFile', predicate: 'exists' }, running)).toBe('yes');
    expect(stateOf({ kind: 'MeshConfig', path: 'enableTracing', predicate: 'absent' }, running)).toBe('no');
  });
});

describe('evidence', () => {
  test('has the place in its file', () => {
    const text =
      'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  type: NodePort\n';
    const input = { ...wholeMesh([]), resources: readText(text, 'web.yaml').resources };
    expect(detect({ entries: [{ kind: 'Service', path: 'spec.type', predicate: 'exists' }] }, input)).toEqual(
      {
        state: 'yes',
        evidence: [
          {
            resource: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
            ...{ file: 'web.yaml', path: 'spec.type', value: 'NodePort' },
            range: { start: { line: 5, column: 9 }, end: { line: 5, column: 17 } },
          },
        ],
      },
    );
  });
  test('tells nothing that a Secret holds, but for its metadata', () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'cacerts' },
      data: { 'ca-key.pem': 'hidden' },
    };
    const entry: Detection = {
      kind: 'Secret',
      path: 'data',
      predicate: 'missingAny',
      value: ['root-cert.pem'],
    };
    const verdict = detect({ entries: [entry] }, wholeMesh([secret]));
    expect(verdict.state).toBe('yes');
    const key: Detection = { kind: 'Secret', path: 'data["ca-key.pem"]', predicate: 'exists' };
    const told = [verdict, detect({ entries: [key] }, wholeMesh([secret]))];
    expect(JSON.stringify(told)).not.toContain('hidden');
    const name: Detection = { kind: 'Secret', path: 'metadata.name', predicate: 'exists' };
    expect(detect({ entries: [name] }, wholeMesh([secret]))).toMatchObject({
      evidence: [{ value: 'cacerts' }],
    });
  });
});

test.each(['spec[0]', 'a b', '{a}', 'spec.["open'])('%s is no path', (path) => {
  expect(() => parseDetectPath(path)).toThrow('is no path of a detection');
});

test('any object is judged without an error', () => {
  const paths = ['spec..a[]', 'spec.(a|b).*', '["a.b"]{c=d or absent}.e', '..a'];
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, spec) => {
      const mesh = wholeMesh([
        JSON.parse(JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: {}, spec })) as JsonObject,
      ]);
      const states = (['exists', 'absent'] as const).map((predicate) =>
        stateOf({ kind: 'Service', path, predicate }, mesh),
      );
      expect(states).not.toContain('unseen');
    }),
  );
});
