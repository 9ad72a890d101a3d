import type { Json, JsonObject } from '../../resources/index.ts';
import { request } from '../request.ts';
import type { ApiAnswer } from '../session/send.ts';
import { isRace, mayPass, rulesFor, writeQuery } from './apply-object.ts';
import type { ObjectKey } from './object-key.ts';
import { endOf, targetOf, type WriteStage } from './target.ts';
import type { PatchOptions } from './write-options.ts';

/** `ClusterWriter.patch`. */
export async function patchObject(
  stage: WriteStage,
  key: ObjectKey,
  patch: Json,
  options: PatchOptions,
): Promise<JsonObject> {
  const signal = endOf(stage, options.signal);
  const target = await targetOf(stage, key, signal);
  const asked = {
    method: 'PATCH',
    path: target.path,
    query: writeQuery(options),
    body: { type: mediaTypes[options.type], value: patch },
  } as const;
  const repeatable = options.type !== 'json';
  const again = (answer: ApiAnswer) =>
    repeatable ? mayPass(answer) || isRace(answer, patch) : answer.status === 429;
  return request(asked, signal, stage.connection.stage, {
    ...rulesFor('patch', target, stage),
    again,
    repeatable,
  });
}

/** https://kubernetes.io/docs/reference/using-api/api-concepts/#patch-and-apply */
const mediaTypes = {
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  json: 'application/json-patch+json',
};
