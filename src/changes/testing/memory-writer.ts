import { objectIn, plainText, withoutKey, type JsonObject } from '../../json.ts';
import { ApiError } from '../../kube/index.ts';
import { ApplyConflict, keyOf, type ClusterWriter } from '../../kube/apply/index.ts';
import { strategicMerge } from '../../strategic-merge/index.ts';
import { applyTo, updateTo } from '../../server-side-apply/index.ts';

/** A cluster of one object, that notes what is asked for. */
export interface MemoryCluster {
  readonly writer: ClusterWriter;
  /** The object as it is now; undefined when there is none. */
  readonly object: () => JsonObject | undefined;
  /** Somebody else writes. */
  readonly update: (change: (object: JsonObject) => JsonObject, manager: string) => JsonObject;
  /** What was asked for so far, such as `apply` or `patch --dry-run`. */
  readonly requests: readonly string[];
}

/** @param first - The object that is there from the start, made by the manager. */
export function memoryCluster(first?: JsonObject, manager = 'helm'): MemoryCluster {
  const store = new Store();
  if (first !== undefined) store.put(updateTo(undefined, first, { manager }));
  return {
    // The rest is not asked for.
    writer: writerOf(store) as ClusterWriter,
    object: () => store.object,
    update: (change, by) => store.put(updateTo(store.object, change(store.object ?? {}), { manager: by })),
    requests: store.requests,
  };
}

class Store {
  object: JsonObject | undefined;
  readonly requests: string[] = [];
  #revision = 0;

  put(object: JsonObject, dryRun?: string): JsonObject {
    const same = this.object !== undefined && JSON.stringify(this.object) === JSON.stringify(object);
    if (!same && dryRun === undefined) this.#revision += 1;
    const metadata = { ...objectIn(object, 'metadata'), uid: 'uid', resourceVersion: String(this.#revision) };
    const next = { ...object, metadata };
    if (dryRun === undefined) this.object = next;
    return next;
  }

  /** Refuses what was meant for the object as it was before. */
  check({ metadata }: JsonObject): void {
    const { resourceVersion = '', uid = '' } = objectIn(metadata);
    const now = objectIn(this.object, 'metadata');
    const isOld = resourceVersion !== '' && resourceVersion !== now.resourceVersion;
    if (isOld || (uid !== '' && uid !== now.uid))
      throw new ApiError(409, 'the object has been modified', { hint: 'read it again' });
  }

  note(what: string, dryRun?: string): void {
    this.requests.push(dryRun === undefined ? what : `${what} --dry-run`);
  }
}

function writerOf(store: Store): Pick<ClusterWriter, 'get' | 'apply' | 'patch' | 'delete'> {
  return {
    get: () => {
      store.note('get');
      return Promise.resolve(store.object);
    },
    apply: async (object, { fieldManager: manager = 'meshctl', force, dryRun } = {}) => {
      await Promise.resolve();
      store.note(force ? 'apply --force' : 'apply', dryRun);
      store.check(object);
      const given = ['uid', 'resourceVersion'].reduce(withoutKey, objectIn(object, 'metadata'));
      const applied = applyTo(store.object, { ...object, metadata: given }, { manager });
      if (applied.conflicts.length > 0 && force !== true)
        throw new ApplyConflict(keyOf(object), applied.conflicts);
      return store.put(applied.object, dryRun);
    },
    patch: async (_, patch, { fieldManager: manager = 'meshctl', dryRun }) => {
      await Promise.resolve();
      store.note('patch', dryRun);
      store.check(objectIn(patch));
      const next = strategicMerge(store.object ?? {}, objectIn(patch), '');
      return store.put(updateTo(store.object, next, { manager }), dryRun);
    },
    delete: async (_, { uid, dryRun }) => {
      await Promise.resolve();
      store.note(`delete ${uid}`, dryRun);
      if (dryRun === undefined) store.object = undefined;
      return 'gone';
    },
  };
}

/** The text of a field of the metadata. */
export const metadataText = (object: JsonObject | undefined, name: string): string =>
  plainText(objectIn(object, 'metadata')[name]);
