import type { JsonObject } from '../../resources/index.ts';
import { ApiError } from '../api-error.ts';
import { request } from '../request.ts';
import { rulesFor } from './apply-object.ts';
import type { Target, WriteStage } from './target.ts';

/** Reads an object, as patiently as it is written; undefined when it is not there. */
export async function getObject(
  stage: WriteStage,
  target: Target,
  signal: AbortSignal,
): Promise<JsonObject | undefined> {
  const asked = { method: 'GET', path: target.path } as const;
  try {
    return await request(asked, signal, stage.connection.stage, rulesFor('get', target, stage));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
