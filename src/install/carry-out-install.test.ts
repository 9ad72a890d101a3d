import { describe, expect, test } from 'vitest';
import type { ClusterChange } from '../changes/index.ts';
import { MeshctlError } from '../errors.ts';
import { objectIn, type JsonObject } from '../json.ts';
import { keyOf } from '../kube/apply/index.ts';
import { carryOutInstall, type CarryOutOptions } from './carry-out-install.ts';
import type { InstallEvent } from './install-event.ts';
import { InstallFailure } from './install-failure.ts';
import type { InstallPlan } from './install-plan.ts';
import { fakeCluster, type FakeCluster } from './testing/fake-cluster.ts';

const object = (kind: string, name: string, more: JsonObject = {}): JsonObject => ({
  apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1',
  kind,
  metadata: { name, namespace: 'mesh' },
  ...more,
});
const namespace: JsonObject = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'mesh' },
  status: { phase: 'Active' },
};
const change = (desired: JsonObject, more: Partial<ClusterChange> = {}): ClusterChange => ({
  ...{
    action: 'create',
    object: keyOf(desired),
    group: 'x',
    changes: [],
    conflicts: [],
    adopts: [],
    desired,
  },
  ...more,
});
const deletion = (live: JsonObject): ClusterChange => ({
  ...{ action: 'delete', object: keyOf(live), group: 'x', changes: [], conflicts: [], adopts: [], live },
});
const old = object('Service', 'old', { metadata: { name: 'old', namespace: 'mesh', uid: 'old' } });
const plan = (more: Partial<InstallPlan> = {}): InstallPlan => ({
  ...{ revision: 'default', version: '1.2.3', namespace: 'mesh', notices: [] },
  stages: [
    { name: 'Namespace', changes: [change(namespace)], after: [] },
    { name: 'Base', changes: [change(object('ServiceAccount', 'reader'))], after: ['Namespace'] },
    { name: 'Cni', changes: [change(object('ConfigMap', 'cni'))], after: ['Base'] },
    { name: 'Pilot', changes: [change(object('Deployment', 'istiod'))], after: ['Base'] },
    { name: 'IngressGateways', changes: [change(object('Service', 'gateway'))], after: ['Pilot'] },
  ],
  prune: [deletion(old)],
  ...more,
});

const ready = { status: { observedGeneration: 1, updatedReplicas: 1, readyReplicas: 1 } };
/** Brings Deployments up at once. */
const bringUp = (written: JsonObject, cluster: FakeCluster): void => {
  if (written.kind === 'Deployment') cluster.put({ ...written, ...ready });
};

interface Told {
  readonly events: readonly string[];
  readonly error: unknown;
}

async function carryOut(
  cluster: FakeCluster,
  what: InstallPlan,
  options: CarryOutOptions = {},
): Promise<Told> {
  const events: string[] = [];
  try {
    for await (const event of carryOutInstall(cluster, what, options)) events.push(shown(event));
  } catch (error) {
    return { events, error };
  }
  return { events, error: undefined };
}

function shown(event: InstallEvent): string {
  const more = () => {
    if (event.type === 'applied') return ` ${event.change.object.name}`;
    if (event.type === 'waiting') return ` ${event.waiting.map(({ reason }) => reason).join()}`;
    return '';
  };
  return `${event.type} ${event.stage}${more()}`;
}

/** The writes but for the lock. */
const written = (cluster: FakeCluster): readonly string[] =>
  cluster.writes.filter((write) => !write.endsWith(' meshctl-install'));

