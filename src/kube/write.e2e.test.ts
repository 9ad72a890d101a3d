import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { crdOf, kinds as kindEntries } from '../api/index.ts';
import type { JsonObject } from '../resources/index.ts';
import { connectWriterWith } from './apply/connect-writer.ts';
import {
  ApplyConflict,
  InvalidObject,
  connectWriter,
  keyOf,
  waitGone,
  waitReady,
  type ClusterWriter,
  type WatchEvent,
} from './apply/index.ts';
import type { ConnectOptions } from './index.ts';
import { instantClock } from './testing/connect-to.ts';
import { rigSources, startRig, type Rig } from './testing/rig.ts';

const sources = rigSources();

/** Not in the foreground, which takes a little while even for what owns nothing. */
const atOnce = { propagation: 'Background' } as const;
const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const configMap = (name: string, data: JsonObject = { a: '1' }) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop' },
  data,
});
const deployment = (name: string, spec: JsonObject = {}, image = 'cart:1') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image }] } },
    ...spec,
  },
});
const gateway = (name: string, spec: JsonObject = { selector: { istio: 'gw' } }) => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'Gateway',
  metadata: { name, namespace: 'shop' },
  spec,
});

describe.skipIf(sources === undefined)('writing to a real API server', () => {
  let rig: Rig;
  let writer: ClusterWriter;

  const open = (options: ConnectOptions = {}) =>
    connectWriterWith(instantClock(), { kubeconfig: rig.kubeconfig, ...options });
  const fault = (verbs: readonly string[], resource: string, action: object) =>
    rig.admin('POST', '/faults', { match: { verbs, resource }, ...action });
  const names = async (resource: string): Promise<unknown[]> => {
    const objects = (await rig.admin('GET', '/objects')) as readonly JsonObject[];
    return objects.filter((object) => object.resource === resource).map(({ name }) => name);
  };

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true });
    writer = await open();
    await writer.apply(namespace('shop'));
  });

  afterAll(async () => {
    await rig.stop();
  });

  beforeEach(async () => {
    for (const what of ['/faults', '/denials', '/stats']) await rig.admin('DELETE', what);
  });

  test('a definition, and an object of its kind right after', async () => {
    const definition = await (await definitionOf('Gateway')).load();
    const fresh = await connectWriter({ kubeconfig: rig.kubeconfig, timeout: 30_000 });
    await fresh.apply(namespace('shop'));
    const crd = crdOf(definition, 'standard');
    await fresh.apply(crd);
    const applied = await fresh.apply(gateway('entry'));
    expect(applied).toMatchObject({ kind: 'Gateway', metadata: { name: 'entry', namespace: 'shop' } });
    expect(await waitReady(fresh, [keyOf(crd)], { timeout: 10_000 })).toEqual([]);
  });

  test('an object twice: nothing changes', async () => {
    const first = await writer.apply(configMap('same'));
    const second = await writer.apply(configMap('same'));
    expect(second.metadata).toEqual(first.metadata);
  });

  test('an object without a field that it had before', async () => {
    await writer.apply(configMap('less', { a: '1', b: '2' }));
    expect((await writer.apply(configMap('less', { a: '1' }))).data).toEqual({ a: '1' });
  });

  describe('conflicts', () => {
    test('are told field by field, and taken over by force', async () => {
      await writer.apply(deployment('cart'), { fieldManager: 'helm' });
      const patch = { spec: { replicas: 5 } };
      await writer.patch(keyOf(deployment('cart')), patch, { type: 'merge', fieldManager: 'kubectl-edit' });
      const mine = deployment('cart', { replicas: 3 }, 'cart:2');
      const failure: unknown = await writer.apply(mine).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(ApplyConflict);
      expect((failure as ApplyConflict).conflicts).toEqual([
        { field: 'spec.replicas', manager: 'kubectl-edit' },
        { field: 'spec.template.spec.containers[name="main"].image', manager: 'helm' },
      ]);
      expect(await writer.get(keyOf(mine))).toMatchObject({ spec: { replicas: 5 } });
      expect(await writer.apply(mine, { force: true })).toMatchObject({ spec: { replicas: 3 } });
    });
  });

  test('a dry run writes nothing', async () => {
    const dryRun = { dryRun: 'server' } as const;
    await writer.apply(configMap('there'));
    const there = await writer.get(keyOf(configMap('there')));
    expect(await writer.apply(configMap('dry'), dryRun)).toMatchObject({ data: { a: '1' } });
    await writer.create(configMap('dry'), dryRun);
    await writer.apply(configMap('there', { a: '2' }), dryRun);
    await writer.patch(keyOf(configMap('there')), { data: { a: '3' } }, { type: 'merge', ...dryRun });
    await writer.delete(keyOf(configMap('there')), { uid: uidOf(there), ...dryRun });
    expect(await writer.get(keyOf(configMap('there')))).toEqual(there);
    expect(await names('configmaps')).not.toContain('dry');
  });

  describe('what is wrong with an object is told', () => {
    const wrong: [string, (to: ClusterWriter) => Promise<unknown>, object[]][] = [
      [
        'an unknown field, applied',
        (to) => to.apply(deployment('wrong', { replicaz: 1 })),
        [{ field: 'spec.replicaz', problem: 'unknown field' }],
      ],
      [
        'an unknown field of a custom kind, applied',
        (to) => to.apply(gateway('wrong', { selectorr: {} })),
        [{ field: 'spec.selectorr', problem: 'unknown field' }],
      ],
      [
        'unknown fields, created',
        (to) => to.create(deployment('wrong', { replicaz: 1, strategie: {} })),
        [
          { field: 'spec.replicaz', problem: 'unknown field' },
          { field: 'spec.strategie', problem: 'unknown field' },
        ],
      ],
      [
        'an unknown field, patched',
        (to) => to.patch(keyOf(configMap('there')), { dataa: {} }, { type: 'merge' }),
        [{ field: 'dataa', problem: 'unknown field' }],
      ],
      [
        'a wrong type, applied',
        (to) => to.apply(deployment('wrong', { replicas: 'two' })),
        [{ field: 'spec.replicas', problem: 'expected numeric (int or float), got string' }],
      ],
      [
        'a missing field',
        (to) => to.apply(deployment('wrong', { template: { metadata: { labels: { app: 'wrong' } } } })),
        [{ field: 'spec.template.spec.containers', problem: expect.any(String) as string }],
      ],
    ];

    test.each(wrong)('%s', async (_, write, problems) => {
      const failure: unknown = await write(writer).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(InvalidObject);
      expect((failure as InvalidObject).problems).toEqual(expect.arrayContaining(problems) as object[]);
      const log = (await rig.admin('GET', '/log')) as readonly JsonObject[];
      expect(log.filter(({ verb }) => verb === 'patch' || verb === 'create')).toHaveLength(1);
    });
  });

  describe('in spite of', () => {
    const faults: [string, object][] = [
      ['429', { action: 'status', code: 429, retryAfter: 1, count: 3 }],
      ['500', { action: 'status', code: 500, count: 3 }],
      ['503', { action: 'status', code: 503, count: 3 }],
      ['resets', { action: 'reset', count: 3 }],
      ['lost answers', { action: 'drop-response', count: 3 }],
    ];

    test.each([...faults, ['409', { action: 'status', code: 409, count: 3 }] as const])(
      '%s: apply',
      async (name, action) => {
        await fault(['patch'], 'configmaps', action);
        const object = configMap(`apply-${name.replace(' ', '-')}`);
        expect(await writer.apply(object)).toMatchObject(object);
      },
    );

    test.each(faults)('%s: create', async (name, action) => {
      await fault(['create'], 'configmaps', action);
      const object = configMap(`create-${name.replace(' ', '-')}`);
      expect(await writer.create(object)).toMatchObject(object);
    });

    test.each(faults)('%s: patch', async (_, action) => {
      const object = await writer.apply(configMap('patched'));
      await fault(['patch'], 'configmaps', action);
      const patched = await writer.patch(keyOf(object), { data: { b: '2' } }, { type: 'merge' });
      expect(patched).toMatchObject({ data: { a: '1', b: '2' } });
    });

    test.each(faults)('%s: delete', async (_, action) => {
      const object = await writer.apply(configMap('deleted'));
      await fault(['delete'], 'configmaps', action);
      expect(await writer.delete(keyOf(object), { uid: uidOf(object), ...atOnce })).toBe('gone');
      expect(await names('configmaps')).not.toContain('deleted');
    });

    test.each(faults)('%s: get', async (_, action) => {
      const object = await writer.apply(configMap('got'));
      await fault(['get'], 'configmaps', action);
      expect(await writer.get(keyOf(object))).toEqual(object);
    });

    test('a restart in the middle', async () => {
      const patient = await connectWriter({ kubeconfig: rig.kubeconfig, timeout: 40_000 });
      await patient.apply(configMap('restart', { n: '0' }));
      const restarted = rig.restart();
      for (let n = 1; n <= 20; n += 1) await patient.apply(configMap('restart', { n: String(n) }));
      await restarted;
      expect(await patient.apply(configMap('restart', { n: 'last' }))).toMatchObject({ data: { n: 'last' } });
    });
  });

  test('a server that never answers ends with the time', async () => {
    await fault(['patch'], 'configmaps', { action: 'hang' });
    const hasty = await open({ timeout: 1500 });
    await expect(hasty.apply(configMap('hang'))).rejects.toThrow('did not answer within 1.5 s');
  });

  test('a kind that may not be written', async () => {
    await rig.admin('POST', '/denials', { verbs: ['patch'], resource: 'configmaps' });
    await expect(writer.apply(configMap('denied'))).rejects.toMatchObject({
      status: 403,
      message: 'the context "apirig" may not apply ConfigMap "denied" in the namespace "shop"',
      hint: expect.stringContaining('kubectl create role -n shop meshctl-write') as string,
    });
  });

  test('a namespace that is missing', async () => {
    const lost = { ...configMap('lost'), metadata: { name: 'lost', namespace: 'nowhere' } };
    await expect(writer.apply(lost)).rejects.toMatchObject({
      status: 404,
      hint: 'create the namespace "nowhere" first',
    });
  });

  describe('deletion', () => {
    test('in the foreground ends with what the object owns', async () => {
      const object = await writer.apply(deployment('owner'));
      expect(await waitReady(writer, [keyOf(object)], { timeout: 20_000 })).toEqual([]);
      expect(await names('pods')).toContainEqual(expect.stringMatching(/^owner-/));
      expect(await writer.delete(keyOf(object), { uid: uidOf(object) })).toBe('ending');
      expect(await waitGone(writer, keyOf(object), uidOf(object), { timeout: 20_000 })).toEqual({
        ready: true,
      });
      expect(await names('pods')).not.toContainEqual(expect.stringMatching(/^owner-/));
    });

    test('spares an object that was made anew', async () => {
      const old = await writer.apply(configMap('anew'));
      await writer.delete(keyOf(old), { uid: uidOf(old), ...atOnce });
      await writer.apply(configMap('anew'));
      expect(await writer.delete(keyOf(old), { uid: uidOf(old) })).toBe('gone');
      expect(await names('configmaps')).toContain('anew');
    });

    test('of a namespace, twice', async () => {
      const object = await writer.apply(namespace('ends'));
      expect(await writer.delete(keyOf(object), { uid: uidOf(object) })).toBe('ending');
      await writer.delete(keyOf(object), { uid: uidOf(object) });
      expect(await waitGone(writer, keyOf(object), uidOf(object), { timeout: 20_000 })).toEqual({
        ready: true,
      });
    });
  });

  describe('readiness', () => {
    test('of a workload that is never ready names the pod', async () => {
      await rig.admin('PATCH', '/loop', { neverReady: ['Deployment/shop/never'] });
      const object = await writer.apply(deployment('never', { replicas: 1 }));
      const [waiting] = await waitReady(writer, [keyOf(object)], { timeout: 3000 });
      await rig.admin('PATCH', '/loop', { neverReady: [] });
      expect(waiting?.object).toEqual(keyOf(object));
      expect(waiting?.reason).toMatch(/^0 of 1 pods are ready: pod never-\S+: /);
    });

    test('without permission to see pods and events', async () => {
      for (const resource of ['pods', 'events', 'replicasets']) {
        await rig.admin('POST', '/denials', { resource, user: 'bob' });
      }
      const bob = await open({ as: 'bob' });
      const object = await bob.apply(deployment('blind'));
      expect(await waitReady(bob, [keyOf(object)], { timeout: 20_000 })).toEqual([]);
    });
  });

  describe('a watch', () => {
    const kind = { apiVersion: 'v1', kind: 'ConfigMap' };
    const options = { namespace: 'shop', labelSelector: 'watched=yes' };
    const watched = (name: string, data: JsonObject = {}) => ({
      ...configMap(name, data),
      metadata: { name, namespace: 'shop', labels: { watched: 'yes' } },
    });

    test.each<[string, object]>([
      ['as it is', { action: 'delay', delayMs: 0 }],
      ['that is cut', { action: 'cut', delayMs: 150 }],
      ['that is reset', { action: 'reset', count: 3 }],
      ['that is refused for a while', { action: 'status', code: 503, count: 4 }],
      ['whose place is forgotten', { action: 'status', code: 410, reason: 'Expired', count: 2 }],
    ])('%s misses nothing', async (_, action) => {
      await fault(['watch'], 'configmaps', action);
      const watcher = await connectWriter({ kubeconfig: rig.kubeconfig, timeout: 30_000 });
      const states = new Map<string, string>();
      const following = follow(watcher.watch(kind, options), (event) => {
        if (event.type === 'synced') return false;
        const { name } = keyOf(event.object);
        if (event.type === 'deleted') states.delete(name);
        else states.set(name, (event.object.data as Record<string, string>).n ?? '');
        return name === 'z-end';
      });
      for (let n = 0; n < 8; n += 1) {
        await writer.apply(watched(`w${n % 3}`, { n: String(n) }));
        await sleep(50);
      }
      const first = await writer.get(keyOf(watched('w0')));
      await writer.delete(keyOf(watched('w0')), { uid: uidOf(first), ...atOnce });
      const last = await writer.apply(watched('z-end', { n: 'end' }));
      await following;
      expect(Object.fromEntries(states)).toEqual({ w1: '7', w2: '5', 'z-end': 'end' });
      await writer.delete(keyOf(last), { uid: uidOf(last), ...atOnce });
      for (const name of ['w1', 'w2']) {
        const left = await writer.get(keyOf(watched(name)));
        await writer.delete(keyOf(watched(name)), { uid: uidOf(left), ...atOnce });
      }
    });

    test('outlives a restart of the server', async () => {
      const patient = await connectWriter({ kubeconfig: rig.kubeconfig, timeout: 40_000 });
      let synced = (): void => undefined;
      const isSynced = new Promise<void>((resolve) => (synced = resolve));
      const following = follow(patient.watch(kind, options), (event) => {
        if (event.type === 'synced') synced();
        return event.type === 'added' && keyOf(event.object).name === 'after';
      });
      await isSynced;
      await rig.restart();
      await patient.apply(watched('after'));
      await following;
    });
  });
});

function definitionOf(kind: string) {
  const entry = kindEntries.find((one) => one.kind === kind && one.group === 'networking.istio.io');
  if (entry === undefined) throw new Error(`no definition of ${kind}`);
  return Promise.resolve(entry);
}

function uidOf(object: JsonObject | undefined): string {
  return (object?.metadata as Record<string, string>).uid ?? '';
}

async function follow(
  events: AsyncIterable<WatchEvent>,
  isLast: (event: WatchEvent) => boolean,
): Promise<void> {
  for await (const event of events) if (isLast(event)) return;
}
