import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { keptSecret } from './kept-secret.ts';

/**
 * What is kept of an object that was read: all but the records of who wrote which field, which are of no use here and
 * often longer than the rest. Of Secrets nearly nothing is kept.
 */
export function keptObject(object: JsonObject): JsonObject {
  const { metadata } = object;
  const kept = isObject(metadata) ? { ...object, metadata: keptMetadata(metadata) } : object;
  return object.kind === 'Secret' && object.apiVersion === 'v1' ? keptSecret(kept) : kept;
}

/** Holds the whole object once more, of a Secret too. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

function keptMetadata(metadata: JsonObject): JsonObject {
  const { annotations } = metadata;
  const kept = without(metadata, 'managedFields');
  return isObject(annotations) ? { ...kept, annotations: without(annotations, lastApplied) } : kept;
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
