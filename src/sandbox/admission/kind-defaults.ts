import { plainText, type JsonObject } from '../../json.ts';
import { podDefaults } from './pod-defaults.ts';
import type { Default } from './set-defaults.ts';

const template = (base: string): readonly Default[] =>
  podDefaults.map(([path, value]) => [`${base}template.spec.${path}`, value] as const);

const rolling =
  (value: JsonObject) =>
  ({ type }: JsonObject): JsonObject | undefined =>
    type === 'RollingUpdate' ? value : undefined;

const webhookDefaults: readonly Default[] = [
  ['webhooks[].failurePolicy', 'Fail'],
  ['webhooks[].matchPolicy', 'Equivalent'],
  ['webhooks[].namespaceSelector', {}],
  ['webhooks[].objectSelector', {}],
  ['webhooks[].timeoutSeconds', 10],
  ['webhooks[].rules[].scope', '*'],
  ['webhooks[].clientConfig.service.port', 443],
];

const rbac = 'rbac.authorization.k8s.io';
const bindingDefaults: readonly Default[] = [
  ['roleRef.apiGroup', rbac],
  ['subjects[].apiGroup', ({ kind }) => (kind === 'ServiceAccount' ? undefined : rbac)],
];

const isReachable = ({ type }: JsonObject): boolean => type === 'LoadBalancer' || type === 'NodePort';

const serviceDefaults: readonly Default[] = [
  ['spec', {}],
  ['spec.sessionAffinity', 'None'],
  ['spec.type', 'ClusterIP'],
  ['spec.ports[].protocol', 'TCP'],
  ['spec.ports[].targetPort', ({ port }) => port],
  ['spec.internalTrafficPolicy', ({ type }) => (type === 'ExternalName' ? undefined : 'Cluster')],
  ['spec.externalTrafficPolicy', (spec) => (isReachable(spec) ? 'Cluster' : undefined)],
  ['spec.allocateLoadBalancerNodePorts', ({ type }) => (type === 'LoadBalancer' ? true : undefined)],
];

const cpuAt80 = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};

/**
 * What the API server adds to objects, by kind, as far as an installation of a mesh shows it:
 * https://kubernetes.io/docs/reference/kubernetes-api/
 */
export const kindDefaults: Readonly<Record<string, readonly Default[]>> = {
  Namespace: [['metadata.labels', {}]],
  Pod: [
    ...podDefaults.map(([path, value]) => [`spec.${path}`, value] as const),
    ['spec.enableServiceLinks', true],
  ],
  Deployment: [
    ['spec.replicas', 1],
    ['spec.revisionHistoryLimit', 10],
    ['spec.progressDeadlineSeconds', 600],
    ['spec.strategy', {}],
    ['spec.strategy.type', 'RollingUpdate'],
    ['spec.strategy.rollingUpdate', rolling({})],
    ['spec.strategy.rollingUpdate.maxUnavailable', '25%'],
    ['spec.strategy.rollingUpdate.maxSurge', '25%'],
    ...template('spec.'),
  ],
  DaemonSet: [
    ['spec.revisionHistoryLimit', 10],
    ['spec.updateStrategy', {}],
    ['spec.updateStrategy.type', 'RollingUpdate'],
    ['spec.updateStrategy.rollingUpdate', rolling({})],
    ['spec.updateStrategy.rollingUpdate.maxUnavailable', 1],
    ['spec.updateStrategy.rollingUpdate.maxSurge', 0],
    ...template('spec.'),
  ],
  StatefulSet: [
    ['spec.replicas', 1],
    ['spec.revisionHistoryLimit', 10],
    ['spec.podManagementPolicy', 'OrderedReady'],
    ['spec.updateStrategy', {}],
    ['spec.updateStrategy.type', 'RollingUpdate'],
    ['spec.updateStrategy.rollingUpdate', rolling({ partition: 0 })],
    ['spec.persistentVolumeClaimRetentionPolicy', { whenDeleted: 'Retain', whenScaled: 'Retain' }],
    ...template('spec.'),
  ],
  ReplicaSet: [['spec.replicas', 1], ...template('spec.')],
  Job: [
    ['spec.parallelism', 1],
    ['spec.completions', 1],
    ['spec.backoffLimit', 6],
    ['spec.suspend', false],
    ['spec.completionMode', 'NonIndexed'],
    ...template('spec.'),
  ],
  Service: serviceDefaults,
  Endpoints: [['subsets[].ports[].protocol', 'TCP']],
  EndpointSlice: [
    ['ports[].name', ''],
    ['ports[].protocol', 'TCP'],
  ],
  Secret: [['type', 'Opaque']],
  RoleBinding: bindingDefaults,
  ClusterRoleBinding: bindingDefaults,
  HorizontalPodAutoscaler: [
    ['spec.minReplicas', 1],
    ['spec.metrics', [cpuAt80]],
  ],
  MutatingWebhookConfiguration: [...webhookDefaults, ['webhooks[].reinvocationPolicy', 'Never']],
  ValidatingWebhookConfiguration: webhookDefaults,
  ValidatingAdmissionPolicy: [
    ['spec.failurePolicy', 'Fail'],
    ['spec.matchConstraints.matchPolicy', 'Equivalent'],
    ['spec.matchConstraints.namespaceSelector', {}],
    ['spec.matchConstraints.objectSelector', {}],
    ['spec.matchConstraints.resourceRules[].scope', '*'],
  ],
  CustomResourceDefinition: [
    ['spec.names.singular', ({ kind }) => plainText(kind).toLowerCase()],
    ['spec.names.listKind', ({ kind }) => `${plainText(kind)}List`],
    ['spec.conversion', { strategy: 'None' }],
  ],
};
