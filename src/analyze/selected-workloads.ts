import type { FindingDetails } from './rule.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import type { Labels, Workload } from './workloads.ts';

/** The workloads that a policy is for: those of its namespace, or of all when it lives in the root namespace. */
export const selectedWorkloads = (mesh: Mesh, policy: MeshObject, selector: Labels): readonly Workload[] =>
  mesh.workloads.matching(selector, policy.namespace === mesh.rootNamespace ? undefined : policy.namespace);

/**
 * What to say besides of a selector that fits no workload of a namespace, or of any: where the input holds no workload
 * there at all, they may live in the cluster, and one notice for each `missing` name is enough.
 */
export function withoutWorkloads(mesh: Mesh, namespace: string | undefined, missing: string): FindingDetails {
  const known = namespace === undefined ? mesh.workloads.all : mesh.workloads.in(namespace);
  if (mesh.settings.assume === 'complete' || known.length > 0) return {};
  const where = namespace === undefined ? '' : ` of the namespace ${namespace}`;
  return {
    severity: 'info',
    group: missing,
    hint: `The input holds no workload${where}; if it is complete, say so: --assume complete.`,
  };
}
