import { isObject, objectIn, setKey, withoutKey, type Json, type JsonObject } from '../json.ts';
import { difference, fieldSet, withoutField, type FieldSet } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import { managedFieldsOf, type ManagerEntry } from './manager-entry.ts';

/** An object without its managed fields, which nobody manages. */
export function untracked(object: JsonObject): JsonObject {
  if (!isObject(object.metadata)) return object;
  return { ...object, metadata: withoutKey(object.metadata, 'managedFields') };
}

/** An object with its managers, and without the nulls that stand for what was removed. */
export function withManagers(object: JsonObject, entries: readonly ManagerEntry[]): JsonObject {
  const managedFields = managedFieldsOf(entries);
  const metadata = {
    ...objectIn(object, 'metadata'),
    ...(managedFields.length > 0 && { managedFields }),
  };
  return withoutNulls({ ...object, metadata });
}

function withoutNulls(object: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [name, value] of Object.entries(object)) {
    if (value !== null) setKey(kept, name, isObject(value) ? withoutNulls(value) : value);
  }
  return kept;
}

/** What even an object without any value has, in the shape of another one; no manager adds it. */
export function bareObject(type: FieldType, object: JsonObject): JsonObject {
  const bare: JsonObject = {};
  for (const [name, value] of Object.entries(object)) {
    if (type.isAlwaysThere(name)) setKey(bare, name, bareValue(type.field(name), value));
  }
  return bare;
}

const bareValue = (type: FieldType, value: Json): Json =>
  isObject(value) && !type.atomic ? bareObject(type, value) : null;

/**
 * What can be managed of a set of fields: not what tells which object it is, nor what the server keeps, nor what belongs
 * to another subresource.
 */
export function manageable(fields: FieldSet, subresource: string | undefined): FieldSet {
  if (subresource !== undefined) return difference(fields, identity);
  return difference(withoutField(fields, 'status'), identity);
}

const identity = fieldSet([
  ['f:apiVersion'],
  ['f:kind'],
  ['f:metadata'],
  ...['name', 'namespace', 'creationTimestamp', 'selfLink', 'uid', 'clusterName', 'generation'].map(
    (name) => ['f:metadata', `f:${name}`],
  ),
  ...['managedFields', 'resourceVersion'].map((name) => ['f:metadata', `f:${name}`]),
]);
