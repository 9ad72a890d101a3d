import { strategicMerge } from '../../strategic-merge/index.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import type { Kind } from '../kinds/kind.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { jsonPatch } from './json-patch.ts';
import { mergePatch } from './merge-patch.ts';
import { updateObject } from './update-object.ts';
import type { Writer } from './writer.ts';

/** The kinds of patches by their media types. */
export const patchTypes: Readonly<Record<string, PatchType>> = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
};

type PatchType = 'json' | 'merge' | 'strategic';

/**
 * Changes an object by a patch.
 *
 * @throws {Refusal} when the patch does not fit, or what comes out may not be so.
 */
export function patchObject(
  cluster: Cluster,
  kind: Kind,
  live: JsonObject,
  patch: { readonly type: PatchType; readonly value: Json },
  by: Writer,
): JsonObject {
  const next = patched(kind, live, patch);
  if (!isObject(next)) throw badRequest('the patch leaves no object');
  return updateObject(cluster, kind, live, next, by);
}

/** The object as the patch makes it. */
export function patched(
  kind: Kind,
  live: JsonObject,
  { type, value }: { readonly type: PatchType; readonly value: Json },
): Json {
  if (type === 'json') return jsonPatch(live, value);
  if (!isObject(value)) throw badRequest('a patch is an object');
  if (type === 'merge') return mergePatch(live, value);
  if (kind.custom === undefined) return strategicMerge(live, value, kind.kind);
  const message = `the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml`;
  throw new Refusal(415, 'UnsupportedMediaType', message, {});
}
