import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { ApiError, type ClusterClient } from '../../kube/index.ts';
import {
  keyOf,
  type ClusterWriter,
  type WatchEvent,
  type WatchOptions,
  idOf,
  idOfObject,
} from '../../kube/apply/index.ts';
import { EventQueue } from '../../event-queue.ts';

/** A cluster in memory, as far as carrying out a plan needs one: what is applied is kept as it is. */
export interface FakeCluster extends ClusterWriter {
  /** Verb and name of each write, in order. */
  readonly writes: readonly string[];
  /** Writes an object as a controller does: watches tell of it. */
  readonly put: (object: JsonObject) => void;
}

interface FakeClusterOptions {
  readonly objects?: readonly JsonObject[];
  /** What controllers make of an object that is written. Default: nothing. */
  readonly react?: (object: JsonObject, cluster: FakeCluster) => void;
  /** Throws to refuse a write. */
  readonly refuse?: (verb: string, object: JsonObject) => void;
}

export function fakeCluster(options: FakeClusterOptions = {}): FakeCluster {
  const store = new Store(options.objects ?? []);
  const write = (verb: string, object: JsonObject): JsonObject => {
    options.refuse?.(verb, object);
    const stored = store.write(verb, object);
    options.react?.(stored, cluster);
    return store.get(idOfObject(object)) ?? stored;
  };
  const cluster: FakeCluster = {
    writes: store.writes,
    client: {} as ClusterClient,
    put: (object) => {
      store.put(object);
    },
    get: (key) => Promise.resolve(store.get(idOf(key))),
    apply: later((object) => write('apply', object)),
    create: later((object) => {
      if (store.get(idOfObject(object)) !== undefined)
        throw new ApiError(409, 'there is one of that name', {});
      return write('create', object);
    }),
    patch: later((key, patch) => {
      const there = store.get(idOf(key)) ?? {};
      return write('patch', { ...there, spec: { ...objectIn(there, 'spec'), ...objectIn(patch, 'spec') } });
    }),
    delete: later((key, { uid }) => {
      const there = store.get(idOf(key));
      if (plainText(objectIn(there, 'metadata').uid) === uid) store.delete(idOf(key), key.name);
      return 'gone';
    }),
    watch: ({ kind }, how = {}) => store.watch(kind, how),
    token: () => Promise.reject(new Error('no tokens here')),
  };
  return cluster;
}

/** What is answered comes later, failures too. */
const later =
  <Given extends readonly unknown[], Answer>(answer: (...given: Given) => Answer) =>
  async (...given: Given): Promise<Answer> => {
    await Promise.resolve();
    return answer(...given);
  };

class Store {
  readonly writes: string[] = [];
  readonly #objects: Map<string, JsonObject>;
  readonly #listeners = new Set<{ readonly kind: string; readonly queue: EventQueue<WatchEvent> }>();

  constructor(objects: readonly JsonObject[]) {
    this.#objects = new Map(objects.map((object) => [idOfObject(object), object]));
  }

  get(id: string): JsonObject | undefined {
    return this.#objects.get(id);
  }

  put(object: JsonObject): void {
    this.#objects.set(idOfObject(object), object);
    for (const { kind, queue } of this.#listeners)
      if (kind === object.kind) queue.push({ type: 'modified', object });
  }

  write(verb: string, object: JsonObject): JsonObject {
    this.writes.push(`${verb} ${keyOf(object).name}`);
    const nth = String(this.writes.length);
    const metadata = { uid: `uid-${nth}`, resourceVersion: nth, ...objectIn(object, 'metadata') };
    const stored = { ...object, metadata };
    this.put(stored);
    return stored;
  }

  delete(id: string, name: string): void {
    this.writes.push(`delete ${name}`);
    this.#objects.delete(id);
  }

  async *watch(
    kind: string,
    { namespace, signal }: WatchOptions,
  ): AsyncGenerator<WatchEvent, void, undefined> {
    const queue = new EventQueue<WatchEvent>();
    const there = [...this.#objects.values()].filter((object) => object.kind === kind);
    for (const object of there)
      if (namespace === undefined || keyOf(object).namespace === namespace)
        queue.push({ type: 'added', object });
    queue.push({ type: 'synced' });
    this.#listeners.add({ kind, queue });
    signal?.addEventListener('abort', () => {
      queue.fail(signal.reason);
    });
    yield* queue;
  }
}
