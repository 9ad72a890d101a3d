/** An API version of Kubernetes that is no longer served. */
export interface RemovedApi {
  /** The minor release of Kubernetes 1 that has removed it. */
  readonly removed: number;
  /** What to write instead; undefined where nothing takes its place. */
  readonly successor: string | undefined;
}

/** What has become of an API version of a kind; undefined for those that are served, or unknown. */
export const removedKubernetesApi = (apiVersion: string, kind: string): RemovedApi | undefined =>
  removals.get(apiVersion)?.get(kind);

type Row = readonly [removed: number, apiVersion: string, kinds: string, successor?: string];

/** After the deprecation guide of Kubernetes, https://kubernetes.io/docs/reference/using-api/deprecation-guide/. */
const rows: readonly Row[] = [
  [16, 'extensions/v1beta1', 'NetworkPolicy', 'networking.k8s.io/v1'],
  [16, 'extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', 'apps/v1'],
  [16, 'extensions/v1beta1', 'PodSecurityPolicy'],
  [16, 'apps/v1beta1', 'Deployment StatefulSet', 'apps/v1'],
  [16, 'apps/v1beta2', 'DaemonSet Deployment ReplicaSet StatefulSet', 'apps/v1'],
  [
    22,
    'admissionregistration.k8s.io/v1beta1',
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    'admissionregistration.k8s.io/v1',
  ],
  [22, 'apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 'apiextensions.k8s.io/v1'],
  [22, 'apiregistration.k8s.io/v1beta1', 'APIService', 'apiregistration.k8s.io/v1'],
  [22, 'certificates.k8s.io/v1beta1', 'CertificateSigningRequest', 'certificates.k8s.io/v1'],
  [22, 'coordination.k8s.io/v1beta1', 'Lease', 'coordination.k8s.io/v1'],
  [22, 'extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1'],
  [22, 'networking.k8s.io/v1beta1', 'Ingress IngressClass', 'networking.k8s.io/v1'],
  [
    22,
    'rbac.authorization.k8s.io/v1beta1',
    'ClusterRole ClusterRoleBinding Role RoleBinding',
    'rbac.authorization.k8s.io/v1',
  ],
  [22, 'scheduling.k8s.io/v1beta1', 'PriorityClass', 'scheduling.k8s.io/v1'],
  [22, 'storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', 'storage.k8s.io/v1'],
  [25, 'autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'autoscaling/v2'],
  [25, 'batch/v1beta1', 'CronJob', 'batch/v1'],
  [25, 'discovery.k8s.io/v1beta1', 'EndpointSlice', 'discovery.k8s.io/v1'],
  [25, 'events.k8s.io/v1beta1', 'Event', 'events.k8s.io/v1'],
  [25, 'node.k8s.io/v1beta1', 'RuntimeClass', 'node.k8s.io/v1'],
  [25, 'policy/v1beta1', 'PodDisruptionBudget', 'policy/v1'],
  [25, 'policy/v1beta1', 'PodSecurityPolicy'],
  [26, 'autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2'],
  [
    26,
    'flowcontrol.apiserver.k8s.io/v1beta1',
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1',
  ],
  [27, 'storage.k8s.io/v1beta1', 'CSIStorageCapacity', 'storage.k8s.io/v1'],
  [
    29,
    'flowcontrol.apiserver.k8s.io/v1beta2',
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1',
  ],
  [
    32,
    'flowcontrol.apiserver.k8s.io/v1beta3',
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1',
  ],
];

const removals = new Map<string, Map<string, RemovedApi>>();
for (const [removed, apiVersion, kinds, successor] of rows) {
  const byKind = removals.get(apiVersion) ?? new Map<string, RemovedApi>();
  removals.set(apiVersion, byKind);
  for (const kind of kinds.split(' ')) byKind.set(kind, { removed, successor });
}
