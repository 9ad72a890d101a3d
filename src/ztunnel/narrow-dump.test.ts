import { expect, test } from 'vitest';
import { connectionRows, narrowDump, readZtunnelDump, serviceRows, workloadRows } from './index.ts';

const workload = (name: string, more: object = {}) => ({
  ...{ uid: `c//Pod/shop/${name}`, name, namespace: 'shop', workloadIps: [`10.0.0.${name.slice(-1)}`] },
  ...{ serviceAccount: 'cart', status: 'Healthy', waypoint: { destination: 'net/10.9.0.1' } },
  ...more,
});
const policy = (name: string, scope: string, namespace = 'shop') => ({
  name,
  namespace,
  scope,
  action: 'Deny',
});
const connection = { src: '10.0.0.1:4000', originalDst: '10.0.0.2:80', actualDst: '10.0.0.2:15008' };

const dump = readZtunnelDump(
  JSON.stringify({
    workloads: [
      workload('cart-1', { authorizationPolicies: ['shop/mine'] }),
      workload('cart-2', { serviceAccount: 'other' }),
      workload('cart-1', { namespace: 'archive' }),
    ],
    services: {
      a: {
        name: 'cart',
        namespace: 'shop',
        endpoints: [{ workloadUid: 'c//Pod/shop/cart-1' }, { workloadUid: 'c//Pod/shop/cart-2' }],
      },
      b: { name: 'gate', namespace: 'shop', vips: ['net/10.9.0.1'], endpoints: {} },
    },
    policies: [
      policy('mine', 'WorkloadSelector'),
      policy('yours', 'WorkloadSelector'),
      policy('all', 'Global', 'istio-system'),
      policy('here', 'Namespace'),
      policy('there', 'Namespace', 'archive'),
    ],
    certificates: ['cart', 'other'].map((account) => ({
      identity: `spiffe://cluster.local/ns/shop/sa/${account}`,
    })),
    workloadState: ['cart-1', 'cart-2'].map((name) => ({
      info: { name, namespace: 'shop' },
      connections: { outbound: [connection] },
    })),
    version: 'kept',
  }),
  'dump.json',
);
const part = narrowDump(dump, { namespace: 'shop', name: 'cart-1' });

test('is about one workload', () => {
  expect(part.workloads.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(['shop/cart-1']);
  expect(part.services.map(({ name }) => name)).toEqual(['cart']);
  expect(part.policies.map(({ name }) => name)).toEqual(['mine', 'all', 'here']);
  expect(part.certificates.map(({ identity }) => identity)).toEqual([
    'spiffe://cluster.local/ns/shop/sa/cart',
  ]);
  expect(part.states.map(({ name }) => name)).toEqual(['cart-1']);
});

test('looks names up in the whole', () => {
  expect(workloadRows(part)).toMatchObject([{ waypoint: 'gate' }]);
  expect(serviceRows(part)).toMatchObject([{ endpoints: { healthy: 2, all: 2 } }]);
  expect(connectionRows(part)).toMatchObject([{ remote: 'cart-2.shop:15008' }]);
});

test('keeps what else is there, and adds no section', () => {
  expect(part.raw).toMatchObject({
    version: 'kept',
    workloads: [{ name: 'cart-1' }],
    services: [{ name: 'cart' }],
  });
  const bare = narrowDump(readZtunnelDump('{"workloads": []}', 'a'), { namespace: 'shop', name: 'cart-1' });
  expect(bare.raw).toEqual({ workloads: [] });
});
