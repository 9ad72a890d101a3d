import { kinds } from '../../api/index.ts';
import type { KindToList } from '../../kube/index.ts';
import { label } from '../../label.ts';

export type UpgradeKind = KindToList;

const of = (group: string, ...names: readonly string[]): readonly UpgradeKind[] =>
  names.map((kind) => ({ group, kind }));

/** Read in all namespaces: what control planes are, what follows them, and the configuration of the mesh. */
export const everywhere: readonly UpgradeKind[] = [
  ...of('admissionregistration.k8s.io', 'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'),
  ...of('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ...of('', 'Namespace', 'Pod', 'Service', 'Node'),
  ...of('apps', 'Deployment', 'StatefulSet', 'DaemonSet'),
  ...of('policy', 'PodDisruptionBudget'),
  ...kinds.map(({ group, kind }) => ({ group, kind })),
];

/** Read where control planes run. */
export const besideControlPlanes: readonly UpgradeKind[] = [
  ...of('', 'ConfigMap'),
  ...of('discovery.k8s.io', 'EndpointSlice'),
];

/** What an installation makes for its gateways, wherever that is. */
export const ofGateways: readonly UpgradeKind[] = [
  ...of('', 'ServiceAccount'),
  ...of('rbac.authorization.k8s.io', 'Role', 'RoleBinding'),
  ...of('autoscaling', 'HorizontalPodAutoscaler'),
].map((kind) => ({ ...kind, labelSelector: `${label.component} in (IngressGateways,EgressGateways)` }));
