import type { Json, JsonObject } from '../json.ts';

/** The text that a JSON pointer (RFC 6901) leads to; undefined when it leads to nothing, or to something else. */
export function fieldIn(object: JsonObject, pointer: string): string | undefined {
  const keys = pointer.split('/').slice(1);
  const value = keys.reduce<Json | undefined>(
    (from, key) => memberOf(from, key.replaceAll('~1', '/').replaceAll('~0', '~')),
    object,
  );
  return typeof value === 'string' ? value : undefined;
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
