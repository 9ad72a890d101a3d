import { expect, it } from 'vitest';
import { told } from '../../testing/told.ts';
import { authorizationPolicyRules } from './index.ts';

const policy = (spec: string, namespace = 'shop'): string =>
  `{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: p, namespace: ${namespace}}, spec: {${spec}}}`;
const from = (source: string): string => `rules: [{from: [{source: {${source}}}]}]`;
const to = (operation: string): string => `rules: [{to: [{operation: {${operation}}}]}]`;
const workload = (labels = 'app: catalog', namespace = 'shop'): string =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: catalog, namespace: ${namespace}}, spec: {template: {metadata: {labels: {${labels}}}, spec: {serviceAccountName: catalog, containers: [{name: c, image: i}]}}}}`;
const namespace = (name: string, labels = ''): string =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}, labels: {${labels}}}}`;
const service = (ports: string): string =>
  `{apiVersion: v1, kind: Service, metadata: {name: catalog, namespace: shop}, spec: {selector: {app: catalog}, ports: [${ports}]}}`;

const shop = namespace('shop', 'istio-injection: enabled');

const rows: [string, string, string[], string[]][] = [
  ['has no opinion of a namespace without workloads', '', [policy('rules: []')], ['no-workload undecided 1']],
  [
    'says once that workloads with labels may live elsewhere',
    '',
    [policy('selector: {matchLabels: {app: a}}')],
    ['no-workload info p spec.selector'],
  ],
  [
    'takes a policy of the root namespace for all workloads',
    '',
    [workload(), policy('selector: {matchLabels: {app: catalog}}', 'istio-system')],
    [],
  ],
  [
    'knows workloads that are kept out of the mesh',
    'complete',
    [namespace('shop', 'istio-injection: disabled'), workload(), policy('rules: []')],
    ['no-workload warning p spec'],
  ],
  [
    'leaves policies with targets alone',
    'complete',
    [policy('targetRefs: [{group: "", kind: Service, name: catalog}]')],
    [],
  ],
  [
    'counts Pods only for istioctl',
    'compat complete',
    [namespace('shop', 'istio-injection: enabled'), workload(), policy('rules: []')],
    ['no-workload warning p spec'],
  ],
  [
    'reports a namespace of callers that is unknown once',
    '',
    [
      workload(),
      policy(from('namespaces: [orders, nowhere], notNamespaces: [nowhere]')),
      namespace('orders'),
    ],
    ['namespace-not-found info p spec.rules[0].from[0].source.namespaces[1] +1'],
  ],
  [
    'matches namespaces by start, by end and in any case',
    'complete',
    [shop, workload(), policy(from('namespaces: ["ord*", "*ers", ORDERS, "*"]')), namespace('orders')],
    [],
  ],
  [
    'reads methods and paths as clients send them',
    '',
    [workload(), policy(to('methods: [GET, get, "*", "P*", PSOT, BREW], paths: [/a, a, "*a", "{*}"]'))],
    [
      'unknown-method warning p spec.rules[0].to[0].operation.methods[1]',
      'unknown-method warning p spec.rules[0].to[0].operation.methods[4]',
      'unknown-method warning p spec.rules[0].to[0].operation.paths[1]',
      'unknown-method warning p spec.rules[0].to[0].operation.paths[3]',
    ],
  ],
  [
    'reads the form of principals',
    '',
    [
      workload(),
      policy(
        from(
          'principals: ["*", "cluster.local/*", "cluster.local/n*", "*/sa/x", "cluster.local/ns/shop/sa/*", catalog, "cluster.local/sa/catalog", "cluster.local/ns/shop/catalog*"]',
        ),
      ),
    ],
    [
      'foreign-trust-domain warning p spec.rules[0].from[0].source.principals[5]',
      'foreign-trust-domain warning p spec.rules[0].from[0].source.principals[6]',
      'foreign-trust-domain warning p spec.rules[0].from[0].source.principals[7]',
    ],
  ],
  [
    'says nothing of the service accounts of a foreign trust domain',
    'complete',
    [
      namespace('shop', 'istio-injection: enabled'),
      workload(),
      policy(from('principals: ["other.example/ns/shop/sa/nobody", "cluster.local/ns/shop/sa/nobody"]')),
    ],
    [
      'foreign-trust-domain warning p spec.rules[0].from[0].source.principals[0]',
      'unknown-service-account warning p spec.rules[0].from[0].source.principals[1]',
    ],
  ],
  [
    'knows the trust domain of the mesh config, and its former ones',
    '',
    [
      workload(),
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: "{trustDomain: new.example, trustDomainAliases: [old.example]}"}}',
      policy(from('principals: [new.example/ns/shop/*, old.example/ns/shop/*, foreign.example/ns/shop/*]')),
    ],
    ['foreign-trust-domain warning p spec.rules[0].from[0].source.principals[2]'],
  ],
  [
    'looks up service accounts in both notations',
    'complete',
    [
      shop,
      workload(),
      policy(from('serviceAccounts: [catalog, shop/catalog, default, catalgo, orders/none]')),
    ],
    [
      'unknown-service-account warning p spec.rules[0].from[0].source.serviceAccounts[3]',
      'unknown-service-account warning p spec.rules[0].from[0].source.serviceAccounts[4]',
    ],
  ],
  [
    'takes an account of another place for one of the cluster, unless it looks mistyped',
    '',
    [workload(), policy(from('serviceAccounts: [catalgo, orders/none]'))],
    [
      'unknown-service-account info p spec.rules[0].from[0].source.serviceAccounts[1]',
      'unknown-service-account warning p spec.rules[0].from[0].source.serviceAccounts[0]',
    ],
  ],
  [
    'finds a DENY of requests on a TCP port that it names',
    '',
    [
      workload(),
      service('{name: tcp, port: 9000}'),
      policy(
        `selector: {matchLabels: {app: catalog}}, action: DENY, ${to('methods: [GET], ports: ["9000"]')}`,
      ),
    ],
    ['http-fields-on-tcp warning p spec.rules[0] +1'],
  ],
  [
    'leaves a DENY without ports to the rule that reports it anyway',
    '',
    [
      workload(),
      service('{name: tcp, port: 9000}'),
      policy(`selector: {matchLabels: {app: catalog}}, action: DENY, ${to('methods: [GET]')}`),
    ],
    [],
  ],
  [
    'has no opinion where one port may be HTTP',
    '',
    [
      workload(),
      service('{name: tcp, port: 9000}, {name: web, port: 80}'),
      policy(`selector: {matchLabels: {app: catalog}}, ${to('methods: [GET]')}`),
    ],
    [],
  ],
];

it.each(rows)('%s', async (_, words, objects, expected) => {
  expect(await told(authorizationPolicyRules, words, objects)).toEqual(expected.toSorted());
});
