import type { Kind } from './kind.ts';

/**
 * Kind, name in paths, short name, and what it is or has, as https://kubernetes.io/docs/reference/kubernetes-api/ lists
 * them: `cluster` (no namespace), `status`, `scale`, `counted` (generation), `all` and `api` (categories).
 */
const rows: Readonly<Record<string, readonly string[]>> = {
  v1: [
    'Namespace namespaces ns cluster status',
    'Node nodes no cluster status',
    'PersistentVolume persistentvolumes pv cluster status',
    'PersistentVolumeClaim persistentvolumeclaims pvc status',
    'Pod pods po status counted all',
    'Service services svc status all',
    'ConfigMap configmaps cm',
    'Secret secrets -',
    'ServiceAccount serviceaccounts sa',
    'Event events ev',
    'Endpoints endpoints ep',
    'ResourceQuota resourcequotas quota status',
    'LimitRange limitranges limits',
  ],
  'apps/v1': [
    'Deployment deployments deploy status scale counted all',
    'DaemonSet daemonsets ds status counted all',
    'StatefulSet statefulsets sts status scale counted all',
    'ReplicaSet replicasets rs status scale counted all',
    'ControllerRevision controllerrevisions -',
  ],
  'autoscaling/v2': ['HorizontalPodAutoscaler horizontalpodautoscalers hpa status all'],
  'policy/v1': ['PodDisruptionBudget poddisruptionbudgets pdb status counted'],
  'batch/v1': ['Job jobs - status counted all', 'CronJob cronjobs cj status counted all'],
  'rbac.authorization.k8s.io/v1': [
    'Role roles -',
    'RoleBinding rolebindings -',
    'ClusterRole clusterroles - cluster',
    'ClusterRoleBinding clusterrolebindings - cluster',
  ],
  'networking.k8s.io/v1': [
    'Ingress ingresses ing status counted',
    'IngressClass ingressclasses - cluster counted',
    'NetworkPolicy networkpolicies netpol counted',
  ],
  'discovery.k8s.io/v1': ['EndpointSlice endpointslices - counted'],
  'coordination.k8s.io/v1': ['Lease leases -'],
  'scheduling.k8s.io/v1': ['PriorityClass priorityclasses pc cluster counted'],
  'admissionregistration.k8s.io/v1': [
    'MutatingWebhookConfiguration mutatingwebhookconfigurations - cluster counted api',
    'ValidatingWebhookConfiguration validatingwebhookconfigurations - cluster counted api',
    'ValidatingAdmissionPolicy validatingadmissionpolicies - cluster status counted api',
    'ValidatingAdmissionPolicyBinding validatingadmissionpolicybindings - cluster counted api',
  ],
  'apiextensions.k8s.io/v1': [
    'CustomResourceDefinition customresourcedefinitions crd,crds cluster status counted api',
  ],
};

/** All kinds that are served from the start. */
export const builtInKinds: readonly Kind[] = Object.entries(rows).flatMap(([apiVersion, lines]) => {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  return lines.map((line) => kindOf(group ?? '', version ?? '', line.split(' ')));
});

function kindOf(group: string, version: string, words: readonly string[]): Kind {
  const [kind = '', resource = '', short = '-', ...traits] = words;
  return {
    group,
    version,
    kind,
    resource,
    singular: kind.toLowerCase(),
    namespaced: !traits.includes('cluster'),
    shortNames: short === '-' ? [] : short.split(','),
    categories: [
      ...(traits.includes('all') ? ['all'] : []),
      ...(traits.includes('api') ? ['api-extensions'] : []),
    ],
    status: traits.includes('status'),
    scale: traits.includes('scale'),
    generation: traits.includes('counted'),
  };
}
