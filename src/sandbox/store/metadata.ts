import { objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';

export const metadataOf = (object: JsonObject): JsonObject => objectIn(object, 'metadata');

export const nameOf = (object: JsonObject): string => plainText(valueIn(object, 'metadata', 'name'));

/** Empty for objects without one. */
export const namespaceOf = (object: JsonObject): string =>
  plainText(valueIn(object, 'metadata', 'namespace'));

export const uidOf = (object: JsonObject): string => plainText(valueIn(object, 'metadata', 'uid'));

export const labelsOf = (object: JsonObject): JsonObject => objectIn(object, 'metadata', 'labels');

/** Whether somebody has asked for its end. */
export const isEnding = (object: JsonObject): boolean =>
  valueIn(object, 'metadata', 'deletionTimestamp') !== undefined;

export const finalizersOf = (object: JsonObject): readonly string[] =>
  textsOf(valueIn(object, 'metadata', 'finalizers'));

export const ownersOf = (object: JsonObject): readonly JsonObject[] =>
  objectsIn(object, 'metadata', 'ownerReferences');

const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(plainText) : [];

/** The object with other metadata: values that are undefined go. */
export function withMetadata(
  object: JsonObject,
  changes: Readonly<Record<string, Json | undefined>>,
): JsonObject {
  const metadata = { ...metadataOf(object) };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) Reflect.deleteProperty(metadata, key);
    else metadata[key] = value;
  }
  return { ...object, metadata };
}
