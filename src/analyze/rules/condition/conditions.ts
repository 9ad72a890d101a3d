import { isObject, type Json, type JsonObject } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A condition of a status, as controllers write it. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** Of an older state of the object than the one it now has. */
  readonly stale: boolean;
  readonly path: Path;
}

/** Where the conditions of a kind stand in its status: in the lists named, or at the top of it. */
export function conditionsAt({ resource }: MeshObject, lists: readonly string[]): readonly Condition[] {
  const { status, metadata } = resource.value;
  if (!isObject(status)) return [];
  const generation = isObject(metadata) ? metadata.generation : undefined;
  return lists.flatMap((list) => {
    if (list === '') return conditionsIn(status, ['status'], generation);
    return itemsOf(status[list]).flatMap((item, index) =>
      conditionsIn(item, ['status', list, index], generation),
    );
  });
}

const conditionsIn = (holder: JsonObject, path: Path, generation: Json | undefined): readonly Condition[] =>
  itemsOf(holder.conditions).map((condition, index) => {
    const { type, status, reason, message, observedGeneration } = condition;
    return {
      ...{ type: textOf(type), status: textOf(status), reason: textOf(reason), message: textOf(message) },
      stale:
        typeof generation === 'number' &&
        typeof observedGeneration === 'number' &&
        observedGeneration < generation,
      path: [...path, 'conditions', index],
    };
  });

/** The items of a list; what is no object stands as an empty one, so that indexes are those of the file. */
const itemsOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.map((item) => (isObject(item) ? item : {})) : [];

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
