import { isObject, type Json, type JsonObject } from '../../json.ts';

/** The value at a path with dots; undefined where there is none. */
export function valueAt(values: JsonObject, path: string): Json | undefined {
  let found: Json | undefined = values;
  for (const step of path.split('.'))
    found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  return found;
}

/** The map at a path with dots. */
export function tableAt(values: JsonObject, path: string): JsonObject | undefined {
  const found = valueAt(values, path);
  return isObject(found) ? found : undefined;
}
