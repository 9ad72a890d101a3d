import type { WatchEvent } from './watch.ts';

/**
 * Several watches as one, in the order in which their changes come; `synced` when all are. One that fails ends all. The
 * watches must end with a signal: leaving the loop alone does not end one that waits.
 */
export async function* mergeWatches(
  watches: readonly AsyncIterable<WatchEvent>[],
): AsyncGenerator<WatchEvent, void, undefined> {
  const sources = watches.map((watch) => watch[Symbol.asyncIterator]());
  const waiting = new Map(sources.map((source) => [source, nextOf(source)]));
  let unsynced = sources.length;
  while (waiting.size > 0) {
    const { source, result } = await Promise.race(waiting.values());
    if (result.done === true) {
      waiting.delete(source);
      continue;
    }
    waiting.set(source, nextOf(source));
    if (result.value.type !== 'synced') yield result.value;
    else if ((unsynced -= 1) === 0) yield result.value;
  }
}

interface Next {
  readonly source: AsyncIterator<WatchEvent>;
  readonly result: IteratorResult<WatchEvent>;
}

function nextOf(source: AsyncIterator<WatchEvent>): Promise<Next> {
  const next = source.next().then((result) => ({ source, result }));
  // One that nobody asks for any more fails when its signal ends it.
  next.catch(() => undefined);
  return next;
}
