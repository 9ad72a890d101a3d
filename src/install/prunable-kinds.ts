import type { KindRef } from '../kube/index.ts';

const core = (kind: string): KindRef => ({ group: '', kind });
const apps = (kind: string): KindRef => ({ group: 'apps', kind });
const rbac = (kind: string): KindRef => ({ group: 'rbac.authorization.k8s.io', kind });
const admission = (kind: string): KindRef => ({ group: 'admissionregistration.k8s.io', kind });

/** Kinds of which every installation that is worth the name has some: without any of them there is none. */
export const telltaleKinds: readonly KindRef[] = [
  apps('Deployment'),
  apps('DaemonSet'),
  core('Service'),
  core('ConfigMap'),
  core('ServiceAccount'),
];

/** Kinds that are read whole: others' objects of them matter, or each of ours would have to be asked for. */
export const wholeKinds: readonly KindRef[] = [
  admission('MutatingWebhookConfiguration'),
  admission('ValidatingWebhookConfiguration'),
  rbac('ClusterRole'),
  rbac('ClusterRoleBinding'),
];

/** The other kinds that installations have had. */
export const otherKinds: readonly KindRef[] = [
  core('Pod'),
  core('Secret'),
  rbac('RoleBinding'),
  rbac('Role'),
  { group: 'policy', kind: 'PodDisruptionBudget' },
  { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' },
  { group: 'networking.istio.io', kind: 'EnvoyFilter' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  core('ResourceQuota'),
  { group: 'discovery.k8s.io', kind: 'EndpointSlice' },
  admission('ValidatingAdmissionPolicyBinding'),
  admission('ValidatingAdmissionPolicy'),
  { group: 'k8s.cni.cncf.io', kind: 'NetworkAttachmentDefinition' },
];

/**
 * Kinds of which objects are deleted that an installation owns and no longer renders, in this order. Definitions are not
 * among them: whatever users made of their kinds would go with them.
 */
export const prunableKinds: readonly KindRef[] = [...telltaleKinds, ...otherKinds, ...wholeKinds];
