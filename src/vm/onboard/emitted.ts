/**
 * The events of something that tells them while it runs, in their order; its failure comes after them. Leaving the loop
 * aborts the signal that it gets.
 */
export async function* emitted<Event>(
  run: (emit: (event: Event) => void, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<Event, void, undefined> {
  const left = new AbortController();
  const events: Event[] = [];
  let wake = (): void => undefined;
  const state = { over: false };
  const running = run((event) => {
    events.push(event);
    wake();
  }, left.signal).finally(() => {
    state.over = true;
    wake();
  });
  running.catch(() => undefined);
  try {
    for (;;) {
      const next = events.shift();
      if (next !== undefined) yield next;
      else if (state.over) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await running;
  } finally {
    left.abort(new Error('nobody listens any more'));
  }
}
