import type { Json, JsonObject } from '../../resources/index.ts';
import type { Compiled } from './compiled.ts';
import { isObject } from './is-object.ts';

/**
 * The value as the API server has it when it validates: nulls of fields that are not nullable dropped or replaced
 * by the default, defaults filled in. Returns the value itself when nothing changes.
 */
export function defaulted(schema: Compiled, value: Json): Json {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return value;
    const list = value.map((item) => defaulted(items, item));
    return list.every((item, index) => item === value[index]) ? value : list;
  }
  if (!isObject(value)) return value;
  const changes = new Map<string, Json | undefined>();
  for (const [key, item] of Object.entries(value)) {
    const field = schema.fields?.get(key) ?? schema.values;
    if (field === undefined) continue;
    const kept = item === null ? fromNull(field) : defaulted(field, item);
    if (kept !== item) changes.set(key, kept);
  }
  addMissing(schema, value, changes);
  return changes.size === 0 ? value : changed(value, changes);
}

const fromNull = ({ node }: Compiled): Json | undefined => (node.nullable === true ? null : node.default);

function addMissing(schema: Compiled, value: JsonObject, changes: Map<string, Json | undefined>): void {
  if (!schema.hasDefaults) return;
  for (const [name, field] of schema.fields ?? []) {
    if (field.node.default === undefined || Object.hasOwn(value, name)) continue;
    changes.set(name, defaulted(field, field.node.default));
  }
}

function changed(value: JsonObject, changes: ReadonlyMap<string, Json | undefined>): JsonObject {
  const entries = Object.entries({ ...value, ...Object.fromEntries(changes) });
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
