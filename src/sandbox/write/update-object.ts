import { isDeepStrictEqual } from 'node:util';
import { updateTo } from '../../server-side-apply/index.ts';
import { objectIn, plainText, valueIn, withoutKey, type Json, type JsonObject } from '../../json.ts';
import { completeObject } from '../admission/complete-object.ts';
import { finishObject } from '../admission/finish-object.ts';
import { problemsOf } from '../admission/problems-of.ts';
import type { Cluster } from '../cluster.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { conflict, invalid } from '../refusal.ts';
import { finalizersOf, isEnding, metadataOf, nameOf, uidOf, withMetadata } from '../store/metadata.ts';
import { ownershipOf } from './ownership.ts';
import type { Writer } from './writer.ts';

/**
 * Replaces an object, as PUT does. An object that ends goes with its last finalizer.
 *
 * @throws {Refusal} when somebody else was quicker, another object is meant, or it may not be so.
 */
export function updateObject(
  cluster: Cluster,
  kind: Kind,
  live: JsonObject,
  next: JsonObject,
  by: Writer,
): JsonObject {
  return storeNext(cluster, kind, live, next, by, (complete) =>
    updateTo(live, complete, ownershipOf(cluster, kind, by)),
  );
}

/** Replaces an object by one whose managed fields are those that `claim` adds, or those that it has. */
export function storeNext(
  cluster: Cluster,
  kind: Kind,
  live: JsonObject,
  next: JsonObject,
  by: Writer,
  claim: (object: JsonObject) => JsonObject = (same) => same,
): JsonObject {
  checkPins(kind, live, next);
  const kept = keepIdentity(kind, live, keepParts(kind, live, next, by));
  const complete = finishObject(cluster, kind, claim(completeObject(kind, kept, by.strict === true)), live);
  if (isDeepStrictEqual(comparable(complete), comparable(live))) return live;
  const changed = withGeneration(kind, live, complete);
  const problems = problemsOf(kind, changed, live);
  if (problems.length > 0) throw invalid(kind, nameOf(live), problems);
  if (by.dryRun === true) return changed;
  return isOver(changed) ? cluster.store.remove(kind, changed) : cluster.store.put(kind, changed);
}

function checkPins(kind: Kind, live: JsonObject, next: JsonObject): void {
  const { resourceVersion, uid } = metadataOf(next);
  if (plainText(uid) !== '' && uid !== uidOf(live)) {
    const why = `Precondition failed: UID in precondition: ${plainText(uid)}, UID in object meta: ${uidOf(live)}`;
    throw conflict(kind, nameOf(live), why);
  }
  if (plainText(resourceVersion) === '' || resourceVersion === metadataOf(live).resourceVersion) return;
  const why = 'the object has been modified; please apply your changes to the latest version and try again';
  throw conflict(kind, nameOf(live), why);
}

/** A subresource writes its own part alone, and all else what no subresource has. */
function keepParts(kind: Kind, live: JsonObject, next: JsonObject, { subresource }: Writer): JsonObject {
  if (subresource === 'status') return { ...live, metadata: next.metadata ?? {}, ...partOf(next, 'status') };
  if (subresource === undefined && kind.status)
    return { ...withoutKey(next, 'status'), ...partOf(live, 'status') };
  return next;
}

function partOf(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return value === undefined ? {} : { [key]: value };
}

function keepIdentity(kind: Kind, live: JsonObject, next: JsonObject): JsonObject {
  const { name, namespace, uid, creationTimestamp, generation, deletionTimestamp, resourceVersion } =
    metadataOf(live);
  const { managedFields } = metadataOf(next);
  return withMetadata(
    { ...next, apiVersion: apiVersionOf(kind), kind: kind.kind },
    {
      ...{ name, namespace, uid, creationTimestamp, generation, deletionTimestamp, resourceVersion },
      deletionGracePeriodSeconds: metadataOf(live).deletionGracePeriodSeconds,
      managedFields: managedFields ?? metadataOf(live).managedFields,
    },
  );
}

/** Without the times of managed fields: they alone are no change. */
function comparable(object: JsonObject): JsonObject {
  const { managedFields } = metadataOf(object);
  if (!Array.isArray(managedFields)) return object;
  const timeless = managedFields.map((entry) => withoutKey(entry as JsonObject, 'time'));
  return withMetadata(object, { managedFields: timeless });
}

function withGeneration(kind: Kind, live: JsonObject, next: JsonObject): JsonObject {
  if (!kind.generation || isDeepStrictEqual(wantedOf(kind, live), wantedOf(kind, next))) return next;
  return withMetadata(next, { generation: Number(metadataOf(live).generation ?? 0) + 1 });
}

function wantedOf(kind: Kind, object: JsonObject): JsonObject {
  const wanted = withoutKey(withoutKey(object, 'metadata'), 'apiVersion');
  return kind.status || kind.custom === undefined ? withoutKey(wanted, 'status') : wanted;
}

function isOver(object: JsonObject): boolean {
  const own: Json | undefined = valueIn(objectIn(object, 'spec'), 'finalizers');
  const kept = object.kind === 'Namespace' && Array.isArray(own) && own.length > 0;
  return isEnding(object) && finalizersOf(object).length === 0 && !kept;
}
