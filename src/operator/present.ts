import { isObject, type Json, type JsonObject } from '../json.ts';

/** Leaves out what is absent or empty: undefined, no text, no item, no key. */
export function present(fields: Readonly<Record<string, Json | readonly Json[] | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Json] => !isEmpty(entry[1])),
  );
}

function isEmpty(value: Json | readonly Json[] | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
