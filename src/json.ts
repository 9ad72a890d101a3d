/** What JSON can hold. Objects have no prototype surprises: `__proto__` is a plain key. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  [key: string]: Json;
}

/** Whether a value is an object and no list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at the end of a path of keys; undefined where there is none. */
export function valueIn(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found = value;
  for (const key of path) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** The object at the end of a path of keys; an empty one where there is none. */
export function objectIn(value: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = valueIn(value, ...path);
  return isObject(found) ? found : {};
}

/** The objects of the list at the end of a path of keys; none where there is no list. */
export function objectsIn(value: Json | undefined, ...path: readonly string[]): readonly JsonObject[] {
  const found = valueIn(value, ...path);
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** Sets a key as it stands: `__proto__`, too, becomes a plain one. */
export function setKey(object: JsonObject, key: string, value: Json): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A text, a number or a boolean as it is written; empty for anything else. */
export const plainText = (value: Json | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

/** An object without one of its keys. */
export const withoutKey = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
