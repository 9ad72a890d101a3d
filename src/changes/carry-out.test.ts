import { expect, test } from 'vitest';
import { objectIn, type JsonObject } from '../json.ts';
import { ApplyConflict } from '../kube/apply/index.ts';
import { managersOf } from '../server-side-apply/index.ts';
import { carryOut, confirmChange, planChange, planDeletion } from './index.ts';
import { memoryCluster, metadataText, type MemoryCluster } from './testing/memory-writer.ts';

const map = (data: JsonObject, labels: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'istio', namespace: 'istio-system', ...(Object.keys(labels).length > 0 && { labels }) },
  data,
});
const mark = { 'operator.istio.io/component': 'Pilot' };
const plan = (cluster: MemoryCluster, desired: JsonObject) =>
  planChange({ group: 'Pilot', desired, live: cluster.object() });
const withData =
  (data: JsonObject) =>
  (object: JsonObject): JsonObject => ({ ...object, data });
const applied = async (object: JsonObject): Promise<MemoryCluster> => {
  const cluster = memoryCluster();
  await cluster.writer.apply(object);
  return cluster;
};
const managers = (object: JsonObject | undefined): unknown =>
  managersOf(object ?? {}).map(({ manager, operation }) => `${manager} ${operation}`);

test('what is not there is made, and then unchanged without a request', async () => {
  const cluster = memoryCluster();
  const made = await carryOut(cluster.writer, plan(cluster, map({ a: '1' })));
  expect(made?.data).toEqual({ a: '1' });
  expect(await carryOut(cluster.writer, plan(cluster, map({ a: '1' })))).toEqual(made);
  expect(cluster.requests).toEqual(['apply']);
});

test('what is there is changed', async () => {
  const cluster = await applied(map({ a: '1', b: '1' }));
  await carryOut(cluster.writer, plan(cluster, map({ a: '2' })));
  expect(cluster.object()?.data).toEqual({ a: '2' });
  expect(cluster.requests).toEqual(['apply', 'apply']);
});

test('what others installed is taken over, and what is not rendered any more goes', async () => {
  const cluster = memoryCluster(map({ a: '1', old: '1' }, mark), 'helm');
  await carryOut(cluster.writer, plan(cluster, map({ a: '2' }, mark)));
  expect(cluster.object()?.data).toEqual({ a: '2' });
  expect(managers(cluster.object())).toEqual(['meshctl Apply']);
  expect(cluster.requests).toEqual(['patch', 'apply']);
  expect(plan(cluster, map({ a: '2' }, mark)).action).toBe('unchanged');
});

test('a dry run of that tells what comes out', async () => {
  const cluster = memoryCluster(map({ a: '1', old: '1' }, mark), 'helm');
  const before = cluster.object();
  const result = await carryOut(cluster.writer, plan(cluster, map({ a: '2' }, mark)), { dryRun: 'server' });
  expect(result?.data).toEqual({ a: '2' });
  expect([cluster.object(), cluster.requests]).toEqual([before, ['patch --dry-run']]);
});

test('what is deleted is told by its uid', async () => {
  const cluster = await applied(map({}));
  const change = planDeletion({ group: 'Pilot', live: cluster.object() ?? {} });
  expect(await carryOut(cluster.writer, change)).toBeUndefined();
  expect(cluster.requests).toEqual(['apply', 'delete uid']);
});

test('conflicts are told, and taken over by force', async () => {
  const cluster = await applied(map({ a: '1' }));
  cluster.update(withData({ a: '2' }), 'kubectl');
  const change = plan(cluster, map({ a: '1' }));
  await expect(carryOut(cluster.writer, change)).rejects.toMatchObject({
    conflicts: [{ field: 'data.a', manager: 'kubectl' }],
  });
  expect((await carryOut(cluster.writer, change, { forceConflicts: true }))?.data).toEqual({ a: '1' });
});

