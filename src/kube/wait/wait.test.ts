import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import { ApiError } from '../api-error.ts';
import type { ClusterWriter } from '../apply/cluster-writer.ts';
import { KindNotServed } from '../apply/kind-index.ts';
import type { WatchEvent } from '../watch/watch.ts';
import type { Readiness } from './readiness-type.ts';
import { waitGone } from './wait-gone.ts';
import { waitReady, type Waiting } from './wait-ready.ts';
import { waitUntil, type Watcher } from './wait-until.ts';

const namespace = (name: string, phase: string, uid = name): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, uid },
  status: { phase },
});
const added = (object: JsonObject): WatchEvent => ({ type: 'added', object });
const modified = (object: JsonObject): WatchEvent => ({ type: 'modified', object });
const deleted = (object: JsonObject): WatchEvent => ({ type: 'deleted', object });
const synced: WatchEvent = { type: 'synced' };

/** Tells some events, or fails; then it is silent until its signal ends it. */
async function* tell(
  signal: AbortSignal | undefined,
  ...events: readonly (WatchEvent | Error)[]
): AsyncGenerator<WatchEvent, void, undefined> {
  for (const event of events) {
    if (event instanceof Error) throw event;
    yield event;
  }
  await new Promise((_, reject) => {
    const fail = () => {
      reject(signal?.reason as Error);
    };
    if (signal?.aborted) fail();
    else signal?.addEventListener('abort', fail);
  });
}

const telling =
  (...events: readonly (WatchEvent | Error)[]): Watcher =>
  (signal) =>
    tell(signal, ...events);

/** Follows the events of each kind: `Pod`. */
function writerOf(byKind: Record<string, readonly (WatchEvent | Error)[]>): Pick<ClusterWriter, 'watch'> {
  return { watch: ({ kind }, options) => tell(options?.signal, ...(byKind[kind] ?? [synced])) };
}

describe('waiting until', () => {
  const count =
    (wanted: number) =>
    (objects: readonly JsonObject[]): Readiness =>
      objects.length === wanted ? { ready: true } : { ready: false, reason: `${objects.length} are there` };

  test('there are enough objects', async () => {
    const events = [
      added(namespace('a', 'x')),
      synced,
      added(namespace('b', 'x')),
      modified(namespace('b', 'y')),
    ];
    expect(await waitUntil(telling(...events), count(2))).toEqual({ ready: true });
  });

  test('some are gone', async () => {
    const a = namespace('a', 'x');
    expect(await waitUntil(telling(added(a), synced, deleted(a)), count(0))).toEqual({ ready: true });
  });

  test('all are known: nothing is judged before', async () => {
    const events = [added(namespace('a', 'x')), added(namespace('b', 'x')), synced];
    const seen: number[] = [];
    await waitUntil(telling(...events), (objects) => {
      seen.push(objects.length);
      return { ready: true };
    });
    expect(seen).toEqual([2]);
  });

  test('tells what it waits for whenever that changes', async () => {
    const events = [
      synced,
      added(namespace('a', 'x')),
      modified(namespace('a', 'y')),
      added(namespace('b', 'x')),
    ];
    const told: string[] = [];
    await waitUntil(telling(...events), count(2), { onWaiting: (reason) => told.push(reason) });
    expect(told).toEqual(['0 are there', '1 are there']);
  });

  test('the time is over: then it gives what it waited for', async () => {
    const wait = waitUntil(telling(synced, added(namespace('a', 'x'))), count(2), { timeout: 50 });
    expect(await wait).toEqual({ ready: false, reason: '1 are there' });
  });

  test('the time is over before anything is told', async () => {
    expect(await waitUntil(telling(), count(0), { timeout: 20 })).toMatchObject({ ready: false });
  });

  test('it is interrupted', async () => {
    const end = new AbortController();
    const wait = waitUntil(telling(synced), count(2), { signal: end.signal, timeout: 10_000 });
    end.abort(new Error('Ctrl-C'));
    await expect(wait).rejects.toThrow('Ctrl-C');
  });

  test('the watch fails', async () => {
    await expect(waitUntil(telling(synced, new Error('broken')), count(2))).rejects.toThrow('broken');
  });

  test('ends the watch when it is done', async () => {
    let end: AbortSignal | undefined;
    await waitUntil((signal) => tell((end = signal), synced), count(0));
    expect(end?.aborted).toBe(true);
  });
});

