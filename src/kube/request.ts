import { isObject } from '../json.ts';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../resources/index.ts';
import { ApiError } from './api-error.ts';
import { attempts, type Attempt } from './session/attempts.ts';
import { connectionError, isBroken, isRefused } from './session/connection-error.ts';
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
  /** Whether the server has answered before: then a port at which nothing listens is one of a server that restarts. */
  answered: boolean;
  /** Milliseconds by which the clock of the server was ahead of ours at its last answer. */
  clockOffset: number | undefined;
}

/** How a request differs from a read. */
export interface RequestRules {
  /** Whether to send it again after an answer that is no success. Default: whether the answer may pass. */
  readonly again?: (answer: ApiAnswer) => boolean;
  /** Whether it may be sent again when nobody knows whether it was carried out. Default: true. */
  readonly repeatable?: boolean;
  /** What an answer that is no success means. Default: what it means for a read. */
  readonly failure?: (answer: ApiAnswer) => MeshctlError;
  /** How often it is sent at most. */
  readonly attempts?: number;
}

/** Sends a request until it is answered, fails for good, or has failed too often; gives the object of the answer. */
export function request(
  asked: ApiRequest,
  signal: AbortSignal,
  stage: RequestStage,
  rules: RequestRules = {},
): Promise<JsonObject> {
  return attempts(() => requestOnce(asked, signal, stage, rules), signal, stage.clock, rules.attempts);
}

/** The same for an answer that is text of any kind. */
export function requestText(asked: ApiRequest, signal: AbortSignal, stage: RequestStage): Promise<string> {
  return attempts(() => answerOnce(asked, signal, stage, {}, ({ text }) => text), signal, stage.clock);
}

/** Sends a request once, and says whether it may well be sent again. */
export function requestOnce(
  asked: ApiRequest,
  signal: AbortSignal,
  stage: RequestStage,
  rules: RequestRules,
): Promise<Attempt<JsonObject>> {
  return answerOnce(asked, signal, stage, rules, (answer) => objectIn(answer, stage.asked));
}

async function answerOnce<Value>(
  asked: ApiRequest,
  signal: AbortSignal,
  stage: RequestStage,
  { again = isPassing, repeatable = true, failure }: RequestRules,
  read: (answer: ApiAnswer) => Value,
): Promise<Attempt<Value>> {
  let answer;
  try {
    answer = await sendLoggedIn(asked, signal, stage);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MeshctlError) throw error;
    return { failure: connectionError(error, stage.asked), again: maySend(error, repeatable, stage) };
  }
  stage.answered = true;
  stage.clockOffset = clockOffsetOf(answer);
  if (successes.has(answer.status)) return { value: read(answer) };
  const means = failure?.(answer) ?? statusError(answer, asked, stage.asked);
  return { failure: means, again: again(answer), answer };
}

/** The header has whole seconds: half a second is right on the average. */
function clockOffsetOf({ headers }: ApiAnswer): number | undefined {
  const date = Date.parse(headers.date ?? '');
  return Number.isNaN(date) ? undefined : date + 500 - Date.now();
}

/** Whether to send again what had no answer: a server that refuses connections has not seen it. */
function maySend(error: unknown, repeatable: boolean, { answered }: RequestStage): boolean {
  return isRefused(error) ? answered : repeatable && isBroken(error);
}

/** Done, made, and begun. */
const successes = new Set([200, 201, 202]);

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
