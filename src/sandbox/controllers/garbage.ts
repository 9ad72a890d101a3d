import { plainText, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import type { Kind } from '../kinds/kind.ts';
import { resourceOf } from '../kinds/kind.ts';
import { finalizersOf, isEnding, ownersOf, uidOf, withMetadata } from '../store/metadata.ts';
import { deleteObject } from '../write/delete-object.ts';
import { updateObject } from '../write/update-object.ts';
import type { Controller } from './pass.ts';
import { controllerManager } from './set-status.ts';

/**
 * Deletes what nobody owns any more, and finishes deletions that wait for what an object owns or let it go:
 * https://kubernetes.io/docs/concepts/architecture/garbage-collection/
 */
export const garbageCollector: Controller = ({ cluster }) => {
  const kinds = new Map(cluster.catalogue.each().map((kind) => [resourceOf(kind), kind]));
  const all = cluster.store.all();
  for (const { resource, object } of all) {
    const kind = kinds.get(resource);
    if (kind === undefined || cluster.store.byUid(uidOf(object))?.object !== object) continue;
    if (isEnding(object)) finish(cluster, kinds, kind, object);
    else if (isOrphan(cluster, object)) deleteObject(cluster, kind, object, {});
  }
};

function isOrphan({ store }: Cluster, object: JsonObject): boolean {
  const owners = ownersOf(object);
  return owners.length > 0 && owners.every(({ uid }) => store.byUid(plainText(uid)) === undefined);
}

type Kinds = ReadonlyMap<string, Kind>;

function finish(cluster: Cluster, kinds: Kinds, kind: Kind, object: JsonObject): void {
  const finalizers = finalizersOf(object);
  const done: string[] = [];
  if (finalizers.includes('orphan')) {
    release(cluster, kinds, object);
    done.push('orphan');
  }
  if (finalizers.includes('foregroundDeletion') && !hasDependents(cluster, kinds, object))
    done.push('foregroundDeletion');
  if (done.length === 0) return;
  const left = finalizers.filter((name) => !done.includes(name));
  const next = withMetadata(object, { finalizers: left.length > 0 ? left : undefined });
  updateObject(cluster, kind, object, next, { manager: controllerManager });
}

/** Takes the owner out of what it owns. */
function release(cluster: Cluster, kinds: Kinds, owner: JsonObject): void {
  for (const { resource, object } of cluster.store.dependents(uidOf(owner))) {
    const kind = kinds.get(resource);
    const ownerReferences = ownersOf(object).filter(({ uid }) => uid !== uidOf(owner));
    const next = withMetadata(object, {
      ownerReferences: ownerReferences.length > 0 ? ownerReferences : undefined,
    });
    if (kind !== undefined) updateObject(cluster, kind, object, next, { manager: controllerManager });
  }
}

/** Deletes what an object owns; tells whether some of it is left. */
function hasDependents(cluster: Cluster, kinds: Kinds, owner: JsonObject): boolean {
  for (const { resource, object } of cluster.store.dependents(uidOf(owner))) {
    const kind = kinds.get(resource);
    if (kind !== undefined && !isEnding(object))
      deleteObject(cluster, kind, object, { propagation: 'Foreground' });
  }
  return cluster.store.dependents(uidOf(owner)).length > 0;
}
