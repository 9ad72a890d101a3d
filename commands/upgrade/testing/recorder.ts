import { setTimeout as sleep } from 'node:timers/promises';
import { askIstiod } from '../../../src/istiod/index.ts';
import { isObject, objectIn, plainText, type JsonObject } from '../../../src/json.ts';
import { labelOf } from '../../../src/label-of.ts';
import { idOfObject, keyOf, type ClusterWriter } from '../../../src/kube/apply/index.ts';
import type { Rig } from '../../../src/kube/testing/rig.ts';
import { checkInvariants, type Injection, type Violation } from '../../../src/upgrade/invariants/index.ts';

/** Records every state that a cluster goes through. */
export interface Recorder {
  /** Ends, and gives what was violated at any moment, each once; `states` tells how many moments there were. */
  readonly finish: () => Promise<{ readonly violations: readonly Violation[]; readonly states: number }>;
}

/** What happened at a version of the store: the API server numbers all writes in one row. */
interface Moment {
  readonly version: number;
  readonly object?: JsonObject;
  readonly gone?: boolean;
  /** What istiods said of their proxies then. */
  readonly connected?: ReadonlyMap<string, readonly string[]>;
}

const watched = [
  { apiVersion: 'v1', kind: 'Namespace' },
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
  { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'MutatingWebhookConfiguration' },
  { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingWebhookConfiguration' },
];

/**
 * Begins to record. It only looks: at the watches of the API server, at the rig's log of injections, and at what the
 * istiods answer. Their objects are put together in the order in which the server stored them, so that no state in
 * between is missed.
 */
export async function record(rig: Rig, writer: ClusterWriter): Promise<Recorder> {
  await rig.admin('DELETE', '/injections');
  const stop = new AbortController();
  const { signal } = stop;
  const start: JsonObject[] = [];
  const moments: Moment[] = [];
  const last = { version: 0 };
  const follow = watched.map((kind) => followKind(writer, kind, { start, moments, last, signal }));
  await Promise.all(follow.map(({ synced }) => synced));
  const asking = askAgain(writer, { moments, last, signal });
  return {
    finish: async () => {
      // What was written last is still on its way.
      await sleep(500);
      stop.abort(new Error('finished'));
      await Promise.all([asking, ...follow.map(({ ended }) => ended)]);
      const log = await rig.admin('GET', '/injections');
      const injections = (Array.isArray(log) ? log : []).filter(isObject).map(injectionOf);
      return { violations: replay(start, moments, injections), states: moments.length };
    },
  };
}

interface Tape {
  readonly start: JsonObject[];
  readonly moments: Moment[];
  readonly last: { version: number };
  readonly signal: AbortSignal;
}

function followKind(
  writer: ClusterWriter,
  kind: (typeof watched)[number],
  { start, moments, last, signal }: Tape,
): { readonly synced: Promise<void>; readonly ended: Promise<void> } {
  let tell: () => void = () => undefined;
  const synced = new Promise<void>((resolve) => (tell = resolve));
  const follow = async (): Promise<void> => {
    let isNew = false;
    for await (const event of writer.watch(kind, { signal })) {
      if (event.type === 'synced') {
        isNew = true;
        tell();
        continue;
      }
      const object = { ...kind, ...event.object };
      const version = Number(objectIn(object, 'metadata').resourceVersion);
      last.version = Math.max(last.version, version);
      if (isNew) moments.push({ version, object, gone: event.type === 'deleted' });
      else start.push(object);
    }
  };
  const ended = follow().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return { synced, ended };
}

/** Asks the istiods again and again; one that goes away while it is asked says nothing. */
async function askAgain(
  writer: ClusterWriter,
  { moments, last, signal }: Omit<Tape, 'start'>,
): Promise<void> {
  while (!signal.aborted) {
    const { version } = last;
    const connected = await connectedNow(writer, signal).catch(() => undefined);
    if (connected !== undefined) moments.push({ version, connected });
    await sleep(200, undefined, { signal }).catch(() => undefined);
  }
}

async function connectedNow(
  { client }: ClusterWriter,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { items } = await client.get('/api/v1/namespaces/istio-system/pods', {
    query: { labelSelector: 'app=istiod' },
    signal,
  });
  const connected = new Map<string, readonly string[]>();
  for (const pod of (Array.isArray(items) ? items : []).filter(isObject)) {
    const { namespace = '', name } = keyOf(pod);
    const text = await askIstiod(client, { namespace, name, object: pod }, '/debug/syncz', {
      timeout: 5000,
      signal,
    }).catch(() => undefined);
    if (text === undefined) continue;
    const rows: unknown = JSON.parse(text);
    const names = (Array.isArray(rows) ? rows : []).filter(isObject).map(({ proxy }) => plainText(proxy));
    const revision = labelOf(pod, 'istio.io/rev');
    connected.set(revision, [...(connected.get(revision) ?? []), ...names]);
  }
  return connected;
}

const injectionOf = ({ namespace, pod, webhooks, error }: JsonObject): Injection => ({
  namespace: plainText(namespace),
  pod: plainText(pod),
  webhooks: Array.isArray(webhooks) ? webhooks.map(plainText) : [],
  ...(error !== undefined && { error: plainText(error) }),
});

function replay(
  start: readonly JsonObject[],
  moments: readonly Moment[],
  injections: readonly Injection[],
): readonly Violation[] {
  const objects = new Map(start.map((object) => [idOfObject(object), object]));
  const found = new Map<string, Violation>();
  const look = (connected: Moment['connected']): void => {
    const seen = { objects: [...objects.values()], ...(connected && { connected }) };
    for (const violation of checkInvariants(seen)) found.set(JSON.stringify(violation), violation);
  };
  for (const violation of checkInvariants({ objects: [], injections }))
    found.set(JSON.stringify(violation), violation);
  look(undefined);
  for (const { object, gone, connected } of [...moments].sort((a, b) => a.version - b.version)) {
    if (object !== undefined && gone === true) objects.delete(idOfObject(object));
    else if (object !== undefined) objects.set(idOfObject(object), object);
    look(connected);
  }
  return [...found.values()];
}