test('conflicts in what is taken over leave all as it is', async () => {
  const cluster = memoryCluster(map({ a: '1' }, mark), 'helm');
  cluster.update(withData({ a: '2' }), 'kubectl');
  const change = plan(cluster, map({ a: '1' }, mark));
  await expect(carryOut(cluster.writer, change)).rejects.toThrow(ApplyConflict);
  expect([cluster.requests, managers(cluster.object())]).toEqual([[], ['helm Update', 'kubectl Update']]);
});

test.each<[string, string]>([
  ['kept by who installed it', 'helm'],
  ['ours', 'meshctl'],
])('an object, %s, that changed elsewhere in between is written all the same', async (_, manager) => {
  const cluster =
    manager === 'helm' ? memoryCluster(map({ a: '1' }, mark)) : await applied(map({ a: '1' }, mark));
  const change = plan(cluster, map({ a: '2' }, mark));
  cluster.update((object) => ({ ...object, status: { seen: true } }), 'controller');
  await carryOut(cluster.writer, change);
  expect(cluster.object()).toMatchObject({ data: { a: '2' }, status: { seen: true } });
  expect(cluster.requests).toContain('get');
});

test('one that came to be as it should in between is left alone', async () => {
  const cluster = await applied(map({ a: '1' }));
  const change = plan(cluster, map({ a: '2' }));
  await cluster.writer.apply(map({ a: '2' }));
  const version = metadataText(cluster.object(), 'resourceVersion');
  expect(metadataText(await carryOut(cluster.writer, change), 'resourceVersion')).toBe(version);
});

test.each<[string, (cluster: MemoryCluster) => unknown, string]>([
  [
    'something else would happen to',
    (cluster) => cluster.update(withData({ a: '1', b: '2', c: '3' }), 'meshctl-2'),
    'ConfigMap istio-system/istio changed since the plan was made',
  ],
  [
    'is gone',
    (cluster) =>
      cluster.writer.delete({ apiVersion: 'v1', kind: 'ConfigMap', name: 'istio' }, { uid: 'uid' }),
    'ConfigMap istio-system/istio is not the object any more that the plan was made for',
  ],
])('one that %s in between is not written', async (_, meanwhile, message) => {
  const cluster = await applied(map({ a: '1', b: '1' }));
  const change = plan(cluster, map({ a: '2' }));
  await meanwhile(cluster);
  const before = cluster.object();
  await expect(carryOut(cluster.writer, change)).rejects.toThrow(message);
  expect(cluster.object()).toEqual(before);
});

test('the server confirms what changes, with conflicts', async () => {
  const cluster = await applied(map({ a: '1' }));
  cluster.update(withData({ a: '2' }), 'kubectl');
  const planned = plan(cluster, map({ a: '1' }));
  const confirmed = await confirmChange(cluster.writer, { ...planned, changes: [], conflicts: [] });
  expect(confirmed).toEqual(planned);
  expect(cluster.requests).toEqual(['apply', 'apply --dry-run', 'apply --force --dry-run']);
});

test('what comes out the same for the server is unchanged', async () => {
  const cluster = await applied(map({ a: '1' }));
  const planned = plan(cluster, map({ a: '1' }));
  const wrong = { ...planned, action: 'change', changes: [{ path: 'data.x', what: 'removed' }] } as const;
  expect(await confirmChange(cluster.writer, wrong)).toMatchObject({ action: 'unchanged', changes: [] });
});

test('what is made or unchanged is what was planned', async () => {
  const cluster = memoryCluster();
  const create = plan(cluster, map({ a: '1' }));
  expect(await confirmChange(cluster.writer, create)).toBe(create);
  expect([cluster.object(), cluster.requests]).toEqual([undefined, ['apply --dry-run']]);
  await carryOut(cluster.writer, create);
  const same = plan(cluster, map({ a: '1' }));
  expect(await confirmChange(cluster.writer, same)).toBe(same);
  expect(objectIn(same.live, 'data')).toEqual({ a: '1' });
});
