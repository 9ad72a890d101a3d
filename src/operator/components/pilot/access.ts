import { plainText } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import {
  clusterRole,
  clusterRoleBinding,
  role,
  roleBinding,
  serviceAccount,
  type Rule,
} from '../../access.ts';
import type { Plane } from './plane.ts';

const read = ['get', 'watch', 'list'];
const listed = ['get', 'list', 'watch'];
const change = [...read, 'update', 'patch', 'create', 'delete'];
const core = '';
const istioGroups = [
  'config',
  'security',
  'networking',
  'authentication',
  'rbac',
  'telemetry',
  'extensions',
].map((group) => `${group}.istio.io`);
const rule = (
  groups: string | readonly string[],
  resources: readonly string[],
  verbs: readonly string[],
): Rule => ({
  apiGroups: typeof groups === 'string' ? [groups] : [...groups],
  resources: [...resources],
  verbs: [...verbs],
});

/** Who istiod is, and what it may do. */
export function accountOf({ name, istioNamespace: namespace, values, labels }: Plane): readonly KubeObject[] {
  return [
    serviceAccount({
      ...{ name, namespace, labels: { app: 'istiod', ...labels.chart } },
      annotations: values.map('serviceAccountAnnotations'),
      pullSecrets: values.list('global.imagePullSecrets'),
    }),
  ];
}

/** The rights of istiod in its own namespace. */
export function namespaceRoles({ name, istioNamespace: namespace, labels }: Plane): readonly KubeObject[] {
  const all = { app: 'istiod', ...labels.chart };
  return [
    role({ name, namespace, labels: all }, [
      rule('networking.istio.io', ['gateways'], ['create']),
      rule(core, ['secrets'], ['create', 'get', 'watch', 'list', 'update', 'delete']),
      rule(core, ['configmaps'], ['delete']),
      rule('coordination.k8s.io', ['leases'], ['get', 'update', 'patch', 'create']),
    ]),
    roleBinding({ name, namespace, labels: all }, name, { name, namespace }),
  ];
}

/** The rights of istiod in the whole cluster. */
export function clusterRoles(plane: Plane): readonly KubeObject[] {
  const { name, namespace, istioNamespace, suffix, labels } = plane;
  const all = { app: 'istiod', ...labels.chart };
  const subject = { name, namespace: istioNamespace };
  const deploysGateways =
    plainText(plane.values.at('env.PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER')) !== 'false';
  return [
    ['istiod-clusterrole', controlPlaneRules(plane)] as const,
    ...(deploysGateways ? [['istiod-gateway-controller', gatewayControllerRules] as const] : []),
  ].flatMap(([title, rules]) => {
    const metadata = { name: `${title}${suffix}-${namespace}`, labels: all };
    return [clusterRole(metadata, rules), clusterRoleBinding(metadata, metadata.name, subject)];
  });
}

const gatewayControllerRules: readonly Rule[] = [
  rule('apps', ['deployments'], change),
  rule('autoscaling', ['horizontalpodautoscalers'], change),
  rule('policy', ['poddisruptionbudgets'], change),
  rule(core, ['services'], change),
  rule(core, ['serviceaccounts'], change),
];

function controlPlaneRules(plane: Plane): readonly Rule[] {
  const { values } = plane;
  const writesConfig = values.is('global.istiod.enableAnalysis');
  const bundles = values.at('env.ENABLE_CLUSTER_TRUST_BUNDLE_API') === true;
  const multiCluster = multiClusterGroup(plane);
  return [
    rule('admissionregistration.k8s.io', ['mutatingwebhookconfigurations'], [...listed, 'update', 'patch']),
    rule('admissionregistration.k8s.io', ['validatingwebhookconfigurations'], [...listed, 'update']),
    rule(istioGroups, ['*'], read),
    ...(writesConfig ? [rule(istioGroups, judgedStatuses, ['update', 'patch'])] : []),
    rule('networking.istio.io', ['workloadentries'], change),
    rule('networking.istio.io', ['workloadentries/status', 'serviceentries/status'], change),
    rule('security.istio.io', ['authorizationpolicies/status'], change),
    rule(core, ['services/status'], change),
    rule('apiextensions.k8s.io', ['customresourcedefinitions'], listed),
    rule(core, ['pods', 'nodes', 'services', 'namespaces', 'endpoints'], listed),
    rule('discovery.k8s.io', ['endpointslices'], listed),
    ...(values.is('taint.enabled') ? [rule(core, ['nodes'], ['patch'])] : []),
    ...(writesConfig ? ingressRules : []),
    rule('networking.k8s.io', ['ingresses', 'ingressclasses'], listed),
    rule('networking.k8s.io', ['ingresses/status'], ['*']),
    rule(core, ['configmaps'], ['create', 'get', 'list', 'watch', 'update']),
    ...(hasSigners(values) ? certificateRules(values.list('global.certSigners')) : []),
    ...(bundles ? trustBundleRules : []),
    rule('authentication.k8s.io', ['tokenreviews'], ['create']),
    rule('authorization.k8s.io', ['subjectaccessreviews'], ['create']),
    ...gatewayApiRules,
    rule(core, ['secrets'], read),
    rule(multiCluster, ['serviceexports'], [...read, 'create', 'delete']),
    rule(multiCluster, ['serviceimports'], read),
  ];
}

