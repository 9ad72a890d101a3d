import type { JsonObject } from '../../../json.ts';
import { budgetOver, namespaceWith, workloadObject, type Workload } from './workloads.ts';

/** How the namespaces of the shop follow their control plane; the last one has no label, but its Pods have. */
const follows = [
  ...Array.from({ length: 4 }, () => ({ 'istio-injection': 'enabled' })),
  ...Array.from({ length: 3 }, () => ({ 'istio.io/rev': 'stable' })),
  ...Array.from({ length: 4 }, () => ({ 'istio.io/rev': '1-30-3' })),
  {},
] as const;

/** Namespaces of the shop, by name; `wave` of three tells which move together. */
export const shopNamespaces: readonly string[] = follows.map(
  (_, index) => `shop-${String(index + 1).padStart(2, '0')}`,
);

/** Two budgets that allow no disruption as long as nobody makes room. */
const tightBudgets: readonly JsonObject[] = [
  budgetOver({ namespace: 'shop-02', name: 'web' }, { minAvailable: 2 }),
  budgetOver({ namespace: 'shop-06', name: 'store' }, { maxUnavailable: 0 }),
];

/** The budgets with room for one Pod. */
export const looseBudgets: readonly JsonObject[] = [
  budgetOver({ namespace: 'shop-02', name: 'web' }, { maxUnavailable: 1 }),
  budgetOver({ namespace: 'shop-06', name: 'store' }, { maxUnavailable: 1 }),
];

/**
 * 60 Pods in twelve namespaces that follow the control plane 1-30-3: as the default, by the tag `stable`, by its name,
 * and by the labels of Pods. Each namespace has a Deployment, a StatefulSet and a DaemonSet, one of which waits for its
 * Pods to be deleted. A thirteenth namespace is not of the mesh.
 */
export const shopObjects: readonly JsonObject[] = [
  ...shopNamespaces.map((name, index) => namespaceWith(name, follows[index])),
  namespaceWith('plain'),
  ...shopNamespaces.flatMap((namespace, index) => workloadsOf(namespace, index)).map(workloadObject),
  workloadObject({ kind: 'Deployment', namespace: 'plain', name: 'web', replicas: 1 }),
  ...tightBudgets,
];

function workloadsOf(namespace: string, index: number): readonly Workload[] {
  const byLabel = index === shopNamespaces.length - 1;
  const asks = byLabel ? { labels: { 'sidecar.istio.io/inject': 'true' } } : {};
  const names = byLabel ? { labels: { 'istio.io/rev': '1-30-3' } } : {};
  return [
    { kind: 'Deployment', namespace, name: 'web', replicas: 2, ...asks },
    { kind: 'StatefulSet', namespace, name: 'store', replicas: 2, ...names },
    { kind: 'DaemonSet', namespace, name: 'agent', replicas: 1, onDelete: index === 3, ...asks },
  ];
}