describe('carryOutInstall', () => {
  test('applies stage by stage, deletes at the end, and holds the lock meanwhile', async () => {
    const cluster = fakeCluster({ react: bringUp, objects: [old] });
    const { events, error } = await carryOut(cluster, plan());
    expect(error).toBeUndefined();
    expect(cluster.writes).toEqual([
      'create mesh',
      'create meshctl-install',
      'apply reader',
      'apply cni',
      'apply istiod',
      'apply gateway',
      'delete old',
      'delete meshctl-install',
    ]);
    expect(events.filter((event) => event.startsWith('done'))).toEqual([
      'done Namespace',
      'done Base',
      'done Cni',
      'done Pilot',
      'done IngressGateways',
      'done Prune',
    ]);
  });

  test('every stage that starts ends', async () => {
    const { events } = await carryOut(fakeCluster({ react: bringUp, objects: [old] }), plan());
    const named = (type: string) =>
      events.filter((event) => event.startsWith(`${type} `)).map((event) => event.replace(/.* /, ''));
    expect(named('started').sort()).toEqual(named('done').sort());
  });

  test('says what it waits for, and goes on when that is there', async () => {
    const cluster = fakeCluster({ objects: [old] });
    const events: string[] = [];
    for await (const event of carryOutInstall(cluster, plan())) {
      events.push(shown(event));
      if (event.type === 'waiting') cluster.put({ ...object('Deployment', 'istiod'), ...ready });
    }
    expect(events.find((event) => event.startsWith('waiting'))).toBe('waiting Pilot 0 of 1 pods are ready');
    expect(events.at(-1)).toBe('done Prune');
  });

  test('what is not ready in time is named; nothing that needs it starts, and nothing is deleted', async () => {
    const cluster = fakeCluster({ objects: [old] });
    const { events, error } = await carryOut(cluster, plan(), { timeout: 1 });
    expect(error).toBeInstanceOf(InstallFailure);
    expect(error).toMatchObject({
      code: 'environment',
      message: 'the installation is not complete: Pilot is not ready after 0.001 s',
      progress: { done: ['Namespace', 'Base', 'Cni'], open: ['IngressGateways'] },
    });
    expect((error as InstallFailure).hint).toContain(
      'in place: Namespace, Base, Cni; not begun: IngressGateways',
    );
    expect(events).toContain('failed Pilot');
    expect(written(cluster)).not.toContain('apply gateway');
    expect(written(cluster)).not.toContain('delete old');
    expect(cluster.writes.at(-1)).toBe('delete meshctl-install');
  });

  test('a write that is refused stops what needs it, and the rest is carried out', async () => {
    const cluster = fakeCluster({
      react: bringUp,
      refuse: (_, { kind }) => {
        if (kind === 'ConfigMap') throw new MeshctlError('environment', 'no', { reason: 'why', hint: 'ask' });
      },
    });
    const { error } = await carryOut(cluster, plan({ prune: [] }));
    expect(error).toMatchObject({ message: 'the installation is not complete: Cni: no', reason: 'why' });
    expect(written(cluster)).toContain('apply gateway');
  });

  test('a lock that cannot be given back does not hide why it stopped', async () => {
    const cluster = fakeCluster({ react: bringUp });
    const gone = { ...cluster, delete: () => Promise.reject(new Error('the cluster is gone')) };
    const { error } = await carryOut({ ...gone, apply: gone.delete }, plan());
    expect(error).toBeInstanceOf(InstallFailure);
  });

  test('without waiting nothing is looked at', async () => {
    const cluster = fakeCluster({ objects: [old] });
    const { error, events } = await carryOut(cluster, plan(), { wait: false });
    expect(error).toBeUndefined();
    expect(events.some((event) => event.startsWith('waiting'))).toBe(false);
  });

  test('a plan that writes nothing takes no lock, but waits', async () => {
    const live = object('Deployment', 'istiod');
    const unchanged = change(live, { action: 'unchanged', live });
    const nothing = plan({ prune: [], stages: [{ name: 'Pilot', changes: [unchanged], after: [] }] });
    const cluster = fakeCluster({ objects: [live] });
    const { error } = await carryOut(cluster, nothing, { timeout: 1 });
    expect(error).toMatchObject({
      message: 'the installation is not complete: Pilot is not ready after 0.001 s',
    });
    expect(cluster.writes).toEqual([]);
  });

  test('an interruption ends it with its reason, and gives the lock back', async () => {
    const controller = new AbortController();
    const cluster = fakeCluster({ objects: [old] });
    const events: string[] = [];
    const reason = new Error('Ctrl-C');
    const follow = async (): Promise<void> => {
      for await (const event of carryOutInstall(cluster, plan(), { signal: controller.signal })) {
        events.push(shown(event));
        if (event.type === 'waiting') controller.abort(reason);
      }
    };
    await expect(follow()).rejects.toBe(reason);
    expect(written(cluster)).not.toContain('delete old');
    expect(cluster.writes.at(-1)).toBe('delete meshctl-install');
  });

  test('whoever stops to listen stops the installation', async () => {
    const cluster = fakeCluster({ objects: [old] });
    for await (const event of carryOutInstall(cluster, plan())) if (event.type === 'waiting') break;
    expect(cluster.writes.at(-1)).toBe('delete meshctl-install');
    expect(written(cluster)).not.toContain('apply gateway');
  });

  describe('where the namespace was there before', () => {
    const stages = plan().stages.slice(1);

    test('it plans anew under the lock', async () => {
      const cluster = fakeCluster({ objects: [namespace] });
      const replan = () => Promise.resolve(plan({ stages: [], prune: [] }));
      await carryOut(cluster, plan({ stages, prune: [] }), { replan });
      expect(written(cluster)).toEqual([]);
    });

    test('it stops when the new plan is not to be carried out', async () => {
      const cluster = fakeCluster({ objects: [namespace] });
      const reason = new Error('not agreed');
      const { error } = await carryOut(cluster, plan({ stages }), { replan: () => Promise.reject(reason) });
      expect(error).toBe(reason);
      expect(cluster.writes).toEqual(['create meshctl-install', 'delete meshctl-install']);
    });

    test('it plans anew, too, when somebody else was faster to make it', async () => {
      const cluster = fakeCluster({ objects: [namespace] });
      await carryOut(cluster, plan(), { replan: () => Promise.resolve(plan({ stages: [], prune: [] })) });
      expect(written(cluster)).toEqual([]);
    });
  });

  test('two at once: the second one says who is at it, and writes nothing more', async () => {
    const cluster = fakeCluster({ objects: [namespace] });
    const stages = plan().stages.slice(1);
    let second: Told | undefined;
    for await (const event of carryOutInstall(cluster, plan({ stages, prune: [] }), { holder: 'ann' })) {
      if (event.type !== 'waiting') continue;
      second = await carryOut(cluster, plan({ stages, prune: [] }), { holder: 'bob' });
      cluster.put({ ...object('Deployment', 'istiod'), ...ready });
    }
    expect(second?.error).toMatchObject({
      message: 'somebody else changes this control plane at the moment',
    });
    expect((second?.error as MeshctlError).reason).toContain('ann has done so since');
    expect(second?.events).toEqual([]);
    expect(written(cluster).filter((write) => write === 'apply reader')).toHaveLength(1);
  });

  describe('injectors', () => {
    const injector = (caBundle: string): JsonObject => ({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: 'injector' },
      webhooks: [
        {
          name: 'rev.namespace.sidecar-injector.istio.io',
          clientConfig: { service: { namespace: 'mesh', name: 'istiod' }, caBundle },
        },
      ],
    });
    const slice = (isReady: boolean): JsonObject => ({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'istiod-1', namespace: 'mesh', labels: { 'kubernetes.io/service-name': 'istiod' } },
      endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: isReady } }],
    });
    const stages = (made: JsonObject) => [
      { name: 'Pilot', changes: [change(object('Deployment', 'istiod'), { group: 'Pilot' })], after: [] },
      { name: 'DefaultRevision', changes: [change(made)], after: ['Pilot'] },
    ];

    test.each([
      ['without an endpoint', injector('Q0E='), [], 'the Service mesh/istiod has no endpoint that is ready'],
      [
        'with endpoints that are not ready',
        injector('Q0E='),
        [slice(false)],
        'the Service mesh/istiod has no endpoint that is ready',
      ],
      [
        'without a certificate',
        injector(''),
        [slice(true)],
        'istiod has not written its certificate there (caBundle)',
      ],
    ])('%s are waited for', async (_, made, there, reason) => {
      const cluster = fakeCluster({ react: bringUp, objects: [namespace, ...there] });
      const { events, error } = await carryOut(cluster, plan({ stages: stages(made), prune: [] }), {
        timeout: 50,
      });
      expect(events).toContain(`waiting DefaultRevision ${reason}`);
      expect(error).toMatchObject({ reason: `MutatingWebhookConfiguration injector: ${reason}` });
    });

    test.each([
      ['that can be called', injector('Q0E='), [slice(true)]],
      [
        'that call a URL',
        { ...injector(''), webhooks: [{ name: 'x', clientConfig: { url: 'https://a' } }] },
        [],
      ],
      [
        'that are called for nothing',
        {
          ...injector(''),
          webhooks: [
            {
              ...objectIn({ clientConfig: { service: { namespace: 'mesh', name: 'istiod' } } }),
              objectSelector: { matchLabels: { 'istio.io/deactivated': 'never-match' } },
            },
          ],
        },
        [],
      ],
    ])('%s are not', async (_, made, there) => {
      const cluster = fakeCluster({ react: bringUp, objects: [namespace, ...there] });
      const { error } = await carryOut(cluster, plan({ stages: stages(made), prune: [] }), { timeout: 1000 });
      expect(error).toBeUndefined();
    });

    test('of a control plane that runs elsewhere are not waited for', async () => {
      const [, second] = stages(injector(''));
      const cluster = fakeCluster({ objects: [namespace] });
      const remote = plan({ stages: second === undefined ? [] : [{ ...second, after: [] }], prune: [] });
      expect(await carryOut(cluster, remote, { timeout: 1000 })).toMatchObject({ error: undefined });
    });
  });
});
