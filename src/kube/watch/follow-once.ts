import { isObject } from '../../json.ts';
import { MeshctlError } from '../../errors.ts';
import { ApiError } from '../api-error.ts';
import type { Connection } from '../connection.ts';
import { resourceName, type ServedKind } from '../discovery/served-kind.ts';
import { connectionError, isBroken, isRefused } from '../session/connection-error.ts';
import { grantCommand } from '../session/request-target.ts';
import { statusError } from '../session/status-error.ts';
import { textOf } from '../text-of.ts';
import { versionOf, type KnownObjects, type ObjectChange } from './known-objects.ts';
import { watchLines, WatchRefused } from './watch-lines.ts';

/** What is watched. */
export interface Place {
  readonly served: ServedKind;
  readonly path: string;
  readonly namespace?: string;
  readonly selectors: Readonly<Record<string, string>>;
}

/** How far a watch is, from one request to the next. */
export interface Pass {
  /** Undefined when the server has forgotten where it was. */
  version: string | undefined;
  /** Whether anything came with the last request. */
  progress: boolean;
  /** Why the last request ended; undefined for an end as it should be. */
  failure: MeshctlError | undefined;
}

/** Seconds that the server may take for one request; a little later it is given up, in case nothing comes at all. */
const longest = 60;
const grace = 15;

/**
 * Watches with one request, until it ends for a reason that may pass, which is noted.
 *
 * @throws {MeshctlError} for an end that is final.
 */
export async function* followOnce(
  connection: Connection,
  place: Place,
  pass: Pass,
  known: KnownObjects,
  signal: AbortSignal,
): AsyncGenerator<ObjectChange, void, undefined> {
  pass.progress = false;
  pass.failure = undefined;
  const ends = AbortSignal.any([signal, AbortSignal.timeout((longest + grace) * 1000)]);
  try {
    for await (const line of watchLines(connection, watchRequest(place, pass.version), ends)) {
      connection.stage.answered = true;
      const { type, object } = line;
      if (type === 'ERROR') throw new WatchRefused(errorAnswer(object));
      if (!isObject(object)) continue;
      pass.progress = true;
      pass.version = versionOf(object) ?? pass.version;
      const change = changes[textOf(type) ?? ''];
      if (change !== undefined) yield* known.take(change, object);
    }
  } catch (error) {
    signal.throwIfAborted();
    note(error, connection, place, pass);
  }
}

/** Bookmarks are none: they only say how far the watch is. */
const changes: Readonly<Record<string, ObjectChange['type']>> = {
  ADDED: 'added',
  MODIFIED: 'modified',
  DELETED: 'deleted',
};

function watchRequest({ path, selectors }: Place, version: string | undefined) {
  const query = {
    watch: 'true',
    allowWatchBookmarks: 'true',
    timeoutSeconds: String(longest),
    ...selectors,
    ...(version !== undefined && { resourceVersion: version }),
  };
  return { method: 'GET', path, query } as const;
}

/** A server that fails in the middle says so in a line of its own, with a `Status`. */
function errorAnswer(status: unknown) {
  const code = isObject(status) && typeof status.code === 'number' ? status.code : 500;
  return { status: code, headers: {}, text: JSON.stringify(status ?? '') };
}

function note(error: unknown, connection: Connection, place: Place, pass: Pass): void {
  if (error instanceof MeshctlError) throw error;
  if (error instanceof WatchRefused) {
    if (error.answer.status === 410) pass.version = undefined;
    pass.failure = refusal(error, connection, place);
    if (!error.passes && error.answer.status !== 410) throw pass.failure;
    return;
  }
  const { asked, answered } = connection.stage;
  pass.failure = connectionError(error, asked);
  const passes = isBroken(error) || isOverdue(error) || (answered && isRefused(error));
  if (!passes) throw pass.failure;
}

/** Given up because nothing came; or a line that is no JSON, because a proxy broke it off. */
function isOverdue(error: unknown): boolean {
  return error instanceof Error && ['AbortError', 'TimeoutError', 'SyntaxError'].includes(error.name);
}

function refusal({ answer }: WatchRefused, connection: Connection, place: Place): ApiError {
  const { asked } = connection.stage;
  const meant = statusError(answer, { method: 'GET', path: place.path }, asked);
  if (answer.status !== 403) return meant;
  const resource = resourceName(place.served);
  const where =
    place.namespace === undefined ? 'of the whole cluster' : `in the namespace "${place.namespace}"`;
  return new ApiError(403, `the context "${asked.context}" may not watch ${resource} ${where}`, {
    ...(meant.reason !== undefined && { reason: meant.reason }),
    hint: grantCommand([resource], place.namespace, 'write'),
  });
}
