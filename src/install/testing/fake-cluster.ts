import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { ApiError, type ClusterClient } from '../../kube/index.ts';
import { keyOf, type ClusterWriter, type WatchEvent } from '../../kube/apply/index.ts';
import { EventQueue } from '../event-queue.ts';
import { idOf, idOfObject } from '../kind-of.ts';

/** A cluster in memory, as far as carrying out a plan needs one: what is applied is kept as it is. */
export interface FakeCluster extends ClusterWriter {
  /** Verb and name of each write, in order. */
  readonly writes: readonly string[];
  readonly objects: ReadonlyMap<string, JsonObject>;
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

export function fakeCluster({ objects = [], react, refuse }: FakeClusterOptions = {}): FakeCluster {
  const kept = new Map(objects.map((object) => [idOfObject(object), object]));
  const listeners = new Set<{ readonly kind: string; readonly queue: EventQueue<WatchEvent> }>();
  const writes: string[] = [];
  let uid = 0;
  const put = (object: JsonObject): void => {
    kept.set(idOfObject(object), object);
    for (const { kind, queue } of listeners)
      if (kind === object.kind) queue.push({ type: 'modified', object });
  };
  const write = (verb: string, object: JsonObject): JsonObject => {
    refuse?.(verb, object);
    writes.push(`${verb} ${keyOf(object).name}`);
    const metadata = {
      uid: `uid-${(uid += 1)}`,
      resourceVersion: String(uid),
      ...objectIn(object, 'metadata'),
    };
    const stored = { ...object, metadata };
    put(stored);
    react?.(stored, cluster);
    return kept.get(idOfObject(object)) ?? stored;
  };
  const cluster: FakeCluster = {
    ...{ writes, objects: kept, put, client: {} as ClusterClient },
    get: (key) => Promise.resolve(kept.get(idOf(key))),
    apply: async (object) => Promise.resolve().then(() => write('apply', object)),
    create: async (object) =>
      Promise.resolve().then(() => {
        if (kept.has(idOfObject(object))) throw new ApiError(409, 'there is one of that name', {});
        return write('create', object);
      }),
    patch: async (key, patch) =>
      Promise.resolve().then(() => {
        const there = kept.get(idOf(key)) ?? {};
        return write('patch', { ...there, spec: { ...objectIn(there, 'spec'), ...objectIn(patch, 'spec') } });
      }),
    delete: async (key, { uid: meant }) =>
      Promise.resolve().then(() => {
        const there = kept.get(idOf(key));
        if (there === undefined || plainText(objectIn(there, 'metadata').uid) !== meant) return 'gone';
        refuse?.('delete', there);
        writes.push(`delete ${key.name}`);
        kept.delete(idOf(key));
        return 'gone';
      }),
    watch: ({ kind }, { namespace, signal } = {}) => events(kind, namespace, signal),
    token: () => Promise.reject(new Error('no tokens here')),
  };
  async function* events(
    kind: string,
    namespace: string | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<WatchEvent, void, undefined> {
    const queue = new EventQueue<WatchEvent>();
    const there = [...kept.values()].filter((object) => object.kind === kind);
    for (const object of there.filter((one) => namespace === undefined || keyOf(one).namespace === namespace))
      queue.push({ type: 'added', object });
    queue.push({ type: 'synced' });
    listeners.add({ kind, queue });
    signal?.addEventListener('abort', () => {
      queue.fail(signal.reason);
    });
    yield* queue;
  }
  return cluster;
}
