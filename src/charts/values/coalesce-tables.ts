import { isObject, setKey, type JsonObject } from '../../json.ts';

/**
 * Lays a map over defaults, neither of which is changed. Unless nulls are kept, a null takes away the default of its key; one
 * without a default stays.
 */
export function coalesceTables(over: JsonObject, defaults: JsonObject, keepsNull: boolean): JsonObject {
  const merged = { ...over };
  for (const [key, fallback] of Object.entries(defaults)) {
    const given = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (given === undefined) setKey(merged, key, fallback);
    else if (given === null) {
      if (!keepsNull && fallback !== null) Reflect.deleteProperty(merged, key);
    } else if (isObject(given) && isObject(fallback)) {
      setKey(merged, key, coalesceTables(given, fallback, keepsNull));
    }
  }
  return merged;
}
