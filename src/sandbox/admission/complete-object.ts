import { isObject, objectIn, plainText, type Json, type JsonObject } from '../../json.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { badRequest } from '../refusal.ts';
import { nameOf } from '../store/metadata.ts';
import { kindDefaults } from './kind-defaults.ts';
import { fillRequests } from './pod-defaults.ts';
import { pruned } from './pruned.ts';
import { setDefaults } from './set-defaults.ts';
import { storePod } from './store-pod.ts';

/**
 * An object with the defaults that count as written by who writes it, and without fields that its definition does not
 * have. The one that is given is not changed.
 *
 * @param strict - Refuse unknown fields of custom resources in place of leaving them out.
 * @throws {Refusal} 400 for unknown fields when it is to be strict.
 */
export function completeObject(kind: Kind, object: JsonObject, strict: boolean): JsonObject {
  if (kind.custom !== undefined) return completeCustom(kind, kind.custom.schema, object, strict);
  const complete = withoutNulls(object);
  setDefaults(complete, kindDefaults[kind.kind] ?? []);
  adjust[kind.kind]?.(complete);
  for (const metadata of [objectIn(complete, 'metadata'), objectIn(complete, 'spec', 'template', 'metadata')])
    dropEmpty(metadata);
  storePod(kind.kind === 'Pod' ? objectIn(complete, 'spec') : objectIn(complete, 'spec', 'template', 'spec'));
  return complete;
}

function completeCustom(kind: Kind, schema: JsonObject, object: JsonObject, strict: boolean): JsonObject {
  const { value, unknown } = pruned(object, schema);
  if (strict && unknown.length > 0) {
    const told = unknown.map((field) => `unknown field "${field}"`).join(', ');
    throw badRequest(
      `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: strict decoding error: ${told}`,
    );
  }
  return { ...value, apiVersion: apiVersionOf(kind), kind: kind.kind };
}

/** A copy; null in a field of a built-in kind says that there is nothing. */
function withoutNulls(object: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(object)) if (value !== null) copy[key] = plain(value);
  return copy;
}

function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value) ? withoutNulls(value) : value;
}

/** A server keeps no labels and annotations without any in them. The metadata are changed. */
function dropEmpty(metadata: JsonObject): void {
  for (const name of ['labels', 'annotations'])
    if (isObject(metadata[name]) && Object.keys(metadata[name]).length === 0)
      Reflect.deleteProperty(metadata, name);
}

const adjust: Readonly<Record<string, (object: JsonObject) => void>> = {
  Namespace: (namespace) => {
    const { labels } = objectIn(namespace, 'metadata');
    if (isObject(labels)) labels['kubernetes.io/metadata.name'] = nameOf(namespace);
  },
  Pod: ({ spec }) => {
    if (isObject(spec)) fillRequests(spec);
  },
  Secret: encodeTexts,
};

/** `stringData` is only a way to write `data`. */
function encodeTexts(secret: JsonObject): void {
  const { stringData } = secret;
  if (!isObject(stringData)) return;
  const encoded = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(plainText(value)).toString('base64'),
  ]);
  secret.data = { ...objectIn(secret, 'data'), ...(Object.fromEntries(encoded) as JsonObject) };
  Reflect.deleteProperty(secret, 'stringData');
}
