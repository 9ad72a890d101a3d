import { isObject, setKey, type Json, type JsonObject } from '../../json.ts';
import { formatPath } from '../../path.ts';
import type { Compiled } from './compiled.ts';
import type { Alternative } from './fields.ts';

/**
 * What Istio sees of a value: lowerCamelCase names, numbers for numbers in quotes, names for numbers of enums, zero
 * values for null items, and of fields that exclude each other the last. What could not be read (`broken`, paths in
 * text form) is left out.
 */
export function decoded(
  schema: Compiled,
  value: Json,
  path: readonly (string | number)[],
  broken: ReadonlySet<string>,
): Json {
  const { items, values, fields } = schema;
  if (Array.isArray(value)) return items === undefined ? value : decodedList(items, value, path, broken);
  if (!isObject(value)) return decodedScalar(schema, value);
  if (values !== undefined) return decodedMap(values, value, path, broken);
  return fields === undefined ? value : decodedObject(schema, value, path, broken);
}

function decodedScalar({ node }: Compiled, value: Json): Json {
  if (typeof value === 'number' && node.enum !== undefined)
    return node.numbers?.[value] ?? node.enum[value] ?? value;
  const numeric = node.type === 'integer' || node.type === 'number';
  return numeric && typeof value === 'string' ? Number(value) : value;
}

const decodedList = (
  items: Compiled,
  list: readonly Json[],
  path: readonly (string | number)[],
  broken: ReadonlySet<string>,
): Json[] =>
  list
    .map((item, index) => decodedItem(items, item, [...path, index], broken))
    .filter((item) => item !== undefined);

function decodedItem(
  items: Compiled,
  item: Json,
  path: readonly (string | number)[],
  broken: ReadonlySet<string>,
): Json | undefined {
  if (broken.has(formatPath(path))) return undefined;
  return item === null ? zeroOf(items) : decoded(items, item, path, broken);
}

function zeroOf({ node }: Compiled): Json {
  switch (node.type) {
    case 'string':
      return '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return null;
  }
}

function decodedMap(
  values: Compiled,
  value: JsonObject,
  path: readonly (string | number)[],
  broken: ReadonlySet<string>,
): JsonObject {
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const read = decodedItem(values, item, [...path, key], broken);
    if (read !== undefined) setKey(result, key, read);
  }
  return result;
}

function decodedObject(
  { node, fields, aliases }: Compiled,
  value: JsonObject,
  path: readonly (string | number)[],
  broken: ReadonlySet<string>,
): JsonObject {
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const name = aliases?.get(key) ?? key;
    const field = fields?.get(name);
    if (item === null || field === undefined || broken.has(formatPath([...path, key]))) continue;
    setKey(result, name, decoded(field, item, [...path, key], broken));
  }
  for (const group of [node.oneOf, ...(node.allOf ?? []).map(({ oneOf }) => oneOf)]) keepLast(result, group);
  return result;
}

/** Of the fields of a protobuf `oneof` only the last that is set counts, in the order of their declaration. */
function keepLast(value: JsonObject, group: readonly Alternative[] = []): void {
  const present = group.flatMap(({ required }) => required ?? []).filter((name) => name in value);
  for (const name of present.slice(0, -1)) Reflect.deleteProperty(value, name);
}
