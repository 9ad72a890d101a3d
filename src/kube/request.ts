import { isObject } from '../json.ts';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../resources/index.ts';
import { ApiError } from './api-error.ts';
import { attempts, type Attempt } from './session/attempts.ts';
import { connectionError, isBroken } from './session/connection-error.ts';
import { isPassing, type Clock } from './session/retry.ts';
import { send, type ApiAnswer, type ApiRequest } from './session/send.ts';
import type { Session } from './session/session.ts';
import { statusError, type Asked } from './session/status-error.ts';

/** All that requests of one client share. */
export interface RequestStage {
  readonly asked: Asked;
  readonly clock: Clock;
  /** The session of now; given a session that the server no longer accepts, a fresh one. */
  readonly session: (refused?: Session) => Promise<Session>;
}

/** Sends a request until it is answered, fails for good, or has failed too often; gives the object of the answer. */
export function request(asked: ApiRequest, signal: AbortSignal, stage: RequestStage): Promise<JsonObject> {
  return attempts(() => attemptOnce(asked, signal, stage), signal, stage.clock);
}

async function attemptOnce(
  asked: ApiRequest,
  signal: AbortSignal,
  stage: RequestStage,
): Promise<Attempt<JsonObject>> {
  let answer;
  try {
    answer = await sendLoggedIn(asked, signal, stage);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MeshctlError) throw error;
    return { failure: connectionError(error, stage.asked), again: isBroken(error) };
  }
  if (answer.status === 200) return { value: objectIn(answer, stage.asked) };
  return { failure: statusError(answer, asked, stage.asked), again: isPassing(answer), answer };
}

/** A session that is no longer accepted is renewed once: tokens expire, and files with tokens are written anew. */
async function sendLoggedIn(asked: ApiRequest, signal: AbortSignal, stage: RequestStage): Promise<ApiAnswer> {
  const session = await stage.session();
  const answer = await send(session, asked, signal);
  if (answer.status !== 401) return answer;
  return send(await stage.session(session), asked, signal);
}

function objectIn({ status, headers, text }: ApiAnswer, { server }: Asked): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // The same answer as for JSON of another sort.
  }
  throw new ApiError(status, `${server} does not answer as a Kubernetes API server`, {
    reason: `it sent ${headers['content-type'] ?? 'something without a content type'}, not a JSON object`,
    hint: 'check the server in the kubeconfig; a portal that asks for a login may stand in between',
  });
}
