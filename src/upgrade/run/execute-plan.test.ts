import { expect, test } from 'vitest';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { executePlan, readUpgradeState, rollback, type UpgradeEvent } from './index.ts';
import { samplePlan } from './testing/sample-plan.ts';
import { injectedBy, killedAt, Killed, sandboxMesh, snapshot, unlock } from './testing/sandbox-mesh.ts';

const health = { interval: 20 };

async function ran(events: AsyncIterable<UpgradeEvent>): Promise<readonly UpgradeEvent[]> {
  const all: UpgradeEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const execute = (writer: ClusterWriter, plan: UpgradePlan = samplePlan) =>
  ran(executePlan(writer, plan, { health, timeout: 20_000 }));

test('a plan is carried out, and taken back to what was before', { timeout: 120_000 }, async () => {
  const mesh = await sandboxMesh();
  const before = snapshot(mesh);
  const events = await execute(mesh.writer);
  expect(events.filter(({ type }) => type === 'step-failed')).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: 'ended', state: { phase: 'done' } });
  expect([injectedBy(mesh, 'shop'), injectedBy(mesh, 'pay')]).toEqual([
    { web: 'canary', db: 'canary' },
    { agent: 'canary' },
  ]);
  const undone = await ran(rollback(mesh.writer, { timeout: 20_000 }));
  expect(undone.at(-1)).toMatchObject({ type: 'ended', state: { phase: 'rolled-back' } });
  expect(snapshot(mesh)).toEqual(before);
  expect([injectedBy(mesh, 'shop'), injectedBy(mesh, 'pay')]).toEqual([
    { web: 'default', db: 'default' },
    { agent: 'default' },
  ]);
  expect((await readUpgradeState(mesh.writer.client, 'istio-system'))?.phase).toBe('rolled-back');
});

/** Begins again after each death, with some writes more or less each time; gives how often. */
async function untilDone(
  writer: ClusterWriter,
  run: (mortal: ClusterWriter) => AsyncIterable<UpgradeEvent>,
): Promise<number> {
  for (let deaths = 0; deaths < 200; deaths += 1) {
    try {
      await ran(run(killedAt(writer, 5 + (deaths % 4))));
      return deaths;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    await unlock(writer);
  }
  throw new Error('it does not come to an end');
}

test('killed every few writes, it goes on and arrives at the same', { timeout: 240_000 }, async () => {
  const mesh = await sandboxMesh();
  const before = snapshot(mesh);
  const options = { health, timeout: 20_000 };
  expect(await untilDone(mesh.writer, (writer) => executePlan(writer, samplePlan, options))).toBeGreaterThan(
    10,
  );
  expect([injectedBy(mesh, 'shop'), injectedBy(mesh, 'pay')]).toEqual([
    { web: 'canary', db: 'canary' },
    { agent: 'canary' },
  ]);
  expect(await untilDone(mesh.writer, (writer) => rollback(writer, options))).toBeGreaterThan(10);
  expect(snapshot(mesh)).toEqual(before);
});
