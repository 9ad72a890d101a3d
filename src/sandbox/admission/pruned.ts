import { isObject, objectIn, setKey, type Json, type JsonObject } from '../../json.ts';

interface Pruned<T> {
  readonly value: T;
  /** The fields that the schema does not have: `spec.hosst`. */
  readonly unknown: readonly string[];
}

/**
 * A custom resource without the fields that the schema of its definition does not have:
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning
 */
export function pruned(object: JsonObject, schema: JsonObject): Pruned<JsonObject> {
  const unknown: string[] = [];
  const { apiVersion, kind, metadata, ...content } = object;
  const value = pruneObject(content, schema, '', unknown);
  return {
    value: {
      ...(apiVersion !== undefined && { apiVersion }),
      ...(kind !== undefined && { kind }),
      ...(metadata !== undefined && { metadata }),
      ...value,
    },
    unknown,
  };
}

function prune(value: Json, schema: Json | undefined, path: string, unknown: string[]): Json {
  if (!isObject(schema)) return value;
  if (Array.isArray(value))
    return value.map((item, index) => prune(item, schema.items, `${path}[${index}]`, unknown));
  return isObject(value) ? pruneObject(value, schema, path, unknown) : value;
}

function pruneObject(value: JsonObject, schema: JsonObject, path: string, unknown: string[]): JsonObject {
  const properties = objectIn(schema, 'properties');
  const { additionalProperties } = schema;
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const kept: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`;
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (known !== undefined && known !== false) setKey(kept, key, prune(item, known, place, unknown));
    else if (open) setKey(kept, key, item);
    else unknown.push(place);
  }
  return kept;
}
