import { compareText } from '../compare-text.ts';
import { isObject, setKey, type Json, type JsonObject } from '../json.ts';
import { isEmpty, noFields, type FieldPath, type FieldSet } from './field-set.ts';

/**
 * Reads a `fieldsV1`. Format: the comment on FieldsV1 in k8s.io/apimachinery/pkg/apis/meta/v1/types.go, and
 * sigs.k8s.io/structured-merge-diff/fieldpath/serialize-pe.go.
 */
export function fieldsFrom(json: Json | undefined): FieldSet {
  if (!isObject(json)) return noFields;
  return { ...setFrom(json), self: Object.hasOwn(json, '.') };
}

function setFrom(json: JsonObject): FieldSet {
  const entries = Object.entries(json).filter(([element]) => element !== '.');
  const below = entries.map(
    ([element, value]) => [canonical(element), setFrom(isObject(value) ? value : {})] as const,
  );
  return { self: entries.length === 0 || Object.hasOwn(json, '.'), below: new Map(below) };
}

/** Keys and values are JSON, which others may lay out differently. */
function canonical(element: string): string {
  if (!/^[kv]:/.test(element)) return element;
  try {
    const value = JSON.parse(element.slice(2)) as Json;
    return element.startsWith('k:') && isObject(value) ? keyElement(value) : valueElement(value);
  } catch {
    return element;
  }
}

/** Writes a `fieldsV1`, sorted. */
export function fieldsV1(set: FieldSet): JsonObject {
  const json: JsonObject = {};
  if (set.self && set.below.size > 0) json['.'] = {};
  const sorted = [...set.below].sort(([a], [b]) => compareText(a, b));
  for (const [element, below] of sorted) if (!isEmpty(below)) setKey(json, element, fieldsV1(below));
  return json;
}

export const fieldElement = (name: string): string => `f:${name}`;

/** An item of a list, by the fields that tell it from others. */
export function keyElement(key: JsonObject): string {
  const sorted = Object.entries(key).sort(([a], [b]) => compareText(a, b));
  return `k:${JSON.stringify(Object.fromEntries(sorted))}`;
}

/** A member of a set. */
export const valueElement = (value: Json): string => `v:${JSON.stringify(value)}`;

/** A field in words, as conflicts name it: `spec.template.spec.containers[name="main"].image`. */
export function fieldText(path: FieldPath): string {
  return path.map(elementText).join('').replace(/^\./, '');
}

function elementText(element: string): string {
  const rest = element.slice(2);
  if (element.startsWith('f:')) return `.${rest}`;
  if (element.startsWith('v:')) return `[=${rest}]`;
  if (!element.startsWith('k:')) return `[${rest}]`;
  const key = JSON.parse(rest) as JsonObject;
  const fields = Object.entries(key).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `[${fields.join(',')}]`;
}
