import type { GetOptions } from '../client.ts';
import type { ObjectKey } from '../apply/object-key.ts';
import { endOf, type WriteStage } from '../apply/target.ts';
import { mostWriteAttempts } from '../apply/write-attempts.ts';
import { pathOf } from '../discovery/served-kind.ts';
import { listWhole } from '../list/list-pages.ts';
import { request } from '../request.ts';
import { delayBefore } from '../session/retry.ts';
import { followOnce, type Pass, type Place } from './follow-once.ts';
import { KnownObjects, type ObjectChange } from './known-objects.ts';

/** A kind whose objects are watched. */
export type WatchedKind = Pick<ObjectKey, 'apiVersion' | 'kind'>;

/** Which objects are watched, and from when on. */
export interface WatchOptions {
  /** Default: all. */
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /**
   * Where to go on from, such as that of a list. Default: all that is there comes first, as `added`. An object that was
   * not told before counts as added when it changes.
   */
  readonly resourceVersion?: string;
  /** Ends the watch: its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** What became of an object; or, once, that all objects that were there at first have been told. */
export type WatchEvent = ObjectChange | { readonly type: 'synced' };

/**
 * Follows objects of a kind: lists them, and watches from there on
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes). A watch that ends or
 * breaks goes on where it was; when the server has forgotten that, the list is read anew and what changed since is told.
 * Only after many failures in a row does it throw. Each watch has its own connection and its own memory.
 */
export async function* watchKind(
  stage: WriteStage,
  kind: WatchedKind,
  options: WatchOptions = {},
): AsyncGenerator<WatchEvent, void, undefined> {
  const signal = endOf(stage, options.signal);
  const place = await placeOf(stage, kind, options, signal);
  const known = new KnownObjects();
  const pass: Pass = { version: options.resourceVersion, progress: false, failure: undefined };
  let synced = false;
  for (let vain = 0; ;) {
    if (pass.version === undefined) {
      const list = await readList(stage, place, signal);
      pass.version = list.resourceVersion;
      yield* known.replace(list.objects);
    }
    if (!synced) yield { type: 'synced' };
    synced = true;
    yield* followOnce(stage.connection, place, pass, known, signal);
    vain = pass.progress ? 1 : vain + 1;
    if (pass.failure !== undefined && vain >= mostWriteAttempts) throw pass.failure;
    await pause(stage, vain, signal);
  }
}

async function placeOf(
  { kinds }: WriteStage,
  kind: WatchedKind,
  { namespace, labelSelector, fieldSelector }: WatchOptions,
  signal: AbortSignal,
): Promise<Place> {
  const served = await kinds.find(kind, signal);
  return {
    served,
    path: pathOf(served, namespace),
    ...(served.namespaced && namespace !== undefined && { namespace }),
    selectors: {
      ...(labelSelector !== undefined && { labelSelector }),
      ...(fieldSelector !== undefined && { fieldSelector }),
    },
  };
}

function readList({ connection }: WriteStage, { path, selectors }: Place, signal: AbortSignal) {
  const get = (from: string, { query = {} }: GetOptions = {}) =>
    request({ method: 'GET', path: from, query }, signal, connection.stage, { attempts: mostWriteAttempts });
  return listWhole({ get }, path, { ...selectors, signal, keep: (object) => object });
}

async function pause({ connection }: WriteStage, vain: number, signal: AbortSignal): Promise<void> {
  const { clock } = connection.stage;
  await clock.pause(delayBefore(vain, undefined, clock.random), signal).catch(() => undefined);
  signal.throwIfAborted();
}
