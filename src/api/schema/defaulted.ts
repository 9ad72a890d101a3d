import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Compiled } from './compiled.ts';
import { eachChild } from './each-child.ts';

/**
 * The value as the API server has it when it validates: nulls of fields that are not nullable dropped or replaced
 * by the default, defaults filled in. Returns the value itself when nothing changes.
 */
export function defaulted(schema: Compiled, value: Json): Json {
  if (!Array.isArray(value) && !isObject(value)) return value;
  const changes = new Map<string | number, Json | undefined>();
  eachChild(schema, value, (child, step, item) => {
    const kept = item === null ? fromNull(child, step) : defaulted(child, item);
    if (kept !== item) changes.set(step, kept);
  });
  if (Array.isArray(value)) {
    return changes.size === 0 ? value : value.map((item, index) => changes.get(index) ?? item);
  }
  addMissing(schema, value, changes);
  return changes.size === 0 ? value : changed(value, changes);
}

/** Null items of lists stay; nothing stands in for them. */
function fromNull({ node }: Compiled, step: string | number): Json | undefined {
  return typeof step === 'number' || node.nullable === true ? null : node.default;
}

function addMissing(
  schema: Compiled,
  value: JsonObject,
  changes: Map<string | number, Json | undefined>,
): void {
  if (!schema.hasDefaults) return;
  for (const [name, field] of schema.fields ?? []) {
    if (field.node.default === undefined || Object.hasOwn(value, name)) continue;
    changes.set(name, defaulted(field, field.node.default));
  }
}

function changed(value: JsonObject, changes: ReadonlyMap<string | number, Json | undefined>): JsonObject {
  const entries = Object.entries({ ...value, ...Object.fromEntries(changes) });
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
