import { expect, test, vi } from 'vitest';
import { modelCluster } from '../../src/upgrade/simulate/testing/model-cluster.ts';
import { namespaceWith, workloadObject } from '../../src/upgrade/simulate/testing/workloads.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const shop = [
  namespaceWith('shop', { 'istio-injection': 'enabled' }),
  workloadObject({ kind: 'Deployment', namespace: 'shop', name: 'cart', replicas: 2 }),
];

async function simulated(...words: readonly string[]) {
  const items = await modelCluster({ from: '1-30-3', fromVersion: '1.30.3', tags: [], objects: shop });
  const cwd = await temporaryFolder({
    'saved.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...items] }),
  });
  return run(['upgrade', 'simulate', '--from', 'saved.json', '--no-config', ...words], { cwd });
}

// Each starts a simulated cluster and installs into it.
vi.setConfig({ testTimeout: 120_000 });

test('upgrade simulate tells what each step did to a copy of the cluster', async () => {
  const { code, out, err } = await simulated('--to', '1.31.1');
  expect([code, err]).toEqual([0, expect.stringContaining('nothing runs in it')]);
  expect(out).toContain('restart Deployment shop/cart');
  expect(out).toContain(
    'change  Namespace shop (metadata.labels.istio-injection: enabled -> nothing and 1 more)',
  );
  expect(out).toContain('Pods with a proxy: 2 of 1-31-1');
  expect(out).toContain('every Pod had its one injector');
});

test('upgrade simulate has the same for programs', async () => {
  const { code, out } = await simulated('--to', '1.31.1', '-o', 'json');
  expect(code).toBe(0);
  const { kind, succeeds, steps } = JSON.parse(out) as Record<string, unknown> & {
    steps: { outcome: string }[];
  };
  expect([kind, succeeds]).toEqual(['UpgradeSimulation', true]);
  expect(new Set(steps.map(({ outcome }) => outcome))).toEqual(new Set(['done']));
});

test('upgrade simulate of what may not be done ends with 1, and says why', async () => {
  const { code, out, err } = await simulated('--to', '1.29.0');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('something stops this upgrade');
});
