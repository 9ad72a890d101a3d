import { objectIn, type JsonObject } from '../../../json.ts';
import { idOf, idOfObject, type ObjectKey } from '../../../kube/apply/index.ts';
import type { Injection } from '../../invariants/index.ts';

/** A cluster in memory whose objects are replaced, never changed. Controllers act only when they are told to. */
export class ModelMesh {
  /** Pod creations that injectors were asked about since the last look. */
  injections: Injection[] = [];
  readonly #objects: Map<string, JsonObject>;
  readonly #onChange: (mesh: ModelMesh) => void;
  #list: readonly JsonObject[] | undefined;
  #writes = 0;

  /** `onChange` sees the cluster after every single write. */
  constructor(objects: readonly JsonObject[], onChange: (mesh: ModelMesh) => void = () => undefined) {
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
    return this.objects.filter((object) => object.kind === kind);
  }

  /** Writes an object; the same one again is no write. Gives it as it is then. */
  put(object: JsonObject): JsonObject {
    const id = idOfObject(object);
    if (this.#objects.get(id) === object) return object;
    this.#writes += 1;
    const number = String(this.#writes);
    const { uid = `uid-${number}`, ...metadata } = objectIn(object, 'metadata');
    const stored = { ...object, metadata: { ...metadata, uid, resourceVersion: number } };
    this.#objects.set(id, stored);
    this.#changed();
    return stored;
  }

  delete(key: ObjectKey): void {
    if (this.#objects.delete(idOf(key))) this.#changed();
  }

  /** For names that must be new. */
  nextNumber(): number {
    this.#writes += 1;
    return this.#writes;
  }

  #changed(): void {
    this.#list = undefined;
    this.#onChange(this);
    this.injections = [];
  }
}
