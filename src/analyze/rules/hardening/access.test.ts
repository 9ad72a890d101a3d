import { expect, it } from 'vitest';
import { allowAll } from './allow-all.ts';
import { clientMtlsOff } from './client-mtls-off.ts';
import { mtlsDisabled } from './mtls-disabled.ts';
import { mtlsPermissive } from './mtls-permissive.ts';
import { noDefaultDeny } from './no-default-deny.ts';
import { sharedServiceAccount } from './shared-service-account.ts';
import { injected, meshConfig, object, pod, policy, service, toldOf } from './testing.ts';

const rules = [mtlsPermissive, mtlsDisabled, clientMtlsOff, allowAll, noDefaultDeny, sharedServiceAccount];
const cart = [injected('shop'), pod('shop/cart', 'app: cart'), service('shop/cart')];
const peer = (name: string, spec: string): string => policy('PeerAuthentication', name, spec);
const access = (name: string, spec: string): string => policy('AuthorizationPolicy', name, spec);
const strict = peer('istio-system/default', 'mtls: {mode: STRICT}');
const known = access('shop/known', 'rules: [{from: [{source: {principals: [a/ns/b/sa/c]}}]}]');
const any = access('shop/get', 'rules: [{to: [{operation: {methods: [GET]}}]}]');
const rule = (text: string): string =>
  access('shop/rule', `selector: {matchLabels: {app: cart}}, rules: [${text}]`);

const toCart = (host: string, trafficPolicy: string): string =>
  object('DestinationRule', 'shop/cart', `spec: {host: ${host}, ${trafficPolicy}}`);
const off = 'trafficPolicy: {tls: {mode: DISABLE}}';
const closed = [...cart, strict, known];

const ownedBy = (name: string): string => `ownerReferences: [{kind: ReplicaSet, name: ${name}}]`;

