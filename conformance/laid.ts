import { isObject, type JsonObject } from '../src/json.ts';

/** Settings over others, map by map. */
export function laid(base: JsonObject, over: JsonObject): JsonObject {
  const entries = Object.entries(over).map(([key, value]) => {
    const below = base[key];
    return [key, isObject(value) && isObject(below) ? laid(below, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(entries) };
}
