import type { JsonObject } from '../json.ts';
import type { ClusterWriter, WatchedKind, WatchEvent, WatchOptions } from '../kube/apply/index.ts';
import { EventQueue } from '../event-queue.ts';
import { idOfObject } from '../kube/apply/index.ts';

type Watches = Pick<ClusterWriter, 'watch'>;

/**
 * Watches of a writer, of which those for the same objects are one: each place is listed and followed once, from the
 * first who asks until the signal ends it, and later ones get what is known so far. For many who wait at once.
 */
export function sharedWatch(writer: Watches, end: AbortSignal): Watches {
  const topics = new Map<string, Topic>();
  return {
    watch: (kind, options = {}) => {
      const { signal, ...what } = options;
      const id = JSON.stringify([kind.apiVersion, kind.kind, what]);
      const known = topics.get(id) ?? new Topic();
      if (!topics.has(id)) {
        topics.set(id, known);
        void known.follow(writer, kind, { ...what, signal: end });
      }
      return known.events(signal);
    },
  };
}

/** The objects of one place, and who wants to hear of them. */
class Topic {
  readonly #objects = new Map<string, JsonObject>();
  readonly #listeners = new Set<EventQueue<WatchEvent>>();
  #synced = false;
  #failure: { readonly error: unknown } | undefined;

  async follow(writer: Watches, kind: WatchedKind, options: WatchOptions): Promise<void> {
    try {
      for await (const event of writer.watch(kind, options)) {
        this.#learn(event);
        for (const listener of this.#listeners) listener.push(event);
      }
    } catch (error) {
      this.#failure = { error };
      for (const listener of this.#listeners) listener.fail(error);
    }
  }

  async *events(signal: AbortSignal | undefined): AsyncGenerator<WatchEvent, void, undefined> {
    const queue = new EventQueue<WatchEvent>();
    const stop = (): void => {
      queue.fail(signal?.reason);
    };
    for (const object of this.#objects.values()) queue.push({ type: 'added', object });
    if (this.#synced) queue.push({ type: 'synced' });
    if (this.#failure !== undefined) queue.fail(this.#failure.error);
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
    this.#listeners.add(queue);
    try {
      yield* queue;
    } finally {
      this.#listeners.delete(queue);
      signal?.removeEventListener('abort', stop);
    }
  }

  #learn(event: WatchEvent): void {
    if (event.type === 'synced') this.#synced = true;
    else if (event.type === 'deleted') this.#objects.delete(idOfObject(event.object));
    else this.#objects.set(idOfObject(event.object), event.object);
  }
}
