import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { textOf } from '../text-of.ts';

/** What became of an object. */
export interface ObjectChange {
  readonly type: 'added' | 'modified' | 'deleted';
  /** As it is now; of one that is deleted, as it was last. */
  readonly object: JsonObject;
}

/** The objects that a watch has told of: a list that is read anew is told as what changed since. */
export class KnownObjects {
  readonly #objects = new Map<string, JsonObject>();

  /** Takes a change over, and tells it as seen from here: what was there before is not added again. */
  take(type: ObjectChange['type'], object: JsonObject): readonly ObjectChange[] {
    const id = idOf(object);
    const before = this.#objects.get(id);
    if (type === 'deleted') {
      this.#objects.delete(id);
      return [{ type, object }];
    }
    this.#objects.set(id, object);
    if (before === undefined) return [{ type: 'added', object }];
    return versionOf(before) === versionOf(object) ? [] : [{ type: 'modified', object }];
  }

  /** Takes a whole list over: what is not in it is deleted. */
  replace(objects: readonly JsonObject[]): readonly ObjectChange[] {
    const there = new Set(objects.map(idOf));
    const gone = [...this.#objects].filter(([id]) => !there.has(id)).map(([, object]) => object);
    return [
      ...gone.flatMap((object) => this.take('deleted', object)),
      ...objects.flatMap((object) => this.take('added', object)),
    ];
  }
}

/** An object that was deleted and made anew under the same name is another one. */
function idOf({ metadata }: JsonObject): string {
  const { uid, namespace, name } = isObject(metadata) ? metadata : {};
  return textOf(uid) ?? JSON.stringify([namespace, name]);
}

/** The version of an object, by which a watch goes on. https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions */
export function versionOf({ metadata }: JsonObject): string | undefined {
  return isObject(metadata) ? textOf(metadata.resourceVersion) : undefined;
}
