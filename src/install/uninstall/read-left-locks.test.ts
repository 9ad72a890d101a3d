import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { discover, type ServedKind } from '../../kube/index.ts';
import { connectTo } from '../../kube/testing/connect-to.ts';
import { fakeApi, refuse } from '../../kube/testing/fake-api.ts';
import { services } from '../../kube/testing/kinds.ts';
import { readLeftLocks } from './read-left-locks.ts';

const leases: ServedKind = {
  ...{ group: 'coordination.k8s.io', version: 'v1', kind: 'Lease', resource: 'leases', namespaced: true },
};
const path = '/apis/coordination.k8s.io/v1/leases';

const lock = (namespace: string, secondsAgo: number, name = 'meshctl-install'): JsonObject => ({
  metadata: { name, namespace },
  spec: { leaseDurationSeconds: 60, renewTime: new Date(Date.now() - secondsAgo * 1000).toISOString() },
});
const held = lock('held', 5);
const left = lock('left', 3600);

async function read(
  kinds: readonly ServedKind[],
  items: readonly JsonObject[] | 'refused',
): Promise<unknown> {
  const api = await fakeApi({
    ...{ kinds, lists: items === 'refused' ? {} : { [path]: items } },
    fault: (request, response) => {
      if (items !== 'refused' || request.path !== path) return false;
      refuse(response, 403, 'no');
      return true;
    },
  });
  const client = await connectTo(api);
  const locks = await readLeftLocks({ client, discovery: await discover(client, 'all') });
  return locks.map(({ metadata }) => (metadata as JsonObject).namespace);
}

test.each([
  ['a lock that was left, and none that is held', [leases], [held, left], ['left']],
  ['no other Lease', [leases], [lock('other', 3600, 'leader')], []],
  ['none where they may not be read', [leases], 'refused', []],
  ['none on a cluster without Leases', [services], [], []],
] as const)('reads %s', async (_, kinds, items, expected) => {
  expect(await read(kinds, items)).toEqual(expected);
});
