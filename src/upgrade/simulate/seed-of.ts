import { objectIn, objectsIn, plainText, withoutKey, type JsonObject } from '../../json.ts';
import { keyOf } from '../../kube/apply/index.ts';

/** What a simulated cluster starts with, and what it goes without. */
export interface Seed {
  readonly objects: readonly JsonObject[];
  readonly left: readonly string[];
}

/**
 * The objects of a snapshot that a simulated cluster is given. It makes Pods, ReplicaSets and endpoints itself; Pods that
 * nobody makes anew are left as they are.
 */
export function seedOf(objects: readonly JsonObject[]): Seed {
  const wanted = objects.filter((object) => !isMade(object));
  const kept = wanted.filter((object) => !isPartial(object));
  const without = wanted.filter(isPartial).map((object) => plainText(object.kind));
  const counts = new Map(without.map((kind) => [kind, without.filter((one) => one === kind).length]));
  return {
    objects: kept.map(fresh),
    left: Array.from(
      counts,
      ([kind, count]) => `${count} of kind ${kind}: the snapshot has only their names`,
    ),
  };
}

const made = new Set(['ReplicaSet', 'EndpointSlice', 'Endpoints', 'Event', 'Lease', 'Node']);

function isMade(object: JsonObject): boolean {
  const { kind, name } = keyOf(object);
  if (kind === 'ConfigMap' && name === 'kube-root-ca.crt') return true;
  if (made.has(kind) || (kind === 'Namespace' && name.startsWith('kube-'))) return true;
  return kind === 'Pod' && objectsIn(object, 'metadata', 'ownerReferences').length > 0;
}

/** Of Secrets a snapshot has no data, of definitions no schemas. */
const isPartial = ({ kind }: JsonObject): boolean => kind === 'Secret' || kind === 'CustomResourceDefinition';

const ofServer = ['uid', 'creationTimestamp', 'generation', 'resourceVersion', 'ownerReferences', 'selfLink'];

function fresh(object: JsonObject): JsonObject {
  const metadata = ofServer.reduce(withoutKey, objectIn(object, 'metadata'));
  return { ...withoutKey(object, 'status'), metadata };
}