const rows: [string, string, string[], string[]][] = [
  [
    'knows no mode as long as the policy of the mesh may be elsewhere',
    '',
    [...cart, any],
    ['mtls-permissive undecided 1'],
  ],
  [
    'takes PERMISSIVE for the default where all is given',
    'complete',
    [...cart, any],
    ['mtls-permissive warning cart metadata.name'],
  ],
  ['is silent under a strict mesh', '', [...cart, any, strict], []],
  [
    'reports the policy of the mesh once, with the workloads',
    '',
    [
      ...cart,
      pod('shop/web', 'app: web'),
      service('shop/web'),
      any,
      peer('istio-system/default', 'mtls: {mode: PERMISSIVE}'),
      object('Namespace', 'istio-system', ''),
    ],
    [
      'mtls-permissive warning default spec.mtls.mode +2',
      'shared-service-account warning cart spec.serviceAccountName +1',
    ],
  ],
  [
    'reports ports that are left open',
    '',
    [
      ...cart,
      any,
      strict,
      peer(
        'shop/cart',
        'selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}, portLevelMtls: {"8080": {mode: DISABLE}, "9000": {mode: PERMISSIVE}}',
      ),
    ],
    [
      'mtls-disabled warning cart spec.portLevelMtls["8080"].mode +1',
      'mtls-permissive warning cart spec.portLevelMtls["9000"].mode +1',
    ],
  ],
  ['is content with policies that ask who the client is', 'complete', [...cart, known], []],
  [
    'is content with a policy that refuses all without a certificate',
    'complete',
    [...cart, access('shop/deny', 'action: DENY, rules: [{from: [{source: {notPrincipals: ["*"]}}]}]')],
    [],
  ],
  [
    'is not content with one that refuses them on some paths',
    'complete',
    [
      ...cart,
      access(
        'shop/deny',
        'action: DENY, rules: [{from: [{source: {notPrincipals: ["*"]}}], to: [{operation: {paths: [/admin]}}]}]',
      ),
    ],
    ['mtls-permissive warning cart metadata.name'],
  ],
  [
    'says nothing of a mode that cannot be read',
    '',
    [...cart, any, peer('istio-system/default', 'mtls: {mode: Strict}')],
    ['mtls-permissive undecided 1'],
  ],
  [
    'says nothing of gateways',
    'complete',
    [
      injected('shop'),
      pod('shop/front', 'app: front', '', 'inject.istio.io/templates: gateway'),
      service('shop/front'),
    ],
    [],
  ],
  ['says nothing of Pods that serve nobody', 'complete', [injected('shop'), pod('shop/job', 'app: job')], []],
  [
    'names a Deployment and its Pods once',
    '',
    [
      injected('shop'),
      ...['shop/cart-5d-x', 'shop/cart-5d-y'].map((name) =>
        object(
          'Pod',
          name,
          'spec: {containers: [{name: app, image: "a/b:1"}]}',
          `labels: {tier: a, app: cart, pod-template-hash: 5d}, ${ownedBy('cart-5d')}`,
        ),
      ),
      object(
        'Deployment',
        'shop/cart',
        'spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: app, image: "a/b:1"}]}}}',
      ),
      service('shop/cart'),
      strict,
      access('other/x', ''),
    ],
    ['no-default-deny warning cart metadata.name'],
  ],
  [
    'names the Pods of one owner once, and those of another',
    '',
    [
      injected('shop'),
      ...['cart-5d', 'cart-5d', 'cart'].map((owner, index) =>
        object(
          'Pod',
          `shop/p${index}`,
          'spec: {containers: [{name: app, image: "a/b:1"}]}',
          `labels: {app: cart, pod-template-hash: 5d}, ${ownedBy(owner)}`,
        ),
      ),
      service('shop/cart'),
      strict,
      access('other/x', ''),
    ],
    ['no-default-deny warning p0 metadata.name +1'],
  ],
  [
    'takes machines for servers',
    'complete',
    [object('WorkloadEntry', 'shop/vm', 'spec: {address: 10.0.0.1, labels: {app: vm}}'), strict],
    ['no-default-deny warning vm metadata.name'],
  ],
  [
    'finds ambient workloads without a policy',
    '',
    [
      object('Namespace', 'shop', '', 'labels: {istio.io/dataplane-mode: ambient}'),
      pod('shop/cart', 'app: cart'),
      service('shop/cart'),
      strict,
      access('other/x', ''),
    ],
    ['no-default-deny warning cart metadata.name'],
  ],
  [
    'lets policies of a waypoint count',
    '',
    [
      object('Namespace', 'shop', '', 'labels: {istio.io/dataplane-mode: ambient}'),
      pod('shop/cart', 'app: cart'),
      service('shop/cart'),
      strict,
      access('shop/x', 'targetRefs: [{group: "", kind: Service, name: cart}], rules: []'),
    ],
    [],
  ],
  [
    'does not let policies of an ingress Gateway count',
    '',
    [
      ...cart,
      strict,
      object('KubernetesGateway', 'shop/front', 'spec: {gatewayClassName: istio, listeners: []}'),
      access(
        'shop/x',
        'targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: front}], rules: []',
      ),
    ],
    ['no-default-deny warning cart metadata.name'],
  ],
  [
    'takes a policy of the root namespace for a default',
    '',
    [...cart, strict, access('istio-system/none', '')],
    [],
  ],
  [
    'does not know of a default where no policy is given',
    '',
    [...cart, strict],
    ['no-default-deny undecided 1'],
  ],
  [
    'does not take a list of what is denied for a default',
    '',
    [...cart, strict, access('shop/x', 'action: DENY, rules: [{to: [{operation: {paths: [/admin]}}]}]')],
    ['no-default-deny warning cart metadata.name'],
  ],
  [
    'leaves it to an external service',
    '',
    [...cart, strict, access('shop/x', 'action: CUSTOM, provider: {name: a}, rules: [{}]')],
    [],
  ],
  [
    'reports a rule for everybody',
    '',
    [...cart, strict, rule('{from: [{source: {namespaces: [a]}}]}, {}')],
    ['allow-all warning rule spec.rules[1]'],
  ],
  [
    'reports a rule for all of the mesh',
    '',
    [...cart, strict, rule('{from: [{source: {principals: ["*"]}}]}')],
    ['allow-all warning rule spec.rules[0]'],
  ],
  [
    'is content with any principal that has a token',
    '',
    [...cart, strict, rule('{from: [{source: {principals: ["*"], requestPrincipals: [a/b]}}]}')],
    [],
  ],
  [
    'is content with any principal on some path',
    '',
    [...cart, strict, rule('{from: [{source: {principals: ["*"]}}], to: [{operation: {paths: [/]}}]}')],
    [],
  ],
  [
    'is content with rules that deny everything',
    '',
    [...cart, strict, access('shop/x', 'action: DENY, rules: [{}]'), known],
    [],
  ],
  [
    'reports a rule for everybody on a waypoint, not on a gateway',
    '',
    ['istio', 'istio-waypoint'].flatMap((name) => [
      object('KubernetesGateway', `shop/${name}`, `spec: {gatewayClassName: ${name}, listeners: []}`),
      access(
        `shop/at-${name}`,
        `targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: ${name}}], rules: [{}]`,
      ),
    ]),
    ['allow-all warning at-istio-waypoint spec.rules[0]'],
  ],
  [
    'knows versions of one application',
    '',
    [
      injected('shop'),
      pod('shop/a-v1', 'app: a'),
      pod('shop/a-v2', 'app: a'),
      pod('shop/b', 'app: b', 'serviceAccountName: b,'),
    ],
    [],
  ],
  [
    'does not count applications of other namespaces',
    '',
    [injected('shop'), injected('web'), pod('shop/a', 'app: a'), pod('web/b', 'app: b')],
    [],
  ],
  [
    'reports clients that send plain text',
    '',
    [...closed, toCart('cart', off)],
    ['client-mtls-off warning cart spec.trafficPolicy.tls.mode'],
  ],
  [
    'reports ports and subsets, too',
    '',
    [
      ...closed,
      toCart(
        'cart.shop.svc.cluster.local',
        'trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}, subsets: [{name: a, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}, {name: b, trafficPolicy: {tls: {mode: DISABLE}}}]',
      ),
    ],
    [
      'client-mtls-off warning cart spec.subsets[1].trafficPolicy.tls.mode',
      'client-mtls-off warning cart spec.trafficPolicy.portLevelSettings[0].tls.mode',
    ],
  ],
  [
    'reports plain text to everything',
    '',
    [...closed, toCart("'*.local'", off)],
    ['client-mtls-off warning cart spec.trafficPolicy.tls.mode'],
  ],
  ['is content with plain text to hosts outside', '', [...closed, toCart('db.example.com', off)], []],
  [
    'reports a mesh config without automatic mutual TLS',
    '',
    [...closed, meshConfig('{"enableAutoMtls": false}')],
    ['client-mtls-off warning istio data.mesh.enableAutoMtls'],
  ],
  ['is content with it', '', [...closed, meshConfig('{"enableAutoMtls": true}')], []],
];

it.each(rows)('%s', async (_, words, objects, expected) => {
  expect(await toldOf(rules, objects, words)).toEqual(expected);
});
