import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { request, type RequestRules } from '../request.ts';
import { isPassing } from '../session/retry.ts';
import type { ApiAnswer } from '../session/send.ts';
import { statusOf } from '../session/status-of.ts';
import { conflictsIn } from './apply-conflict.ts';
import { problemsIn } from './invalid-object.ts';
import { keyOf } from './object-key.ts';
import { endOf, targetOf, type Target, type WriteStage } from './target.ts';
import { mostWriteAttempts } from './write-attempts.ts';
import { writeError, type Verb } from './write-error.ts';
import type { ApplyOptions, WriteOptions } from './write-options.ts';

/** `ClusterWriter.apply`. JSON is YAML, so that every API server takes it under the media type for YAML. */
export async function applyObject(
  stage: WriteStage,
  object: JsonObject,
  options: ApplyOptions = {},
): Promise<JsonObject> {
  const signal = endOf(stage, options.signal);
  const target = await targetOf(stage, keyOf(object), signal);
  const asked = {
    method: 'PATCH',
    path: target.path,
    query: { ...writeQuery(options), ...(options.force === true && { force: 'true' }) },
    body: { type: 'application/apply-patch+yaml', value: object },
  } as const;
  const again = (answer: ApiAnswer) =>
    mayPass(answer) || (isUnserved(answer) && stage.kinds.isNew(target.key)) || isRace(answer, object);
  const applied = await request(asked, signal, stage.connection.stage, {
    ...rulesFor('apply', target, stage),
    again,
  });
  if (options.dryRun === undefined && target.key.kind === 'CustomResourceDefinition')
    stage.kinds.define(object);
  return applied;
}

/** What every write says in its query. */
export function writeQuery(options: WriteOptions): Record<string, string> {
  const { fieldManager = 'meshctl', fieldValidation = 'Strict', dryRun } = options;
  return { fieldManager, fieldValidation, ...(dryRun && { dryRun: 'All' }) };
}

/** What all writes have in common. */
export function rulesFor(verb: Verb, target: Target, { connection }: WriteStage): RequestRules {
  return {
    again: mayPass,
    failure: (answer) => writeError(answer, verb, target, connection.stage.asked),
    attempts: mostWriteAttempts,
  };
}

/** Whether the same write may well be accepted a little later: an object that does not fit its schema stays wrong. */
export function mayPass(answer: ApiAnswer): boolean {
  return isPassing(answer) && problemsIn(answer).length === 0;
}

/** The path itself is not served: there is no `Status` of an object or a namespace. */
function isUnserved(answer: ApiAnswer): boolean {
  const details = statusOf(answer)?.details;
  return answer.status === 404 && !(isObject(details) && 'name' in details);
}

/** Somebody else wrote at the same moment: nothing was written, and no conflict of managers is meant. */
export function isRace(answer: ApiAnswer, object: unknown): boolean {
  const metadata = isObject(object) ? object.metadata : undefined;
  const pinned = isObject(metadata) && ('resourceVersion' in metadata || 'uid' in metadata);
  return answer.status === 409 && conflictsIn(answer).length === 0 && !pinned;
}
