import { parseDuration } from '../../duration.ts';
import { protoDuration } from '../../duration-text.ts';
import { isObject, plainText, type Json, type JsonObject } from '../../json.ts';
import type { SchemaNode } from './node.ts';

/**
 * A message as protobuf writes it: known fields in their order, without those that have their zero value.
 *
 * `optional` names the fields, at any depth, of which "not said" differs from false or 0.
 */
export function messageJson(
  { properties = {} }: SchemaNode,
  value: JsonObject,
  optional: ReadonlySet<string>,
): JsonObject {
  const entries = Object.entries(properties).flatMap(([name, node]) => {
    const given = Object.hasOwn(value, name) ? (value[name] ?? null) : null;
    if (given === null) return [];
    const written = fieldOf(node, given, optional);
    return isZero(node, written) && !optional.has(name) ? [] : [[name, written] as const];
  });
  return Object.fromEntries(entries);
}

function fieldOf(node: SchemaNode, value: Json, optional: ReadonlySet<string>): Json {
  if (node.items !== undefined && Array.isArray(value)) {
    const { items } = node;
    return value.map((item) => fieldOf(items, item, optional));
  }
  if (isObject(value)) return objectOf(node, value, optional);
  if (node.decode === 'duration') return protoDuration(parseDuration(plainText(value)) ?? 0n);
  if (node.enum !== undefined && typeof value === 'number') return node.enum[value] ?? value;
  return node.type === 'string' ? plainText(value) : value;
}

function objectOf(node: SchemaNode, value: JsonObject, optional: ReadonlySet<string>): JsonObject {
  const { additionalProperties: values } = node;
  if (values === undefined) return node.properties === undefined ? value : messageJson(node, value, optional);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, fieldOf(values, item, optional)]));
}

/** Messages that are there are never left out, empty or not. */
function isZero(node: SchemaNode, value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return node.additionalProperties !== undefined && Object.keys(value).length === 0;
  return [0, false, ''].includes(value ?? '') || value === node.enum?.[0];
}
