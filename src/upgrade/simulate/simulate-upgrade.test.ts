import { expect, test } from 'vitest';
import { upgradeFactsFrom } from '../facts/index.ts';
import { planUpgrade } from '../plan/index.ts';
import { simulateUpgrade } from './simulate-upgrade.ts';
import { modelCluster } from './testing/model-cluster.ts';
import { shopNamespaces, shopObjects } from './testing/shop-cluster.ts';

const few = new Set(['shop-01', 'shop-02', 'shop-05']);

/** The shop with three of its namespaces, one of which has a tight budget. */
const smallShop = shopObjects.filter(({ metadata }) => {
  const { name, namespace = name } = metadata as Record<string, string>;
  return !shopNamespaces.includes(namespace ?? '') || few.has(namespace ?? '');
});

test('a plan is played on a simulated cluster, and each step told with what it wrote', async () => {
  const from = { from: '1-30-3', fromVersion: '1.30.3', tags: ['stable'] };
  const objects = await modelCluster({ ...from, objects: smallShop });
  const plan = planUpgrade(upgradeFactsFrom(objects), { to: '1.31.1', waves: [{ percent: 30 }] });
  const { succeeds, steps, wants } = await simulateUpgrade(plan, objects);
  expect(steps.flatMap(({ problems, violations }) => [...problems, ...violations])).toEqual([]);
  expect(succeeds).toBe(true);
  expect(wants).toEqual([
    'PodDisruptionBudget shop-02/web allows no disruption: Deployment shop-02/web waits for room in it',
  ]);
  const wave = steps.find(({ id }) => id === 'wave-1');
  expect(wave?.writes).toContainEqual({
    action: 'change',
    object: { apiVersion: 'v1', kind: 'Namespace', name: 'shop-01' },
    changes: [
      'metadata.labels.istio-injection: enabled -> nothing',
      'metadata.labels.istio.io/rev: nothing -> 1-31-1',
    ],
  });
  expect(wave?.writes.filter(({ action }) => action === 'restart')).toHaveLength(3);
  expect(wave?.pods).toEqual({ '1-30-3': 10, '1-31-1': 5 });
  expect(steps.at(-1)?.pods).toEqual({ '1-31-1': 15 });
}, 120_000);
