import { GoStruct, isMap, printValue, TemplateFault, type GoValue } from '../../gotemplate/index.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';

/** What a struct was made of; nothing of a nil pointer. */
export function rawOf(value: GoValue): JsonObject {
  if (!(value instanceof GoStruct)) throw new TemplateFault('a struct is needed here');
  // The builders of src/inject/data make structs of JSON alone.
  const raw = value.json?.() as Json | undefined;
  return isObject(raw) && !value.nil ? raw : {};
}

/** The structs of a list. */
export const rawItems = (value: GoValue): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((item) => item instanceof GoStruct).map(rawOf) : [];

/** Texts by key; of anything else nothing. */
export function textMap(value: GoValue): Record<string, string> {
  if (!isMap(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printValue(item)]));
}
