import { expect, test } from 'vitest';
import { plainText, valueIn, type JsonObject } from '../../json.ts';
import { keyOf, type ClusterWriter } from '../../kube/apply/index.ts';
import type { MoveGateways, OwnerRestart, UpgradePlan } from '../upgrade-plan.ts';
import { actionsOf, executePlan, rollback, undoActionsOf, type UpgradeEvent } from './index.ts';
import { samplePlan } from './testing/sample-plan.ts';
import { sandboxMesh, snapshot, type SandboxMesh } from './testing/sandbox-mesh.ts';

const patience = { timeout: 120_000 };
const labels = (revision: string): JsonObject => ({
  'operator.istio.io/component': 'IngressGateways',
  'istio.io/rev': revision,
});

/** As an installation makes one, but without a proxy that would have to be connected. */
const deployment: JsonObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'ingress', namespace: 'shop', labels: labels('default') },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'ingress' } },
    template: {
      metadata: { labels: { app: 'ingress', 'sidecar.istio.io/inject': 'false' } },
      spec: { containers: [{ name: 'router', image: 'docker.io/istio/proxyv2:1.30.3' }] },
    },
  },
};
const service: JsonObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'ingress', namespace: 'shop', labels: labels('default') },
  spec: { ports: [{ port: 80 }], selector: { app: 'ingress' } },
};

const owner: OwnerRestart = {
  ...{ kind: 'Deployment', namespace: 'shop', name: 'ingress', pods: 1, by: 'rollout', budgets: ['web'] },
};
const own = { path: '/metadata/labels/istio.io~1rev', before: 'default', after: 'canary' };
const image = {
  path: '/spec/template/spec/containers/0/image',
  before: 'docker.io/istio/proxyv2:1.30.3',
  after: 'docker.io/istio/proxyv2:1.31.1',
};
const step: MoveGateways = {
  ...{ kind: 'gateways', id: 'gateways', title: 'Move gateways', before: [], check: [], undo: '' },
  owners: [owner],
  gateways: [],
  patches: [
    { object: keyOf(deployment), changes: [own, image] },
    { object: keyOf(service), changes: [own] },
  ],
};
const plan: UpgradePlan = {
  ...samplePlan,
  from: { ...samplePlan.from, version: '1.30.3' },
  steps: [...samplePlan.steps.slice(0, 1), step],
};

async function lastOf(events: AsyncIterable<UpgradeEvent>) {
  const problems: string[] = [];
  for await (const event of events) {
    if (event.type === 'step-failed') problems.push(...event.problems);
    if (event.type === 'ended') return { phase: event.state.phase, problems };
  }
  return undefined;
}

const execute = (writer: ClusterWriter, until = 'gateways') =>
  lastOf(executePlan(writer, plan, { until, health: { interval: 20 }, timeout: 20_000 }));

async function meshWithGateway(): Promise<SandboxMesh> {
  const mesh = await sandboxMesh();
  for (const object of [deployment, service]) await mesh.writer.create(object);
  return mesh;
}

const live = ({ objects }: SandboxMesh, kind: string): JsonObject =>
  objects().find((object) => object.kind === kind && keyOf(object).name === 'ingress') ?? {};

const revisionsOf = (mesh: SandboxMesh): readonly string[] => [
  plainText(valueIn(live(mesh, 'Service'), 'metadata', 'labels', 'istio.io/rev')),
  plainText(valueIn(live(mesh, 'Deployment'), 'metadata', 'labels', 'istio.io/rev')),
];

test('objects of gateways are patched, restarted, and given back what they were', patience, async () => {
  const mesh = await meshWithGateway();
  const before = snapshot(mesh);
  expect(await execute(mesh.writer)).toEqual({ phase: 'done', problems: [] });
  expect(revisionsOf(mesh)).toEqual(['canary', 'canary']);
  expect(valueIn(live(mesh, 'Deployment'), 'spec', 'template', 'spec', 'containers')).toMatchObject([
    { image: image.after },
  ]);
  expect(await lastOf(rollback(mesh.writer, { timeout: 20_000 }))).toMatchObject({ phase: 'rolled-back' });
  expect(snapshot(mesh)).toEqual(before);
});

test('a gateway that somebody else changed stops it, and nothing of it is written', patience, async () => {
  const mesh = await meshWithGateway();
  await execute(mesh.writer, 'install');
  const containers = [{ name: 'router', image: 'mine:1' }];
  await mesh.writer.patch(
    keyOf(deployment),
    { spec: { template: { spec: { containers } } } },
    { type: 'merge' },
  );
  expect(await execute(mesh.writer)).toEqual({
    phase: 'stopped',
    problems: [expect.stringContaining(`${image.path} is mine:1 instead of ${image.before}`)],
  });
  expect(revisionsOf(mesh)).toEqual(['default', 'default']);
});

test('budgets are asked before a template is patched, and once for the restart', () => {
  const texts = actionsOf(step, [], plan).map((action) =>
    action.type === 'patch' ? `patch ${action.object.kind}` : action.type,
  );
  expect(texts).toEqual(['patch Service', 'await-budgets', 'patch Deployment', 'restart', 'await-owner']);
});

test('fields go back to what was recorded, whatever the plan says', () => {
  const fields = { [own.path]: 'default', [image.path]: 'docker.io/istio/proxyv2:1.30.2' };
  const actions = undoActionsOf(
    step,
    [{ part: 'fields', object: keyOf(deployment), fields }],
    plan,
    new Set(),
  );
  expect(actions.filter(({ type }) => type === 'patch')).toEqual([
    { type: 'patch', object: keyOf(service), changes: [{ ...own, before: 'canary', after: 'default' }] },
    {
      type: 'patch',
      object: keyOf(deployment),
      changes: [
        { ...own, before: 'canary', after: 'default' },
        { ...image, before: image.after, after: 'docker.io/istio/proxyv2:1.30.2' },
      ],
    },
  ]);
});
