import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';

/** A field that may be missing. */
export type Maybe = Json | undefined;

/** The object in a field; an empty one for whatever else is there. */
export function asObject(value: Maybe): JsonObject {
  return isObject(value) ? value : {};
}

/** The list in a field. */
export function asList(value: Maybe): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The text in a field. */
export function asText(value: Maybe): string {
  return typeof value === 'string' ? value : '';
}

/** The number in a field, which Envoy writes as text when it has 64 bits. */
export function asNumber(value: Maybe): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}

/** The value at the end of a path of fields. */
export function valueAt(value: Maybe, ...path: readonly string[]): Maybe {
  let inner = value;
  for (const field of path) {
    if (!isObject(inner) || !Object.hasOwn(inner, field)) return undefined;
    inner = inner[field];
  }
  return inner;
}
