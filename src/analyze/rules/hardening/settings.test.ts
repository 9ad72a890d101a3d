import { expect, it } from 'vitest';
import { egressAllowAny } from './egress-allow-any.ts';
import { firstPartyToken } from './first-party-token.ts';
import { forgeableHeader } from './forgeable-header.ts';
import { imageUnpinned } from './image-unpinned.ts';
import { istiodFlag } from './istiod-flag.ts';
import { jwtWithoutAudience } from './jwt-without-audience.ts';
import { plaintextDiscovery } from './plaintext-discovery.ts';
import { injected, meshConfig, object, pod, policy, toldOf } from './testing.ts';
import { untrustedClientAddress } from './untrusted-client-address.ts';
import { wasmWithoutChecksum } from './wasm-without-checksum.ts';

const rules = [
  ...[egressAllowAny, jwtWithoutAudience, wasmWithoutChecksum, imageUnpinned, forgeableHeader],
  ...[untrustedClientAddress, istiodFlag, plaintextDiscovery, firstPartyToken],
];
const registryOnly = '"outboundTrafficPolicy": {"mode": "REGISTRY_ONLY"}';
const closed = meshConfig(`{${registryOnly}}`);
const operator = (spec: string): string =>
  object('IstioOperator', 'istio-system/a', `spec: {meshConfig: {${registryOnly}}, ${spec}}`);
const access = (rule: string, more = ''): string =>
  policy('AuthorizationPolicy', 'edge/a', `${more} rules: [{${rule}}]`);
const jwt = (rule: string): string => policy('RequestAuthentication', 'edge/jwt', `jwtRules: [{${rule}}]`);
const istiod = (env: string): string =>
  object(
    'Deployment',
    'istio-system/istiod',
    `spec: {template: {spec: {containers: [{name: discovery, env: [${env}]}]}}}`,
  );
const image = (name: string): string =>
  object('Pod', 'a/b', `spec: {containers: [{name: istio-proxy, image: "${name}"}]}`);
const byHeader = (key: string): string => `when: [{key: "request.headers[${key}]", values: [a]}]`;
const remote = access('from: [{source: {remoteIpBlocks: [192.0.2.0/24]}}]');

