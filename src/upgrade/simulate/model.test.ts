import { expect, test } from 'vitest';
import { keyOf } from '../../kube/apply/index.ts';
import { checkInvariants } from '../invariants/index.ts';
import { modelCluster } from './testing/model-cluster.ts';
import { injectedBy } from './testing/model-injection.ts';
import { shopObjects } from './testing/shop-cluster.ts';

test('the model makes a mesh in which all is well', async () => {
  const from = { from: '1-30-3', fromVersion: '1.30.3', tags: ['stable'] };
  const objects = await modelCluster({ ...from, objects: shopObjects });
  expect(checkInvariants({ objects })).toEqual([]);
  const pods = objects.filter(({ kind }) => kind === 'Pod');
  const injected = pods.filter((pod) => injectedBy(pod) === '1-30-3');
  expect(injected).toHaveLength(60);
  expect(new Set(injected.map((pod) => keyOf(pod).namespace)).size).toBe(12);
});
