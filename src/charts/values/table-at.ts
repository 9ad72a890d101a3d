import { isObject, valueIn, type Json, type JsonObject } from '../../json.ts';

/** The value at a path with dots; undefined where there is none. */
export function valueAt(values: JsonObject, path: string): Json | undefined {
  return valueIn(values, ...path.split('.'));
}

/** The map at a path with dots. */
export function tableAt(values: JsonObject, path: string): JsonObject | undefined {
  const found = valueAt(values, path);
  return isObject(found) ? found : undefined;
}
