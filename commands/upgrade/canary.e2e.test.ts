import { afterEach, describe, expect, test } from 'vitest';
import { rigSources } from '../../src/kube/testing/rig.ts';
import { gatherUpgradeFacts } from '../../src/upgrade/facts/index.ts';
import { planUpgrade } from '../../src/upgrade/plan/index.ts';
import { executePlan, rollback, type UpgradeEvent } from '../../src/upgrade/run/index.ts';
import type { UpgradePlan } from '../../src/upgrade/index.ts';
import { looseBudgets } from '../../src/upgrade/simulate/testing/shop-cluster.ts';
import { record, type Recorder } from './testing/recorder.ts';
import { lastingState } from './testing/lasting-state.ts';
import { startShop, type ShopRig } from './testing/shop-rig.ts';

const sources = rigSources();
const patience = 600_000;

/** Three waves of the twelve namespaces. */
const waves = [{ percent: 10 }, { percent: 40 }];

async function planOf({ writer }: ShopRig): Promise<UpgradePlan> {
  const facts = await gatherUpgradeFacts(writer.client);
  return planUpgrade(facts, { to: '1.31.1', waves, soakSeconds: 1 });
}

/** All events, in words. */
async function collect(
  events: AsyncIterable<UpgradeEvent>,
  onEvent: (event: UpgradeEvent) => unknown = () => undefined,
): Promise<readonly UpgradeEvent[]> {
  const all: UpgradeEvent[] = [];
  for await (const event of events) {
    all.push(event);
    await onEvent(event);
  }
  return all;
}

const loosen = async ({ writer }: ShopRig): Promise<void> => {
  for (const budget of looseBudgets) await writer.apply(budget, { fieldManager: 'shop', force: true });
};

describe.skipIf(sources === undefined)('a canary upgrade', () => {
  let shop: ShopRig;
  let recorder: Recorder;

  async function begin(): Promise<UpgradePlan> {
    shop = await startShop(sources ?? '');
    recorder = await record(shop.rig, shop.writer);
    const plan = await planOf(shop);
    expect(plan.facts.filter(({ verdict }) => verdict === 'stop')).toEqual([]);
    expect(plan.steps.filter(({ kind }) => kind === 'wave')).toHaveLength(3);
    return plan;
  }
  afterEach(() => shop.rig.stop());

  test(
    'moves 60 Pods in three waves, waits for budgets, promotes, and never leaves a Pod without its one injector',
    async () => {
      const plan = await begin();
      const waited: string[] = [];
      const events = await collect(executePlan(shop.writer, plan, { timeout: 60_000 }), async (event) => {
        if (event.type !== 'waiting' || !event.reason.includes('PodDisruptionBudget')) return;
        waited.push(event.reason);
        await loosen(shop);
      });
      const last = events.at(-1);
      expect(last?.type === 'ended' && [last.state.phase, last.state.reason]).toEqual(['done', undefined]);
      expect(waited.length).toBeGreaterThan(0);
      expect(await shop.podsByRevision()).toEqual({ '1-31-1': 60 });
      const { violations, states } = await recorder.finish();
      expect(violations).toEqual([]);
      expect(states).toBeGreaterThan(300);
    },
    patience,
  );

  test(
    'is taken back from every step to what was before it',
    async () => {
      const plan = await begin();
      await loosen(shop);
      const before = new Map<string, unknown>();
      for (const { id } of plan.steps) {
        before.set(id, await lastingState(shop.writer));
        const events = await collect(executePlan(shop.writer, plan, { until: id, timeout: 60_000 }));
        const last = events.at(-1);
        expect([id, last?.type === 'ended' && last.state.reason]).toEqual([id, undefined]);
      }
      for (const [index, { id }] of [...plan.steps.entries()].reverse()) {
        const to = plan.steps[index - 1]?.id;
        const events = await collect(
          rollback(shop.writer, { ...(to !== undefined && { to }), timeout: 60_000 }),
        );
        const last = events.at(-1);
        expect([id, last?.type === 'ended' && last.state.reason]).toEqual([id, undefined]);
        expect([id, await lastingState(shop.writer)]).toEqual([id, before.get(id)]);
      }
      expect(await shop.podsByRevision()).toEqual({ '1-30-3': 60 });
      expect((await recorder.finish()).violations).toEqual([]);
    },
    patience,
  );
});
