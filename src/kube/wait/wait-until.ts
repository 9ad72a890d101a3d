import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { textOf } from '../text-of.ts';
import type { WatchEvent } from '../watch/watch.ts';
import type { Readiness } from './readiness-type.ts';

/** Opens what tells of changes, until the signal ends it: `(signal) => writer.watch(kind, { signal })`. */
export type Watcher = (signal: AbortSignal) => AsyncIterable<WatchEvent>;

/** How long to wait, and who hears of it. */
export interface WaitOptions {
  /** Milliseconds after which to give up. Default: no limit but that of the connection. */
  readonly timeout?: number;
  /** Ends the wait: its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Takes what is waited for, whenever that is something else. */
  readonly onWaiting?: (reason: string) => void;
}

/**
 * Follows objects until a judge finds them ready, and ends the watch then. When the time is over, it gives what was
 * still waited for. The judge sees all objects that are there, for the first time when all of them have been told.
 */
export async function waitUntil(
  watcher: Watcher,
  judge: (objects: readonly JsonObject[]) => Readiness,
  { timeout, signal, onWaiting }: WaitOptions = {},
): Promise<Readiness> {
  const end = new AbortController();
  const stop = () => {
    end.abort(timeIsOver);
  };
  const timer = timeout === undefined ? undefined : setTimeout(stop, timeout);
  const ends = AbortSignal.any([end.signal, ...(signal ? [signal] : [])]);
  let last: Readiness = { ready: false, reason: 'the cluster has not told what is there' };
  try {
    for await (const objects of states(watcher(ends))) {
      const before = last;
      last = judge(objects);
      if (last.ready) break;
      if (last.reason !== reasonOf(before)) onWaiting?.(last.reason);
    }
  } catch (error) {
    if (error !== timeIsOver) throw error;
  } finally {
    clearTimeout(timer);
    end.abort(waitIsOver);
  }
  return last;
}

const reasonOf = (state: Readiness): string => (state.ready ? '' : state.reason);

const timeIsOver = new Error('the time to wait is over');
const waitIsOver = new Error('nothing is waited for any more');

/** All objects that are there, after every change. */
async function* states(events: AsyncIterable<WatchEvent>): AsyncGenerator<readonly JsonObject[]> {
  const objects = new Map<string, JsonObject>();
  let synced = false;
  for await (const event of events) {
    if (event.type === 'synced') synced = true;
    else if (event.type === 'deleted') objects.delete(idOf(event.object));
    else objects.set(idOf(event.object), event.object);
    if (synced) yield [...objects.values()];
  }
}

function idOf({ kind, metadata }: JsonObject): string {
  const { uid, namespace, name } = isObject(metadata) ? metadata : {};
  return textOf(uid) ?? JSON.stringify([kind, namespace, name]);
}
