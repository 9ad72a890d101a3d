import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../json.ts';
import { renderedField, type Row } from '../../testing/rendered-field.ts';

const plane = (pilot: JsonObject, global: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  ...{ profile: 'minimal', values: { pilot, global }, ...more },
});
const istiod = 'Deployment istiod';
const container = 'spec.template.spec.containers.discovery';
const variable = (name: string): string => `${container}.env.${name}.value`;
const control = 'ClusterRole istiod-clusterrole-istio-system';
const remote = (global: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ profile: 'remote', values: { global, ...more } },
});
const signing = ['update', 'create', 'get', 'delete', 'watch'];

const rows: readonly Row[] = [
  ['writes logs as JSON', plane({}, { logAsJson: true }), istiod, `${container}.args.3`, '--log_as_json'],
  [
    'names the namespace of the plugin',
    plane({ taint: { namespace: 'kube-system' } }),
    istiod,
    `${container}.args.5`,
    '--cniNamespace=kube-system',
  ],
  [
    'keeps connections as long as told',
    plane({ keepaliveMaxServerConnectionAge: '600s' }),
    istiod,
    `${container}.args.6`,
    '600s',
  ],
  [
    'trusts node proxies elsewhere',
    plane({ trustedZtunnelNamespace: 'nodes' }),
    istiod,
    variable('CA_TRUSTED_NODE_ACCOUNTS'),
    'nodes/ztunnel',
  ],
  [
    'takes taints away',
    plane({ taint: { enabled: true } }),
    istiod,
    variable('PILOT_NODE_UNTAINT_CONTROLLERS_TAINT_NAME'),
    'cni.istio.io/not-ready',
  ],
  ['takes none away', plane({}), istiod, variable('PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS'), undefined],
  [
    'knows what was revoked',
    plane({ crlConfigMapName: 'revoked' }),
    istiod,
    variable('PILOT_CRL_CONFIGMAP'),
    'revoked',
  ],
  ['serves other clusters', plane({}, { externalIstiod: true }), istiod, variable('EXTERNAL_ISTIOD'), 'true'],
  [
    'keeps to FIPS',
    plane({ env: { COMPLIANCE_POLICY: 'fips-140-3' } }),
    istiod,
    variable('GODEBUG'),
    'fips140=only',
  ],
  [
    'keeps to FIPS as the user says',
    plane({ env: { COMPLIANCE_POLICY: 'fips-140-3', GODEBUG: 'x=1' } }),
    istiod,
    variable('GODEBUG'),
    'x=1',
  ],
  [
    'has variables from elsewhere',
    plane({ envVarFrom: [{ name: 'S', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] }),
    istiod,
    `${container}.env.S.valueFrom.secretKeyRef.name`,
    's',
  ],
  ['traces nothing', plane({ traceSampling: 0 }), istiod, variable('PILOT_TRACE_SAMPLING'), undefined],
  [
    'tolerates what the user does, after the missing plugin',
    plane({ tolerations: [{ key: 'a', operator: 'Exists' }] }),
    istiod,
    'spec.template.spec.tolerations.*.key',
    ['cni.istio.io/not-ready', 'a'],
  ],
  [
    'has a number of processors',
    plane({ resources: { limits: { cpu: '2' } } }),
    istiod,
    `${container}.resources.limits.cpu`,
    2,
  ],
  [
    'has replicas when it does not scale',
    plane({ autoscaleEnabled: false, replicaCount: 3 }),
    istiod,
    'spec.replicas',
    3,
  ],
  ['has none when it scales', plane({ replicaCount: 3 }), istiod, 'spec.replicas', undefined],
  [
    'has a budget with several replicas',
    plane({ autoscaleEnabled: false, replicaCount: 3 }),
    'PodDisruptionBudget istiod',
    'spec.minAvailable',
    1,
  ],
  [
    'has no scaler without scaling',
    plane({ autoscaleEnabled: false }),
    'HorizontalPodAutoscaler istiod',
    '',
    undefined,
  ],
  [
    'scales by memory, too',
    plane({ memory: { targetAverageUtilization: 70 } }),
    'HorizontalPodAutoscaler istiod',
    'spec.metrics.*.resource.name',
    ['cpu', 'memory'],
  ],
  ['needs no rights to sign for itself', plane({}), control, 'rules.14.apiGroups', ['authorization.k8s.io']],
  [
    'has rights to have others sign',
    plane({}, { pilotCertProvider: 'k8s.io/a', certSigners: ['a'] }),
    control,
    'rules.13.verbs',
    signing,
  ],
  [
    'has none for a provider of the user',
    plane({}, { pilotCertProvider: 'custom', certSigners: ['a'] }),
    control,
    'rules.14.apiGroups',
    ['authorization.k8s.io'],
  ],
  [
    'has them for an authority outside',
    plane({ env: { EXTERNAL_CA: 'x' } }, { certSigners: ['a'] }),
    control,
    'rules.14.resourceNames',
    ['a'],
  ],
  [
    'may patch nodes to take taints away',
    plane({ taint: { enabled: true } }),
    control,
    'rules.10',
    { apiGroups: [''], resources: ['nodes'], verbs: ['patch'] },
  ],
  [
    'writes what analysis finds',
    plane({}, { istiod: { enableAnalysis: true } }),
    control,
    'rules.3.resources.0',
    'authorizationpolicies/status',
  ],
  [
    'shares services by another group',
    plane({ env: { MCS_API_GROUP: 'net.example' } }),
    'ClusterRole istio-reader-clusterrole-istio-system',
    'rules.7.apiGroups',
    ['net.example'],
  ],
  [
    'makes no gateways',
    plane({ env: { PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER: 'false' } }),
    'ClusterRole istiod-gateway-controller-istio-system',
    '',
    undefined,
  ],
  [
    'makes gateways',
    plane({}),
    'ClusterRoleBinding istiod-gateway-controller-istio-system',
    'subjects.0.name',
    'istiod',
  ],
  [
    'lets a reader of the user in',
    plane({}, { readerServiceAccount: { name: 'r', namespace: 'n' } }),
    'ClusterRoleBinding istio-reader-clusterrole-istio-system',
    'subjects',
    [{ kind: 'ServiceAccount', name: 'r', namespace: 'n' }],
  ],
  [
    'makes no account for that reader',
    plane({}, { readerServiceAccount: { name: 'r', namespace: 'n' } }),
    'ServiceAccount istio-reader-service-account',
    '',
    undefined,
  ],
  ['has nothing where no scope is', plane({}, { resourceScope: 'undefined' }), istiod, '', undefined],
  [
    'has a service with a host name',
    remote({ remotePilotAddress: 'a.example' }),
    'Service istiod',
    'spec.externalName',
    'a.example',
  ],
  [
    'has a service with addresses of a family',
    remote({ remotePilotAddress: '203.0.113.7', ipFamilies: ['IPv4'] }),
    'Service istiod',
    'spec.ipFamilies',
    ['IPv4'],
  ],
  [
    'has endpoints of the other family',
    remote({ remotePilotAddress: '2001:db8::1' }),
    'EndpointSlice istiod',
    'addressType',
    'IPv6',
  ],
  [
    'has another name beside a local one',
    remote({ remotePilotAddress: '203.0.113.7' }, { istiodRemote: { enabledLocalInjectorIstiod: true } }),
    'EndpointSlice istiod-remote',
    'endpoints',
    [{ addresses: ['203.0.113.7'] }],
  ],
  [
    'marks settings of a class as its own',
    plane({}, {}, { values: { gatewayClasses: { istio: { service: { spec: {} } } } } }),
    'ConfigMap istio-default-gatewayclass-istio',
    'metadata.labels.operator~istio~io/component',
    'Pilot',
  ],
  [
    'has a tag as its own webhook',
    plane({}, {}, { revision: 'r1', values: { revisionTags: ['prod'] } }),
    'MutatingWebhookConfiguration istio-revision-tag-prod',
    'metadata.labels.istio~io/tag',
    'prod',
  ],
  [
    'leaves webhooks to somebody else',
    plane({}, { operatorManageWebhooks: true }),
    'MutatingWebhookConfiguration istio-sidecar-injector',
    '',
    undefined,
  ],
  [
    'validates by default what the default revision does',
    plane({}, {}, { revision: 'r1', values: { defaultRevision: 'default' } }),
    'ValidatingWebhookConfiguration istiod-default-validator',
    'webhooks.0.clientConfig.service.name',
    'istiod',
  ],
  [
    'validates by default what a revision does',
    plane({}, {}, { values: { defaultRevision: 'r2' } }),
    'ValidatingWebhookConfiguration istiod-default-validator',
    'webhooks.0.clientConfig.service.name',
    'istiod-r2',
  ],
  [
    'refuses by default what is not stable',
    plane({}, {}, { profile: 'stable', values: { defaultRevision: 'default' } }),
    'ValidatingAdmissionPolicy stable-channel-default-policy.istio.io',
    'spec.failurePolicy',
    'Fail',
  ],
  [
    'refuses only for its revision without a default one',
    { profile: 'stable' },
    'ValidatingAdmissionPolicy stable-channel-default-policy.istio.io',
    '',
    undefined,
  ],
  [
    'refuses for its revision',
    { profile: 'stable' },
    'ValidatingAdmissionPolicyBinding stable-channel-policy-binding-istio-system.istio.io',
    'spec.validationActions',
    ['Deny'],
  ],
];

describe('the control plane', () => {
  it.each(rows)('%s', async (_, spec, object, path, expected) => {
    expect(await renderedField(spec, object, path)).toEqual(expected);
  });
});
