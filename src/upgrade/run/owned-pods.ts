import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { listKinds, type ClusterClient } from '../../kube/index.ts';
import type { OwnerRestart } from '../upgrade-plan.ts';

/**
 * The Pods of namespaces that do not end.
 *
 * @throws {MeshctlError} when they cannot be read.
 */
export async function podsIn(
  client: ClusterClient,
  namespaces: readonly string[],
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  if (namespaces.length === 0) return [];
  const some = namespaces.length > mostLists ? {} : { namespaces };
  const [list] = await listKinds(client, [{ group: '', kind: 'Pod' }], { ...some, signal });
  const [problem] = list?.problems ?? [];
  if (problem !== undefined) throw problem;
  const wanted = new Set(namespaces);
  return (list?.objects ?? []).filter(
    (pod) =>
      wanted.has(plainText(objectIn(pod, 'metadata').namespace)) &&
      valueIn(pod, 'metadata', 'deletionTimestamp') === undefined,
  );
}

/** One list of all is less work than many small ones. */
const mostLists = 20;

/** Whether a Pod belongs to an owner, for a Deployment by way of its ReplicaSet, which bears its name and a hash. */
export function isPodOf(pod: JsonObject, { kind, namespace, name }: OwnerRestart): boolean {
  if (plainText(objectIn(pod, 'metadata').namespace) !== namespace) return false;
  return objectsIn(pod, 'metadata', 'ownerReferences').some((reference) => {
    const called = plainText(reference.name);
    if (kind !== 'Deployment') return reference.kind === kind && called === name;
    return reference.kind === 'ReplicaSet' && called.replace(/-[^-]*$/, '') === name;
  });
}

export const isPodReady = (pod: JsonObject): boolean =>
  objectsIn(pod, 'status', 'conditions').some(({ type, status }) => type === 'Ready' && status === 'True');
