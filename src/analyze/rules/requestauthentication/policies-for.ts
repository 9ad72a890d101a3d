import { groupBy } from '../../../group-by.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { selectedWorkloads } from '../../selected-workloads.ts';
import { carries } from '../../workloads.ts';

type Policy = MeshObject<'AuthorizationPolicy'> | MeshObject<'RequestAuthentication'>;

/**
 * Whether one of the policies may be for the same workloads as another object: for the whole mesh or its namespace, for
 * the same target, or for a workload that both select, or by labels that contain the labels of the other.
 */
export function policiesFor(
  mesh: Mesh,
  policies: readonly MeshObject<'AuthorizationPolicy'>[],
): (other: Policy) => boolean {
  const byNamespace = groupBy(policies, ({ namespace }) => namespace);
  const root = mesh.rootNamespace;
  return (other) => {
    // What holds for the mesh may meet a policy of any namespace.
    const candidates =
      other.namespace === root
        ? policies
        : [...(byNamespace.get(root) ?? []), ...(byNamespace.get(other.namespace) ?? [])];
    return candidates.some((policy) => meet(mesh, policy, other));
  };
}

function meet(mesh: Mesh, policy: Policy, other: Policy): boolean {
  const targets = targetsOf(policy);
  const others = targetsOf(other);
  if (targets.length > 0 || others.length > 0) return targets.some((target) => others.includes(target));
  const [labels, otherLabels] = [labelsOf(policy), labelsOf(other)];
  if (carries(labels, otherLabels) || carries(otherLabels, labels)) return true;
  return selectedWorkloads(mesh, policy, labels).some((workload) => carries(workload.labels, otherLabels));
}

const labelsOf = ({ spec: { selector } }: Policy): Readonly<Record<string, string>> =>
  selector?.matchLabels ?? {};

const targetsOf = ({ spec: { targetRef, targetRefs = [] } }: Policy): string[] =>
  [...(targetRef === undefined ? [] : [targetRef]), ...targetRefs].map(
    ({ kind = '', name = '' }) => `${kind}/${name}`,
  );
