import { compareText } from '../../compare-text.ts';
import { resourceOf, type Kind } from '../kinds/kind.ts';
import { metadataOf, nameOf, namespaceOf, ownersOf, uidOf, withMetadata } from './metadata.ts';
import { plainText, type JsonObject } from '../../json.ts';

type Resource = Pick<Kind, 'group' | 'resource'>;

/** An object was made, changed or deleted. */
export interface StoredChange {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** `deployments.apps`. */
  readonly resource: string;
  /** As it is now, or was at last, with the version of this change. */
  readonly object: JsonObject;
  readonly previous: JsonObject | undefined;
  readonly version: number;
}

/** An object with what tells where it is. */
export interface StoredObject {
  readonly resource: string;
  readonly object: JsonObject;
}

/**
 * All objects, by kind, with a number that every change raises, and the last changes. Objects that are stored are never
 * changed, only replaced: whoever has one may keep it.
 */
export class ObjectStore {
  readonly #objects = new Map<string, Map<string, JsonObject>>();
  readonly #byUid = new Map<string, StoredObject>();
  readonly #dependents = new Map<string, Set<string>>();
  readonly #history: StoredChange[] = [];
  readonly #listeners = new Set<(change: StoredChange) => void>();
  readonly #remembered: number;
  #version = 1;

  /** @param remembered How many changes are kept for watches that come later. */
  constructor(remembered: number) {
    this.#remembered = remembered;
  }

  get version(): number {
    return this.#version;
  }

  get(kind: Resource, namespace: string, name: string): JsonObject | undefined {
    return this.#objects.get(resourceOf(kind))?.get(`${namespace}/${name}`);
  }

  /** In the order of namespace and name. */
  list(kind: Resource, namespace?: string): readonly JsonObject[] {
    const prefix = namespace === undefined ? '' : `${namespace}/`;
    const within: (readonly [string, JsonObject])[] = [];
    // Asked for once for each Service of a large cluster: nothing is copied but what is wanted.
    for (const entry of this.#objects.get(resourceOf(kind)) ?? [])
      if (entry[0].startsWith(prefix)) within.push(entry);
    return within.sort(([a], [b]) => compareText(a, b)).map(([, object]) => object);
  }

  /** Every object there is. */
  all(): readonly StoredObject[] {
    return [...this.#byUid.values()];
  }

  byUid(uid: string): StoredObject | undefined {
    return this.#byUid.get(uid);
  }

  /** What names the object of a uid as an owner. */
  dependents(uid: string): readonly StoredObject[] {
    return [...(this.#dependents.get(uid) ?? [])].flatMap((one) => this.#byUid.get(one) ?? []);
  }

  /** Keeps an object under its name, in place of the one there is; gives it with its new version. */
  put(kind: Resource, object: JsonObject): JsonObject {
    const previous = this.get(kind, namespaceOf(object), nameOf(object));
    const stored = this.#next(object);
    this.#unlink(previous);
    this.#collection(kind).set(keyOf(stored), stored);
    this.#link(resourceOf(kind), stored);
    this.#tell(previous === undefined ? 'ADDED' : 'MODIFIED', kind, stored, previous);
    return stored;
  }

  remove(kind: Resource, object: JsonObject): JsonObject {
    this.#collection(kind).delete(keyOf(object));
    this.#unlink(object);
    const last = this.#next(object);
    this.#tell('DELETED', kind, last, object);
    return last;
  }

  /** The changes of a kind after a version; undefined when some of them are forgotten. */
  since(version: number, resource: string): readonly StoredChange[] | undefined {
    const first = this.#history[0];
    if (first === undefined ? version < this.#version : version < first.version - 1) return undefined;
    return this.#history.filter((change) => change.version > version && change.resource === resource);
  }

  /** Forgets all changes so far, as a cluster has when it is old. */
  forget(): void {
    this.#history.length = 0;
  }

  /** Calls for every change from now on; gives what ends that. */
  follow(listener: (change: StoredChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #collection(kind: Resource): Map<string, JsonObject> {
    const resource = resourceOf(kind);
    const found = this.#objects.get(resource) ?? new Map<string, JsonObject>();
    this.#objects.set(resource, found);
    return found;
  }

  #next(object: JsonObject): JsonObject {
    this.#version += 1;
    return withMetadata(object, { resourceVersion: String(this.#version) });
  }

  #link(resource: string, object: JsonObject): void {
    const uid = uidOf(object);
    this.#byUid.set(uid, { resource, object });
    for (const owner of ownersOf(object)) {
      const ownerUid = plainText(owner.uid);
      this.#dependents.set(ownerUid, (this.#dependents.get(ownerUid) ?? new Set()).add(uid));
    }
  }

  #unlink(object: JsonObject | undefined): void {
    if (object === undefined) return;
    this.#byUid.delete(uidOf(object));
    for (const owner of ownersOf(object)) {
      const left = this.#dependents.get(plainText(owner.uid));
      left?.delete(uidOf(object));
      if (left?.size === 0) this.#dependents.delete(plainText(owner.uid));
    }
  }

  #tell(
    type: StoredChange['type'],
    kind: Resource,
    object: JsonObject,
    previous: JsonObject | undefined,
  ): void {
    const change = { type, resource: resourceOf(kind), object, previous, version: this.#version };
    this.#history.push(change);
    if (this.#history.length > this.#remembered) this.#history.shift();
    for (const listener of [...this.#listeners]) listener(change);
  }
}

const keyOf = (object: JsonObject): string => `${plainText(metadataOf(object).namespace)}/${nameOf(object)}`;
