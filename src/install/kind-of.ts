import { plainText, type JsonObject } from '../json.ts';
import { keyOf, type ObjectKey } from '../kube/apply/index.ts';

/** The API group of an object or a key; empty for the core. */
export function groupOf({ apiVersion }: { readonly apiVersion?: unknown }): string {
  const text = typeof apiVersion === 'string' ? apiVersion : '';
  return text.includes('/') ? text.replace(/\/.*/, '') : '';
}

/** Tells objects apart whatever version of their kind they are read in. */
export function idOf({ apiVersion, kind, namespace = '', name }: ObjectKey): string {
  return JSON.stringify([groupOf({ apiVersion }), kind, namespace, name]);
}

/** `idOf` of an object. */
export const idOfObject = (object: JsonObject): string => idOf(keyOf(object));

/** Whether an object is of a kind, in any version. */
export const isKind = (object: JsonObject, group: string, kind: string): boolean =>
  plainText(object.kind) === kind && groupOf(object) === group;
