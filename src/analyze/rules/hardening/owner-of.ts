import { objectIn, objectsIn, plainText } from '../../../json.ts';
import { groupBy } from '../../../group-by.ts';
import type { MeshObject } from '../../mesh-object.ts';
import type { Workload } from '../../workloads.ts';

/** The workload that an object belongs to, which may not be given: the Deployment of a Pod, or the object itself. */
export interface OwnerName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Reads it from the owners that Pods and ReplicaSets name. Names of ReplicaSets end in a hash, which their Pods carry. */
export function ownerOf({ kind, namespace, name, labels, resource }: MeshObject): OwnerName {
  if (kind !== 'Pod' && kind !== 'ReplicaSet') return { kind, namespace, name };
  const [owner] = objectsIn(objectIn(resource.value, 'metadata'), 'ownerReferences');
  if (owner === undefined) return { kind, namespace, name };
  const [ownerKind, ownerName] = [plainText(owner.kind), plainText(owner.name)];
  const hash = labels['pod-template-hash'] ?? '';
  if (ownerKind !== 'ReplicaSet' || hash === '' || !ownerName.endsWith(`-${hash}`))
    return { kind: ownerKind, namespace, name: ownerName };
  return { kind: 'Deployment', namespace, name: ownerName.slice(0, -hash.length - 1) };
}

/** One of each owner: the owner itself where it is given, else the first of its Pods. */
export const oneOfEachOwner = (workloads: readonly Workload[]): readonly Workload[] =>
  [...groupBy(workloads, ({ object }) => ownerKey(object)).values()].flatMap(
    (alike) => alike.find(({ object }) => isOwner(object)) ?? alike[0] ?? [],
  );

/** Equal for what has the same owner. */
export const ownerKey = (object: MeshObject): string => {
  const { kind, namespace, name } = ownerOf(object);
  return `${kind} ${namespace}/${name}`;
};

const isOwner = (object: MeshObject): boolean => ownerOf(object).kind === object.kind;
