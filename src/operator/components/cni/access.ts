import { clusterRole, clusterRoleBinding, privilegedUse, type Rule } from '../../access.ts';
import type { KubeObject } from '../../component-context.ts';
import type { Plugin } from './plugin.ts';

const pods = (...verbs: string[]): Rule => ({ apiGroups: [''], resources: ['pods'], verbs });

/** What the plugin may do in the cluster: read pods, repair broken ones, mark those it has led into the mesh. */
export function clusterAccess({ namespace, values, labels }: Plugin): readonly KubeObject[] {
  const all = { ...labels.chart, ...labels.owner };
  const bound = (
    role: string,
    binding: string,
    rules: readonly Rule[],
    own: Record<string, string>,
  ): KubeObject[] => [
    clusterRole({ name: role, labels: { app: 'istio-cni', ...all } }, rules),
    clusterRoleBinding({ name: binding, labels: { ...own, ...all } }, role, { name: 'istio-cni', namespace }),
  ];
  const repairer = { 'k8s-app': 'istio-cni-repair' };
  return [
    ...bound('istio-cni', 'istio-cni', readRules(values), { app: 'istio-cni' }),
    ...(values.is('repair.enabled')
      ? bound('istio-cni-repair-role', 'istio-cni-repair-rolebinding', repairRules(values), repairer)
      : []),
    ...(values.is('ambient.enabled')
      ? bound('istio-cni-ambient', 'istio-cni-ambient', ambientRules, repairer)
      : []),
  ];
}

const readRules = (values: Plugin['values']): readonly Rule[] => [
  { apiGroups: [''], resources: ['pods', 'nodes', 'namespaces'], verbs: ['get', 'list', 'watch'] },
  ...(values.text('global.platform') === 'openshift' ? [privilegedUse] : []),
];

function repairRules(values: Plugin['values']): readonly Rule[] {
  return [
    { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
    pods('watch', 'get', 'list'),
    ...repairerRules(values),
  ];
}

/** Repairing in place asks for no more rights; only without it are pods deleted or else labelled. */
function repairerRules(values: Plugin['values']): readonly Rule[] {
  if (values.is('repair.repairPods')) return [];
  if (values.is('repair.deletePods')) return [pods('delete')];
  return values.is('repair.labelPods') ? [{ ...pods('patch', 'update'), resources: ['pods/status'] }] : [];
}

const ambientRules: readonly Rule[] = [
  { apiGroups: [''], resources: ['pods/status'], verbs: ['patch', 'update'] },
  { apiGroups: ['apps'], resources: ['daemonsets'], resourceNames: ['istio-cni-node'], verbs: ['get'] },
];
