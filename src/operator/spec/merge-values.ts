import { isObject, setKey, type JsonObject } from '../../json.ts';

/**
 * Lays settings over others: maps merge key by key, every other value replaces what was there, lists and null included.
 * Neither argument is changed; what is not touched is shared.
 */
export function mergeValues(base: JsonObject, over: JsonObject): JsonObject {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = Object.hasOwn(merged, key) ? merged[key] : undefined;
    setKey(merged, key, isObject(below) && isObject(value) ? mergeValues(below, value) : value);
  }
  return merged;
}
