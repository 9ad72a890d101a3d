import { expect, test } from 'vitest';
import { checkMeshNetworks } from './mesh-networks.ts';
import { problems } from './testing.ts';

type Networks = Parameters<typeof checkMeshNetworks>[0];
type Network = NonNullable<Networks['networks']>[string];

test.each<[string, Network, string[]]>([
  ['may be empty', {}, []],
  ['may have endpoints', { endpoints: [{ fromCidr: '10.0.0.0/8' }, { fromRegistry: 'cluster1' }, {}] }, []],
  [
    'has endpoints in ranges',
    { endpoints: [{ fromCidr: '' }] },
    ['ip/invalid networks.n.endpoints[0].fromCidr'],
  ],
  [
    'has endpoints of clusters',
    { endpoints: [{ fromRegistry: 'a.b' }] },
    ['network/registry-name networks.n.endpoints[0].fromRegistry'],
  ],
  ['takes the last of two sources of endpoints', { endpoints: [{ fromCidr: '?', fromRegistry: 'a' }] }, []],
  [
    'may have gateways',
    {
      gateways: [
        { address: 'a.com', port: 1 },
        { address: '::1', port: 1 },
        { registryServiceName: 'gw.a.svc', port: 1 },
      ],
    },
    [],
  ],
  [
    'has gateways with addresses',
    { gateways: [{ address: 'a_b', port: 1 }] },
    ['network/gateway-address networks.n.gateways[0].address'],
  ],
  [
    'has gateways that are services',
    { gateways: [{ registryServiceName: '*.a', port: 1 }] },
    ['host/invalid networks.n.gateways[0].registryServiceName'],
  ],
  ['has gateways with ports', { gateways: [{}] }, ['network/gateway-port networks.n.gateways[0].port']],
  [
    'has gateways with real ports',
    { gateways: [{ port: 65536 }] },
    ['port/range networks.n.gateways[0].port'],
  ],
])('a network %s', (_, network, expected) => {
  expect(problems(checkMeshNetworks, { networks: { n: network } })).toEqual(expected);
});

test('there may be no networks', () => {
  expect(problems(checkMeshNetworks, {})).toEqual([]);
});
