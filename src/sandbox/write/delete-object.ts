import { valueIn, plainText, type JsonObject } from '../../json.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import type { Kind } from '../kinds/kind.ts';
import { conflict } from '../refusal.ts';
import { finalizersOf, isEnding, metadataOf, nameOf, uidOf, withMetadata } from '../store/metadata.ts';

/** What `DeleteOptions` say. */
export interface Deletion {
  readonly uid?: string;
  readonly resourceVersion?: string;
  /** Default: `Background`. */
  readonly propagation?: 'Foreground' | 'Background' | 'Orphan';
  readonly dryRun?: boolean;
}

export interface Deleted {
  readonly object: JsonObject;
  /** Whether nothing of it is left; otherwise it ends when its finalizers are done. */
  readonly gone: boolean;
}

/**
 * Deletes an object, or marks it as one that ends.
 *
 * @throws {Refusal} when another object is meant.
 */
export function deleteObject(cluster: Cluster, kind: Kind, live: JsonObject, options: Deletion): Deleted {
  checkPreconditions(kind, live, options);
  const finalizers = [...new Set([...finalizersOf(live), ...finalizerFor(kind, live, options)])];
  const dryRun = options.dryRun === true;
  const stays = finalizers.length > 0 || isNamespaceInUse(live);
  if (!stays) return { object: dryRun ? live : cluster.store.remove(kind, live), gone: true };
  const ending = ended(live, finalizers);
  if (dryRun || isSame(live, finalizers)) return { object: dryRun ? ending : live, gone: false };
  return { object: cluster.store.put(kind, ending), gone: false };
}

function checkPreconditions(kind: Kind, live: JsonObject, { uid, resourceVersion }: Deletion): void {
  const pinned = [
    ['UID', uid, uidOf(live)],
    ['ResourceVersion', resourceVersion, plainText(metadataOf(live).resourceVersion)],
  ] as const;
  for (const [what, wanted, actual] of pinned) {
    if (wanted === undefined || wanted === actual) continue;
    const why = `Precondition failed: ${what} in precondition: ${wanted}, ${what} in object meta: ${actual}`;
    throw conflict(kind, nameOf(live), why);
  }
}

/** Who must be done before the object goes. */
function finalizerFor(kind: Kind, live: JsonObject, { propagation }: Deletion): readonly string[] {
  if (kind.kind === 'CustomResourceDefinition' && !isEnding(live))
    return ['customresourcecleanup.apiextensions.k8s.io'];
  if (kind.kind === 'Namespace') return [];
  if (propagation === 'Foreground') return ['foregroundDeletion'];
  return propagation === 'Orphan' ? ['orphan'] : [];
}

function isNamespaceInUse(live: JsonObject): boolean {
  const finalizers = valueIn(live, 'spec', 'finalizers');
  return live.kind === 'Namespace' && Array.isArray(finalizers) && finalizers.length > 0;
}

function ended(live: JsonObject, finalizers: readonly string[]): JsonObject {
  const { deletionTimestamp = timestamp(), generation } = metadataOf(live);
  const marked = withMetadata(live, {
    deletionTimestamp,
    ...(!isEnding(live) && typeof generation === 'number' && { generation: generation + 1 }),
    deletionGracePeriodSeconds: live.kind === 'Namespace' ? undefined : 0,
    finalizers: finalizers.length > 0 ? [...finalizers] : undefined,
  });
  return live.kind === 'Namespace' ? { ...marked, status: { phase: 'Terminating' } } : marked;
}

function isSame(live: JsonObject, finalizers: readonly string[]): boolean {
  return isEnding(live) && finalizers.length === finalizersOf(live).length;
}
