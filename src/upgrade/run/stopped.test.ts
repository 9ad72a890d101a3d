import { expect, test } from 'vitest';
import { label } from '../../label.ts';
import { labelOf } from '../../label-of.ts';
import type { JsonObject } from '../../json.ts';
import { keyOf, type ClusterWriter } from '../../kube/apply/index.ts';
import type { UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';
import {
  executePlan,
  pauseUpgrade,
  readUpgradeState,
  rollback,
  type ExecuteOptions,
  type UpgradeEvent,
  type UpgradeState,
} from './index.ts';
import { samplePlan } from './testing/sample-plan.ts';
import { injectedBy, sandboxMesh, type SandboxMesh } from './testing/sandbox-mesh.ts';

const patience = { timeout: 120_000 };

interface Outcome {
  readonly state: UpgradeState;
  readonly problems: readonly string[];
  readonly waited: readonly string[];
}

async function outcomeOf(
  events: AsyncIterable<UpgradeEvent>,
  onEvent: (event: UpgradeEvent) => unknown = () => undefined,
): Promise<Outcome> {
  const problems: string[] = [];
  const waited: string[] = [];
  let state: UpgradeState | undefined;
  for await (const event of events) {
    await onEvent(event);
    if (event.type === 'step-failed') problems.push(...event.problems);
    if (event.type === 'waiting') waited.push(event.reason);
    if (event.type === 'ended') ({ state } = event);
  }
  if (state === undefined) throw new Error('it told no end');
  return { state, problems, waited };
}

const execute = (writer: ClusterWriter, options: ExecuteOptions = {}, plan: UpgradePlan = samplePlan) =>
  executePlan(writer, plan, { health: { interval: 20 }, timeout: 15_000, ...options });

const relabel = (writer: ClusterWriter, labels: JsonObject) =>
  writer.patch(
    { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
    { metadata: { labels } },
    { type: 'merge' },
  );

const named = ({ objects }: SandboxMesh, kind: string, name: string): JsonObject =>
  objects().find((object) => object.kind === kind && keyOf(object).name === name) ?? {};

const stateOf = ({ records }: UpgradeState, step: string) => records.find(({ id }) => id === step)?.state;

test('a namespace that somebody else relabelled stops it, and is left alone', patience, async () => {
  const mesh = await sandboxMesh();
  await outcomeOf(execute(mesh.writer, { until: 'tag' }));
  await relabel(mesh.writer, { 'istio-injection': 'disabled' });
  const { state, problems } = await outcomeOf(execute(mesh.writer));
  expect(problems).toEqual([expect.stringContaining('somebody else changed Namespace "shop"')]);
  expect([state.phase, stateOf(state, 'wave-1')]).toEqual(['stopped', undefined]);
  expect(labelOf(named(mesh, 'Namespace', 'shop'), label.injection)).toBe('disabled');

  await relabel(mesh.writer, { 'istio-injection': 'enabled' });
  expect((await outcomeOf(execute(mesh.writer, { until: 'wave-1' }))).state.phase).toBe('waiting');
});

test('a tag that somebody else moved stops it', patience, async () => {
  const mesh = await sandboxMesh();
  await outcomeOf(execute(mesh.writer, { until: 'install' }));
  const labels = { 'istio.io/tag': 'next', 'istio.io/rev': 'other' };
  const spec = { ports: [{ port: 443 }] };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'next', namespace: 'istio-system', labels },
    spec,
  };
  await mesh.writer.create(service);
  const { state, problems } = await outcomeOf(execute(mesh.writer));
  expect([state.phase, ...problems]).toEqual([
    'stopped',
    'somebody else moved the tag next: it stands for other now',
  ]);
});

test('a wave that does not come up is taken back by itself', patience, async () => {
  let isBad = false;
  const mesh = await sandboxMesh({
    neverReady: ({ namespace, name }) => isBad && namespace === 'shop' && name.startsWith('web-'),
  });
  await outcomeOf(execute(mesh.writer, { until: 'tag' }));
  isBad = true;
  const { state, problems } = await outcomeOf(
    execute(mesh.writer, { timeout: 2000, onFailure: 'rollback' }),
    (event) => {
      if (event.type === 'step-failed') isBad = false;
    },
  );
  expect(problems).toEqual([expect.stringContaining('Deployment shop/web')]);
  expect([state.phase, stateOf(state, 'wave-1')]).toEqual(['stopped', 'undone']);
  expect(state.reason).toContain('wave-1 was taken back');
  expect(labelOf(named(mesh, 'Namespace', 'shop'), label.injection)).toBe('enabled');
  expect(injectedBy(mesh, 'shop')).toEqual({ web: 'default', db: 'default' });
});

