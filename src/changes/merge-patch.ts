import { isDeepStrictEqual } from 'node:util';
import { isObject, setKey, valueIn, type JsonObject } from '../json.ts';

/** What makes one object of another by RFC 7386. */
export function mergePatch(before: JsonObject, after: JsonObject): JsonObject {
  const patch: JsonObject = {};
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) setKey(patch, name, null);
  for (const [name, value] of Object.entries(after)) {
    const old = valueIn(before, name);
    if (isDeepStrictEqual(old, value)) continue;
    setKey(patch, name, isObject(old) && isObject(value) ? mergePatch(old, value) : value);
  }
  return patch;
}