/** Analysis writes what it finds into the status of these. */
const judgedStatuses = [
  'authorizationpolicies',
  'destinationrules',
  'envoyfilters',
  'gateways',
  'peerauthentications',
  'proxyconfigs',
  'requestauthentications',
  'serviceentries',
  'sidecars',
  'telemetries',
  'virtualservices',
  'wasmplugins',
  'workloadentries',
  'workloadgroups',
].map((plural) => `${plural}/status`);

const ingressGroups = ['extensions', 'networking.k8s.io'];

const ingressRules: readonly Rule[] = [
  rule(ingressGroups, ['ingresses'], listed),
  rule(ingressGroups, ['ingresses/status'], ['*']),
];

const multiClusterGroup = ({ values }: Plane): string =>
  values.text('env.MCS_API_GROUP') || 'multicluster.x-k8s.io';

/** Whether somebody else than istiod signs, by way of Kubernetes. */
const hasSigners = (values: Plane['values']): boolean =>
  values.is('env.EXTERNAL_CA') ||
  !['istiod', 'custom', 'none'].includes(values.text('global.pilotCertProvider'));

/** istiod publishes its roots to the whole cluster. */
const trustBundleRules: readonly Rule[] = [
  rule(
    'certificates.k8s.io',
    ['clustertrustbundles'],
    ['update', 'create', 'delete', 'list', 'watch', 'get'],
  ),
  { ...rule('certificates.k8s.io', ['signers'], ['attest']), resourceNames: ['istio.io/istiod-ca'] },
];

const routes = [
  'grpcroutes',
  'httproutes',
  'referencegrants',
  'tcproutes',
  'tlsroutes',
  'udproutes',
  'listenersets',
];

const gatewayApiRules: readonly Rule[] = [
  rule(['gateway.networking.k8s.io', 'gateway.networking.x-k8s.io'], ['*'], read),
  rule('gateway.networking.x-k8s.io', ['xbackendtrafficpolicies/status'], ['update', 'patch']),
  rule(
    'gateway.networking.k8s.io',
    ['backendtlspolicies', 'gatewayclasses', 'gateways', ...routes].map((kind) => `${kind}/status`),
    ['update', 'patch'],
  ),
  rule('gateway.networking.k8s.io', ['gatewayclasses'], ['create', 'update', 'patch', 'delete']),
  rule('inference.networking.k8s.io', ['inferencepools'], read),
  rule('inference.networking.k8s.io', ['inferencepools/status'], ['update', 'patch']),
];

/** Certificates of workloads are signed by Kubernetes. */
function certificateRules(signers: readonly unknown[]): readonly Rule[] {
  return [
    rule(
      'certificates.k8s.io',
      [
        'certificatesigningrequests',
        'certificatesigningrequests/approval',
        'certificatesigningrequests/status',
      ],
      ['update', 'create', 'get', 'delete', 'watch'],
    ),
    {
      ...rule('certificates.k8s.io', ['signers'], ['approve']),
      ...(signers.length > 0 && { resourceNames: signers.map(String) }),
    },
  ];
}

/** What a control plane of another cluster may read here. */
export function readerRoles(plane: Plane): readonly KubeObject[] {
  const { values, suffix, namespace, istioNamespace, labels } = plane;
  const multiCluster = multiClusterGroup(plane);
  if (values.at('global.enableReaderRBAC') === false) return [];
  const metadata = {
    name: `istio-reader-clusterrole${suffix}-${namespace}`,
    labels: { ...labels.chart, app: 'istio-reader', 'app.kubernetes.io/name': 'istio-reader' },
  };
  const custom = values.text('global.readerServiceAccount.name');
  const place = values.text('global.readerServiceAccount.namespace');
  return [
    clusterRole(metadata, [
      rule(istioGroups, ['*'], listed),
      rule(
        core,
        [
          'endpoints',
          'pods',
          'services',
          'nodes',
          'replicationcontrollers',
          'namespaces',
          'secrets',
          'configmaps',
        ],
        listed,
      ),
      rule('networking.istio.io', ['workloadentries'], read),
      rule(['networking.x-k8s.io', 'gateway.networking.k8s.io'], ['gateways'], read),
      rule('apiextensions.k8s.io', ['customresourcedefinitions'], listed),
      rule('discovery.k8s.io', ['endpointslices'], listed),
      rule(multiCluster, ['serviceexports'], [...listed, 'create', 'delete']),
      rule(multiCluster, ['serviceimports'], listed),
      rule('apps', ['replicasets'], listed),
      rule('authentication.k8s.io', ['tokenreviews'], ['create']),
      rule('authorization.k8s.io', ['subjectaccessreviews'], ['create']),
      ...(plane.remote ? remoteWriterRules : []),
    ]),
    clusterRoleBinding(metadata, metadata.name, {
      name: custom === '' ? 'istio-reader-service-account' : custom,
      namespace: place === '' ? istioNamespace : place,
    }),
  ];
}

/** A control plane elsewhere writes roots and certificates here itself. */
const remoteWriterRules: readonly Rule[] = [
  rule(core, ['configmaps'], ['create', 'get', 'list', 'watch', 'update']),
  rule('admissionregistration.k8s.io', ['mutatingwebhookconfigurations'], [...listed, 'update', 'patch']),
  rule('admissionregistration.k8s.io', ['validatingwebhookconfigurations'], [...listed, 'update']),
];
