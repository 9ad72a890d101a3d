import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { textOf } from '../text-of.ts';
import { apiGroup } from '../../api-group.ts';

/** Which object of a cluster. */
export interface ObjectKey {
  readonly apiVersion: string;
  readonly kind: string;
  /** Default, for kinds that have namespaces: that of the context. */
  readonly namespace?: string;
  readonly name: string;
}

/** The key of an object, by what it says itself. */
export function keyOf({ apiVersion, kind, metadata }: JsonObject): ObjectKey {
  const { name, namespace } = isObject(metadata) ? metadata : {};
  const space = textOf(namespace);
  return {
    apiVersion: textOf(apiVersion) ?? '',
    kind: textOf(kind) ?? '',
    ...(space !== undefined && { namespace: space }),
    name: textOf(name) ?? '',
  };
}

/** Tells objects apart whatever version of their kind they are read in. */
export function idOf({ apiVersion, kind, namespace = '', name }: ObjectKey): string {
  return JSON.stringify([apiGroup(apiVersion), kind, namespace, name]);
}

/** `idOf` of an object. */
export const idOfObject = (object: JsonObject): string => idOf(keyOf(object));

/** An object in a sentence: `Deployment "istiod" in the namespace "istio-system"`. */
export function describeKey({ kind, name, namespace }: ObjectKey): string {
  const where = namespace === undefined ? '' : ` in the namespace "${namespace}"`;
  return `${kind} "${name}"${where}`;
}
