import { groupBy } from '../../../group-by.ts';
import { objectIn, plainText, type JsonObject } from '../../../json.ts';
import { idOf, idOfObject, type ObjectKey } from '../../../kube/apply/index.ts';
import type { Injection } from '../../invariants/index.ts';

/** A cluster in memory whose objects are replaced, never changed. Controllers act only when they are told to. */
export class ModelMesh {
  /** Pod creations that injectors were asked about since the last look. */
  injections: Injection[] = [];
  readonly #objects: Map<string, JsonObject>;
  readonly #onChange: (mesh: ModelMesh, kind: string) => void;
  #list: readonly JsonObject[] | undefined;
  #byKind: ReadonlyMap<string, readonly JsonObject[]> | undefined;
  #writes = 0;

  /** `onChange` sees the cluster after every single write, and the kind that was written. */
  constructor(
    objects: readonly JsonObject[],
    onChange: (mesh: ModelMesh, kind: string) => void = () => undefined,
  ) {
    this.#objects = new Map(objects.map((object) => [idOfObject(object), object]));
    this.#onChange = onChange;
  }

  get objects(): readonly JsonObject[] {
    return (this.#list ??= [...this.#objects.values()]);
  }

  get(key: ObjectKey): JsonObject | undefined {
    return this.#objects.get(idOf(key));
  }

  ofKind(kind: string): readonly JsonObject[] {
    this.#byKind ??= groupBy(this.objects, (object) => plainText(object.kind));
    return this.#byKind.get(kind) ?? [];
  }

  /** Writes an object; the same one again is no write. Gives it as it is then. */
  put(object: JsonObject): JsonObject {
    const id = idOfObject(object);
    if (this.#objects.get(id) === object) return object;
    const { uid } = objectIn(object, 'metadata');
    const stored = uid === undefined ? withUid(object, id) : object;
    this.#objects.set(id, stored);
    this.#changed(plainText(stored.kind));
    return stored;
  }

  delete(key: ObjectKey): void {
    if (this.#objects.delete(idOf(key))) this.#changed(key.kind);
  }

  /** For names that must be new. */
  nextNumber(): number {
    this.#writes += 1;
    return this.#writes;
  }

  #changed(kind: string): void {
    this.#list = undefined;
    this.#byKind = undefined;
    this.#onChange(this, kind);
    this.injections = [];
  }
}

/** The same object gets the same one every time: what is known of one cluster holds for the next. */
const withUid = (object: JsonObject, uid: string): JsonObject => {
  const before = known.get(object);
  if (before !== undefined) return before;
  const stored = { ...object, metadata: { ...objectIn(object, 'metadata'), uid } };
  known.set(object, stored);
  return stored;
};
const known = new WeakMap<JsonObject, JsonObject>();
