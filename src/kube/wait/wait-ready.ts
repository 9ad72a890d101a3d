import { ApiError } from '../api-error.ts';
import type { ClusterWriter } from '../apply/cluster-writer.ts';
import { idOf, idOfObject, type ObjectKey } from '../apply/object-key.ts';
import type { JsonObject } from '../../resources/index.ts';
import { mergeWatches } from '../watch/merge-watches.ts';
import type { WatchEvent, WatchOptions } from '../watch/watch.ts';
import { readiness } from './readiness.ts';
import { waitUntil, type WaitOptions, type Watcher } from './wait-until.ts';

/** An object that is not ready, and why. */
export interface Waiting {
  readonly object: ObjectKey;
  readonly reason: string;
}

/** How long to wait for objects, and who hears of it. */
export interface WaitReadyOptions extends Pick<WaitOptions, 'timeout' | 'signal'> {
  /** Labels that all of the objects have: others are not even read. */
  readonly labelSelector?: string;
  /** Takes what is waited for, whenever that is something else. */
  readonly onWaiting?: (waiting: readonly Waiting[]) => void;
}

/**
 * Waits until objects are ready (`readiness`), all at once. Gives those that are not when the time is over: none when
 * all is well. Keys of kinds that have namespaces name theirs.
 *
 * For workloads the ReplicaSets, Pods and Events of their namespaces are followed, too, as far as that is permitted.
 */
export async function waitReady(
  writer: Pick<ClusterWriter, 'watch'>,
  keys: readonly ObjectKey[],
  { labelSelector, onWaiting, ...options }: WaitReadyOptions = {},
): Promise<readonly Waiting[]> {
  if (keys.length === 0) return [];
  let waiting = keys.map((object) => ({ object, reason: 'the cluster has not told its state' }));
  const judge = (objects: readonly JsonObject[]) => {
    waiting = notReadyOf(keys, objects);
    const reason = waiting.map((one) => `${one.object.kind} ${one.object.name}: ${one.reason}`).join('\n');
    return reason === '' ? ({ ready: true } as const) : { ready: false, reason };
  };
  await waitUntil(watcherOf(writer, keys, labelSelector), judge, {
    ...options,
    onWaiting: () => onWaiting?.(waiting),
  });
  return waiting;
}

function notReadyOf(keys: readonly ObjectKey[], objects: readonly JsonObject[]): Waiting[] {
  const byId = new Map(objects.map((object) => [idOfObject(object), object]));
  return keys.flatMap((key) => {
    const object = byId.get(idOf(key));
    if (object === undefined) return [{ object: key, reason: 'it is not there' }];
    const state = readiness(object, objects);
    return state.ready ? [] : [{ object: key, reason: state.reason }];
  });
}

const workloads = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);
const related = [
  { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'v1', kind: 'Event' },
];

function watcherOf(
  writer: Pick<ClusterWriter, 'watch'>,
  keys: readonly ObjectKey[],
  labelSelector: string | undefined,
): Watcher {
  const places = new Map(
    keys.map(({ apiVersion, kind, namespace }) => [
      JSON.stringify([apiVersion, kind, namespace]),
      { apiVersion, kind, ...(namespace !== undefined && { namespace }) },
    ]),
  );
  const spaces = new Set(
    keys.flatMap(({ kind, namespace }) =>
      workloads.has(kind) && namespace !== undefined ? [namespace] : [],
    ),
  );
  return (signal) =>
    mergeWatches([
      ...[...places.values()].map(({ namespace, ...kind }) =>
        writer.watch(kind, {
          signal,
          ...(namespace !== undefined && { namespace }),
          ...(labelSelector !== undefined && { labelSelector }),
        }),
      ),
      ...[...spaces].flatMap((namespace) =>
        related.map((kind) => asPermitted(writer, kind, { namespace, signal })),
      ),
    ]);
}

/** What only explains is done without where it is not permitted. */
async function* asPermitted(
  writer: Pick<ClusterWriter, 'watch'>,
  kind: Pick<ObjectKey, 'apiVersion' | 'kind'>,
  options: WatchOptions,
): AsyncGenerator<WatchEvent, void, undefined> {
  let synced = false;
  try {
    for await (const event of writer.watch(kind, options)) {
      synced ||= event.type === 'synced';
      yield event;
    }
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 403) throw error;
    if (!synced) yield { type: 'synced' };
  }
}