describe('waiting for objects to be ready', () => {
  const key = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', name });

  test('is over when all are', async () => {
    const events = [
      added(namespace('a', 'Active')),
      synced,
      added(namespace('b', '')),
      modified(namespace('b', 'Active')),
    ];
    const told: (readonly Waiting[])[] = [];
    const onWaiting = (waiting: readonly Waiting[]) => told.push(waiting);
    const wait = waitReady(writerOf({ Namespace: events }), [key('a'), key('b')], { onWaiting });
    expect(await wait).toEqual([]);
    expect(told).toEqual([
      [{ object: key('b'), reason: 'it is not there' }],
      [{ object: key('b'), reason: 'it has no phase' }],
    ]);
  });

  test('gives those that are not, when the time is over', async () => {
    const writer = writerOf({ Namespace: [added(namespace('a', 'Active')), synced] });
    expect(await waitReady(writer, [key('a'), key('b')], { timeout: 50 })).toEqual([
      { object: key('b'), reason: 'it is not there' },
    ]);
  });

  test('asks for nothing when there is nothing to wait for', async () => {
    const writer = { watch: () => expect.fail('nothing is to be watched') };
    expect(await waitReady(writer, [])).toEqual([]);
  });

  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'd', namespace: 'shop', uid: 'd' },
    spec: { replicas: 1 },
  };
  const replicaSet = {
    kind: 'ReplicaSet',
    metadata: { name: 'r', uid: 'r', ownerReferences: [{ uid: 'd' }] },
  };
  const event = {
    kind: 'Event',
    type: 'Warning',
    reason: 'FailedCreate',
    message: 'no',
    involvedObject: { uid: 'r' },
  };
  const deploymentKey = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'd' };
  const forbidden = new ApiError(403, 'no', {});

  test.each<[string, readonly (WatchEvent | Error)[], string]>([
    [
      'names the event that says why',
      [added({ metadata: { uid: 'e' }, ...event }), synced],
      '0 of 1 pods are ready: FailedCreate: no',
    ],
    ['does without what it may not see', [forbidden], '0 of 1 pods are ready'],
    ['does without what it may not see any more', [synced, forbidden], '0 of 1 pods are ready'],
  ])('%s', async (_, events, reason) => {
    const writer = writerOf({
      Deployment: [added(deployment), synced],
      ReplicaSet: [added(replicaSet), synced],
      Event: events,
    });
    const told: string[] = [];
    const waiting = await waitReady(writer, [deploymentKey], {
      timeout: 50,
      onWaiting: ([one]) => told.push(one?.reason ?? ''),
    });
    expect(waiting).toEqual([{ object: deploymentKey, reason }]);
    expect(told).toContain(reason);
  });

  test('fails when the objects themselves may not be seen', async () => {
    const wait = waitReady(writerOf({ Deployment: [forbidden] }), [deploymentKey]);
    await expect(wait).rejects.toBe(forbidden);
  });
});

describe('waiting for an object to be gone', () => {
  const key = { apiVersion: 'v1', kind: 'Namespace', name: 'a' };
  const ending = {
    ...namespace('a', 'Terminating'),
    metadata: { name: 'a', uid: '1', finalizers: ['kubernetes', 'x'] },
  };

  test.each<[string, readonly (WatchEvent | Error)[]]>([
    ['that is deleted', [added(ending), synced, deleted(ending)]],
    ['that was gone before', [synced]],
    ['though another one has its name', [added(namespace('a', 'Active', '2')), synced]],
    ['with its kind', [added(ending), synced, new ApiError(404, 'no', {})]],
    ['with its kind, long ago', [new KindNotServed('environment', 'no')]],
  ])('%s', async (_, events) => {
    expect(await waitGone(writerOf({ Namespace: events }), key, '1')).toEqual({ ready: true });
  });

  test.each([
    ['its finalizers', ending, 'it waits for its finalizers: kubernetes, x'],
    ['nothing in particular', namespace('a', '', '1'), 'it is still there'],
  ])('names %s', async (_, object, reason) => {
    const writer = writerOf({ Namespace: [added(object), synced] });
    expect(await waitGone(writer, key, '1', { timeout: 50 })).toEqual({ ready: false, reason });
  });

  test('fails for any other reason', async () => {
    const wait = waitGone(writerOf({ Namespace: [new ApiError(403, 'no', {})] }), key, '1');
    await expect(wait).rejects.toMatchObject({ status: 403 });
  });
});