const rows: [string, string[], string[]][] = [
  [
    'says that the default lets everything out',
    [meshConfig('{}')],
    ['egress-allow-any warning istio data.mesh'],
  ],
  [
    'points at the setting of an IstioOperator',
    [
      object(
        'IstioOperator',
        'istio-system/a',
        'spec: {meshConfig: {outboundTrafficPolicy: {mode: ALLOW_ANY}}}',
      ),
    ],
    ['egress-allow-any warning istio spec.meshConfig.outboundTrafficPolicy.mode'],
  ],
  [
    'reports a Sidecar that opens a closed mesh',
    [closed, object('Sidecar', 'a/b', 'spec: {outboundTrafficPolicy: {mode: ALLOW_ANY}}')],
    ['egress-allow-any warning b spec.outboundTrafficPolicy.mode'],
  ],
  [
    'is silent about ambient mode',
    [
      meshConfig('{}'),
      object('Namespace', 'a', '', 'labels: {istio.io/dataplane-mode: ambient}'),
      pod('a/b', 'app: b'),
    ],
    [],
  ],
  [
    'is not silent where a sidecar is left',
    [
      meshConfig('{}'),
      object('Namespace', 'a', '', 'labels: {istio.io/dataplane-mode: ambient}'),
      pod('a/b', 'app: b'),
      injected('c'),
      pod('c/d', 'app: d'),
    ],
    ['egress-allow-any warning istio data.mesh'],
  ],
  ['needs a mesh config', [injected('c')], ['egress-allow-any undecided 1']],

  [
    'reports each rule without an audience',
    [closed, jwt('issuer: a, audiences: [x]}, {issuer: b')],
    ['jwt-without-audience warning jwt spec.jwtRules[1]'],
  ],
  [
    'lets a policy ask for the audience',
    [closed, jwt('issuer: a'), access('when: [{key: request.auth.audiences, values: [x]}]')],
    [],
  ],
  [
    'needs the policy to be for the same workloads',
    [
      closed,
      jwt('issuer: a'),
      policy(
        'AuthorizationPolicy',
        'shop/a',
        'rules: [{when: [{key: request.auth.audiences, values: [x]}]}]',
      ),
    ],
    ['jwt-without-audience warning jwt spec.jwtRules[0]'],
  ],

  [
    'reports modules without a checksum',
    [
      closed,
      object('WasmPlugin', 'a/b', 'spec: {url: registry.example.com/a:1}'),
      object('TrafficExtension', 'a/c', 'spec: {wasm: {url: "https://a.example/b.wasm"}}'),
    ],
    ['wasm-without-checksum warning b spec.url', 'wasm-without-checksum warning c spec.wasm.url'],
  ],

  [
    'reports tags that move',
    [
      closed,
      ...[
        'istio/proxyv2',
        'istio/proxyv2:1.31',
        'istio/proxyv2:1.32-dev',
        'm.example:5000/istio/pilot:latest',
      ].map(image),
    ],
    Array(4).fill('image-unpinned warning b spec.containers[0].image') as string[],
  ],
  [
    'tells once of an image that many Pods of a namespace have',
    [closed, image('istio/proxyv2:latest'), image('istio/proxyv2:latest')],
    ['image-unpinned warning b spec.containers[0].image +1'],
  ],
  [
    'is content with releases, digests, and others',
    [
      closed,
      ...[
        'istio/proxyv2:1.31.1-distroless',
        'istio/proxyv2:1.20.3-asm.4',
        'istio/proxyv2:latest@sha256:00',
        'nginx:latest',
        'auto',
      ].map(image),
    ],
    [],
  ],
  [
    'reads annotations and IstioOperators',
    [
      operator('tag: latest, values: {global: {tag: 1.31-dev}}'),
      pod('a/b', 'app: b', '', 'sidecar.istio.io/proxyImage: "istio/proxyv2:latest"'),
    ],
    [
      'image-unpinned warning a spec.tag',
      'image-unpinned warning a spec.values.global.tag',
      'image-unpinned warning b metadata.annotations["sidecar.istio.io/proxyImage"]',
    ],
  ],

  [
    'reports a rule that a header decides',
    [closed, access(byHeader('X-Role'))],
    ['forgeable-header warning a spec.rules[0].when[0].key'],
  ],
  [
    'is content with an identity besides',
    [closed, access(`from: [{source: {requestPrincipals: [a/b]}}], ${byHeader('x-role')}`)],
    [],
  ],
  [
    'is not content with one of two sources',
    [
      closed,
      access(
        `from: [{source: {namespaces: [a]}}, {source: {ipBlocks: [10.0.0.0/8]}}], ${byHeader('x-role')}`,
      ),
    ],
    ['forgeable-header warning a spec.rules[0].when[0].key'],
  ],
  [
    'reports addresses in headers all the same',
    [closed, access(`from: [{source: {namespaces: [a]}}], ${byHeader('x-forwarded-for')}`)],
    ['forgeable-header warning a spec.rules[0].when[0].key'],
  ],
  [
    'trusts headers that are made of tokens',
    [
      closed,
      jwt('issuer: a, audiences: [x], outputClaimToHeaders: [{header: x-role, claim: role}]'),
      access(byHeader('x-role')),
    ],
    [],
  ],
  ['leaves policies that deny alone', [closed, access(byHeader('x-role'), 'action: DENY,')], []],
  [
    'leaves the method and the host alone',
    [closed, access(byHeader(':method')), access(byHeader('host'))],
    [],
  ],

  [
    'reports addresses of clients',
    [closed, remote, access('when: [{key: remote.ip, values: [192.0.2.1]}]')],
    [
      'untrusted-client-address warning a spec.rules[0].from[0].source.remoteIpBlocks',
      'untrusted-client-address warning a spec.rules[0].when[0].key',
    ],
  ],
  [
    'is content with trusted proxies',
    [meshConfig(`{${registryOnly}, "defaultConfig": {"gatewayTopology": {"numTrustedProxies": 1}}}`), remote],
    [],
  ],
  [
    'is content with an annotation of the gateway',
    [
      closed,
      remote,
      pod(
        'edge/front',
        'app: front',
        '',
        `proxy.istio.io/config: '{"gatewayTopology": {"numTrustedProxies": 2}}'`,
      ),
    ],
    [],
  ],
  [
    'is not content with another annotation',
    [closed, remote, pod('edge/front', 'app: front', '', `proxy.istio.io/config: '{"concurrency": 2}'`)],
    ['untrusted-client-address warning a spec.rules[0].from[0].source.remoteIpBlocks'],
  ],
  [
    'does not know of proxies without a mesh config',
    [remote],
    ['egress-allow-any undecided 1', 'untrusted-client-address undecided 1'],
  ],

  [
    'reports variables of istiod',
    [
      closed,
      istiod(
        '{name: UNSAFE_ENABLE_ADMIN_ENDPOINTS, value: "1"}, {name: XDS_AUTH, value: "False"}, {name: PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS, value: exec}',
      ),
    ],
    [0, 1, 2].map(
      (place) => `istiod-flag warning istiod spec.template.spec.containers[0].env[${place}].value`,
    ),
  ],
  [
    'is content with variables at their defaults',
    [
      closed,
      istiod(
        '{name: UNSAFE_ENABLE_ADMIN_ENDPOINTS, value: "false"}, {name: XDS_AUTH, value: "true"}, {name: PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS, value: ""}',
      ),
    ],
    [],
  ],
  [
    'reads variables of IstioOperators',
    [
      operator(
        'values: {pilot: {env: {ENABLE_DEBUG_ENDPOINT_AUTH: false}}}, components: {pilot: {k8s: {env: [{name: XDS_AUTH, value: "false"}]}}}',
      ),
    ],
    [
      'istiod-flag warning a spec.components.pilot.k8s.env[0].value',
      'istiod-flag warning a spec.values.pilot.env.ENABLE_DEBUG_ENDPOINT_AUTH',
    ],
  ],

  [
    'reports discovery without TLS in annotations',
    [
      closed,
      pod(
        'a/b',
        'app: b',
        '',
        `proxy.istio.io/config: '{"discoveryAddress": "istiod.istio-system.svc:15010"}'`,
      ),
    ],
    ['plaintext-discovery warning b metadata.annotations["proxy.istio.io/config"]'],
  ],
  [
    'is content with TLS in annotations',
    [
      closed,
      pod(
        'a/b',
        'app: b',
        '',
        `proxy.istio.io/config: '{"discoveryAddress": "istiod.istio-system.svc:15012"}'`,
      ),
    ],
    [],
  ],

  [
    'reports tokens of service accounts',
    [
      closed,
      istiod('{name: JWT_POLICY, value: first-party-jwt}'),
      object(
        'ConfigMap',
        'istio-system/istio-sidecar-injector',
        `data: {values: '{"global": {"jwtPolicy": "first-party-jwt"}}'}`,
      ),
    ],
    [
      'first-party-token warning istio-sidecar-injector data.values',
      'first-party-token warning istiod spec.template.spec.containers[0].env[0].value',
    ],
  ],
  [
    'is content with values that cannot be read',
    [closed, object('ConfigMap', 'istio-system/istio-sidecar-injector', "data: {values: '{'}")],
    [],
  ],
];

it.each(rows)('%s', async (_, objects, expected) => {
  expect(await toldOf(rules, objects)).toEqual(expected);
});
