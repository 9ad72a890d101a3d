import { workloadKinds, type Mesh, type Workload } from '../analyze/index.ts';
import { closest } from '../closest.ts';
import { MeshctlError } from '../errors.ts';

/** The name of something in a mesh; a `kind` only where names of kinds collide. */
export interface Target {
  readonly namespace: string;
  readonly name: string;
  /** `deployment`, in any case. */
  readonly kind?: string;
}

/**
 * The Pod of a name, or what Pods of that name come from: the Deployment `reviews-v1` for `reviews-v1-6d4c9f-x2x7k`.
 * Throws MeshctlError (input) when there is neither.
 */
export function findWorkload(mesh: Mesh, target: Target): Workload {
  const { namespace, name } = target;
  const all = mesh.workloads.in(namespace).filter((workload) => isOfKind(workload, target.kind));
  const found = all.find(({ object }) => object.kind === 'Pod' && object.name === name);
  const [template] = all
    .filter(({ object }) => name === object.name || isPodName(name, object.name))
    .sort((a, b) => b.object.name.length - a.object.name.length || rank(a) - rank(b));
  const workload = found ?? template;
  if (workload !== undefined) return workload;
  throw new MeshctlError('input', `there is no Pod ${name} in the namespace ${namespace}`, {
    hint: hintFor(
      name,
      all.map(({ object }) => object.name),
      `workload in ${namespace}`,
    ),
  });
}

/** `-6d4c9f-x2x7k` of a Deployment, `-x2x7k` of others, `-0` of a StatefulSet. */
const isPodName = (name: string, owner: string): boolean =>
  name.startsWith(owner) &&
  /^(-[a-z0-9]{1,10})?-[bcdfghjklmnpqrstvwxz2456789]{5}$|^-\d+$/.test(name.slice(owner.length));

/** What helps when a name is not found. */
export function hintFor(name: string, known: readonly string[], what: string): string {
  if (known.length === 0) return `there is no ${what}: write NAME.NAMESPACE, or name more files`;
  const meant = closest(name, [...known]);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return `there are: ${[...new Set(known)].slice(0, 5).join(', ')}`;
}

const isOfKind = ({ object }: Workload, kind: string | undefined): boolean =>
  kind === undefined || object.kind.toLowerCase() === kind.toLowerCase().replace(/s$/, '');

/** A Deployment before the ReplicaSet it made. */
const rank = ({ object }: Workload): number => {
  const index = ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'].indexOf(object.kind);
  return index < 0 ? workloadKinds.length : index;
};
