import { EventQueue } from '../../event-queue.ts';
import type { UpgradeEvent } from './upgrade-event.ts';

/** Runs what tells events, and ends it when nobody listens any more. */
export async function* eventsOf(
  run: (emit: (event: UpgradeEvent) => void, signal: AbortSignal) => Promise<void>,
  outer?: AbortSignal,
): AsyncGenerator<UpgradeEvent, void, undefined> {
  const queue = new EventQueue<UpgradeEvent>();
  const left = new AbortController();
  const signal = AbortSignal.any([left.signal, ...(outer ? [outer] : [])]);
  const emit = (event: UpgradeEvent): void => {
    queue.push(event);
  };
  const done = run(emit, signal).then(
    () => {
      queue.end();
    },
    (error: unknown) => {
      queue.fail(error);
    },
  );
  try {
    yield* queue;
  } finally {
    left.abort(new Error('nobody follows the upgrade any more'));
    await done;
  }
}
