import { templateLabels } from '../mesh/pod-owners.ts';
import { objectsOfKind, type UpgradeMesh } from '../mesh/upgrade-mesh.ts';

/** What every node has one of. */
export type NodeAgent = 'cni' | 'ztunnel';

/** Those of them that are there. */
export function nodeAgentsOf(mesh: UpgradeMesh): readonly NodeAgent[] {
  const labels = objectsOfKind(mesh, 'DaemonSet').map(templateLabels);
  return [
    ...(labels.some((one) => one['k8s-app'] === 'istio-cni-node') ? (['cni'] as const) : []),
    ...(labels.some(({ app }) => app === 'ztunnel') ? (['ztunnel'] as const) : []),
  ];
}