test('a budget that allows no disruption stops it by its name', patience, async () => {
  const mesh = await sandboxMesh();
  await outcomeOf(execute(mesh.writer, { until: 'tag' }));
  const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', namespace: 'shop', name: 'web' };
  const allow = (minAvailable: number) =>
    mesh.writer.patch(budget, { spec: { minAvailable } }, { type: 'merge' });
  await allow(2);
  const { state, problems } = await outcomeOf(execute(mesh.writer, { timeout: 2000, onFailure: 'rollback' }));
  expect(problems).toEqual(['PodDisruptionBudget shop/web allows no disruption of Deployment shop/web']);
  expect([state.phase, stateOf(state, 'wave-1')]).toEqual(['stopped', 'running']);

  const { waited } = await outcomeOf(execute(mesh.writer, { until: 'wave-1' }), async (event) => {
    if (event.type === 'waiting' && event.reason.startsWith('PodDisruptionBudget')) await allow(1);
  });
  expect(waited).toContain(problems[0]);
  expect(injectedBy(mesh, 'shop')).toEqual({ web: 'canary', db: 'canary' });
});

test('it pauses when it is asked to, and goes on', patience, async () => {
  const mesh = await sandboxMesh();
  const { state } = await outcomeOf(execute(mesh.writer, { until: 'wave-1' }), async (event) => {
    if (event.type === 'step-started' && event.step === 'wave-1')
      await pauseUpgrade(mesh.writer, 'istio-system');
  });
  expect([state.phase, stateOf(state, 'wave-1')]).toEqual(['paused', 'running']);
  const { state: then } = await outcomeOf(execute(mesh.writer, { until: 'wave-1' }));
  expect([then.phase, stateOf(then, 'wave-1')]).toEqual(['waiting', 'done']);
});

test('a watch pauses while it lasts, and begins anew', patience, async () => {
  const mesh = await sandboxMesh();
  const steps = samplePlan.steps.map((step) => (step.kind === 'watch' ? { ...step, seconds: 3600 } : step));
  const { state } = await outcomeOf(execute(mesh.writer, {}, { ...samplePlan, steps }), (event) => {
    if (event.type === 'step-started' && event.step === 'watch-1')
      setTimeout(() => void pauseUpgrade(mesh.writer, 'istio-system'), 200);
  });
  expect([state.phase, stateOf(state, 'wave-1'), stateOf(state, 'watch-1')]).toEqual([
    'paused',
    'done',
    'running',
  ]);
});

test('who is asked before each step may stop it there', patience, async () => {
  const mesh = await sandboxMesh();
  const asked: string[] = [];
  const confirm = ({ id }: UpgradeStep): Promise<boolean> => {
    asked.push(id);
    return Promise.resolve(id === 'install');
  };
  const { state } = await outcomeOf(execute(mesh.writer, { confirm }));
  expect([asked, state.phase, state.records.length]).toEqual([['install', 'tag'], 'waiting', 1]);
});

test('a new control plane that is used is not removed', patience, async () => {
  const mesh = await sandboxMesh();
  await outcomeOf(execute(mesh.writer, { until: 'tag' }));
  await mesh.writer.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'other', labels: { 'istio.io/rev': 'canary' } },
  });
  const { state, problems } = await outcomeOf(rollback(mesh.writer, { timeout: 4000 }));
  expect(problems).toEqual([expect.stringContaining('the namespace other follows canary')]);
  expect([state.phase, stateOf(state, 'tag')]).toEqual(['stopped', 'undone']);
  expect(named(mesh, 'Deployment', 'istiod-canary')).not.toEqual({});
});

test(
  'another plan is refused while an upgrade is under way, and follows one that is over',
  patience,
  async () => {
    const mesh = await sandboxMesh();
    const other: UpgradePlan = { ...samplePlan, steps: samplePlan.steps.slice(0, 1) };
    await outcomeOf(execute(mesh.writer, { until: 'tag' }));
    await expect(outcomeOf(execute(mesh.writer, {}, other))).rejects.toThrow('another upgrade is under way');
    await outcomeOf(rollback(mesh.writer));
    const { state, problems } = await outcomeOf(execute(mesh.writer, {}, other));
    expect([...problems, state.phase]).toEqual(['done']);
    expect((await readUpgradeState(mesh.writer.client, 'istio-system'))?.plan.steps).toHaveLength(1);
  },
);

test.each<[string, Partial<UpgradePlan>, ExecuteOptions, string]>([
  ['is stopped by a fact', { feasible: false }, {}, 'this plan cannot be carried out'],
  ['is asked for a step that it has not', {}, { until: 'wave-9' }, 'the plan has no step wave-9'],
])('a plan that %s is refused', async (_, more, options, message) => {
  const { writer } = await sandboxMesh();
  await expect(outcomeOf(execute(writer, options, { ...samplePlan, ...more }))).rejects.toThrow(message);
});
