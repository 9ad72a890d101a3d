import { expect, it } from 'vitest';
import { told } from '../../testing/told.ts';
import { ignoredOnKubernetesGateway } from '../policy/ignored-on-kubernetes-gateway.ts';
import { selectorNotFound } from '../policy/selector-not-found.ts';
import { requestAuthenticationRules } from '../requestauthentication/index.ts';
import { unknownRegistry } from '../meshnetworks/unknown-registry.ts';
import { gatewayApiVersion } from '../crd/gateway-api-version.ts';
import { conflict } from './conflict.ts';
import { portNotExposed } from './port-not-exposed.ts';

const rules = [
  ...[conflict, portNotExposed, selectorNotFound, ignoredOnKubernetesGateway],
  ...[...requestAuthenticationRules, unknownRegistry, gatewayApiVersion],
];

const security = (kind: string, name: string, spec: string, namespace = 'shop'): string =>
  `{apiVersion: security.istio.io/v1, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}`;
const peer = (name: string, spec: string, namespace?: string): string =>
  security('PeerAuthentication', name, spec, namespace);
const jwt = (name: string, spec = '', namespace?: string): string =>
  security('RequestAuthentication', name, `${spec} jwtRules: [{issuer: a}]`, namespace);
const demand = 'action: DENY, rules: [{from: [{source: {notRequestPrincipals: ["*"]}}]}]';
const pod = (labels: string, ports = ''): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, labels: {${labels}}}, spec: {containers: [{name: c, image: i, ports: [${ports}]}]}}`;
const service = (ports: string): string =>
  `{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec: {selector: {app: a}, ports: [${ports}]}}`;
const onApp = 'selector: {matchLabels: {app: a}}';
const crd = (name: string, version: string): string =>
  `{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: ${name}, annotations: {gateway.networking.k8s.io/bundle-version: "${version}"}}, spec: {}}`;

const rows: [string, string, string[], string[]][] = [
  [
    'takes the port of a Service for a mistake',
    '',
    [
      ...[pod('app: a'), service('{port: 80, targetPort: 8080}')],
      peer('x', `${onApp}, portLevelMtls: {80: {mode: DISABLE}, 8080: {mode: DISABLE}}`),
    ],
    ['port-not-exposed warning x spec.portLevelMtls["80"]'],
  ],
  [
    'follows the name of a port into the container',
    '',
    [
      ...[pod('app: a', '{name: web, containerPort: 8080}'), service('{port: 80, targetPort: web}')],
      peer('x', `${onApp}, portLevelMtls: {8080: {mode: DISABLE}}`),
    ],
    [],
  ],
  [
    'only notes a port that nobody names',
    '',
    [pod('app: a', '{containerPort: 8080}'), peer('x', `${onApp}, portLevelMtls: {9090: {mode: DISABLE}}`)],
    ['port-not-exposed info x spec.portLevelMtls["9090"]'],
  ],
  [
    'has no opinion of Pods without ports',
    '',
    [pod('app: a'), peer('x', `${onApp}, portLevelMtls: {9090: {mode: DISABLE}}`)],
    ['port-not-exposed undecided 1'],
  ],
  [
    'finds two policies for one workload',
    '',
    [
      pod('app: a, tier: web'),
      peer('x', `${onApp}, mtls: {mode: STRICT}`),
      peer('z', 'selector: {matchLabels: {tier: web}}, mtls: {mode: DISABLE}'),
    ],
    ['conflict error z metadata.name +1'],
  ],
  [
    'takes the policies of the mesh and of a namespace for steps',
    '',
    [peer('x', 'mtls: {mode: STRICT}', 'istio-system'), peer('z', 'mtls: {mode: DISABLE}')],
    [],
  ],
  [
    'does not find the labels of another namespace',
    '',
    [pod('app: a'), peer('x', 'selector: {matchLabels: {app: b}}, mtls: {mode: STRICT}')],
    ['selector-not-found warning x spec.selector.matchLabels'],
  ],
  [
    'finds a demand for tokens that holds for the mesh',
    '',
    [jwt('x', `${onApp},`), security('AuthorizationPolicy', 'p', demand, 'istio-system')],
    ['selector-not-found info x spec.selector.matchLabels'],
  ],
  [
    'finds one for a workload that both select',
    '',
    [
      pod('app: a, tier: web'),
      jwt('x', `${onApp},`),
      security('AuthorizationPolicy', 'p', `selector: {matchLabels: {tier: web}}, ${demand}`),
    ],
    [],
  ],
  [
    'does not take one for other workloads',
    '',
    [
      pod('app: a'),
      jwt('x', `${onApp},`),
      security('AuthorizationPolicy', 'p', `selector: {matchLabels: {tier: web}}, ${demand}`),
    ],
    ['without-policy info x spec.jwtRules'],
  ],
  ['has no opinion without any policy', '', [jwt('x')], ['without-policy undecided 1']],
  [
    'compares the versions of definitions without what comes after the number',
    '',
    [
      crd('tcproutes.gateway.networking.k8s.io', 'v1.6.0-rc.1'),
      crd('tlsroutes.gateway.networking.k8s.io', 'v1.10.0'),
      crd('grpcroutes.gateway.networking.k8s.io', 'newest'),
      crd('backendtlspolicies.gateway.networking.k8s.io', 'v1.3'),
    ],
    [
      'gateway-api-version warning backendtlspolicies.gateway.networking.k8s.io metadata.annotations["gateway.networking.k8s.io/bundle-version"]',
    ],
  ],
  [
    'takes an unknown cluster for a remote one when there is no remote secret',
    '',
    [
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {meshNetworks: "networks: {net: {endpoints: [{fromRegistry: east}], gateways: [{address: 192.0.2.1, port: 15443}]}}"}}',
    ],
    ['unknown-registry info meshnetworks networks.net.endpoints[0].fromRegistry'],
  ],
];

it.each(rows)('%s', async (_, words, objects, expected) => {
  expect(await told(rules, words, objects)).toEqual(expected.toSorted());
});
