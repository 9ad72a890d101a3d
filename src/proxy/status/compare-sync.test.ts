import { describe, expect, test } from 'vitest';
import { paint } from '../../output/index.ts';
import { readDump, type ProxyDump } from '../index.ts';
import { compareSync, formatSync } from './index.ts';

interface Parts {
  readonly clusters?: readonly object[];
  readonly listeners?: readonly object[];
  readonly routes?: readonly object[];
  readonly more?: readonly object[];
}

const admin = 'type.googleapis.com/envoy.admin.v3.';

function dump({ clusters = [], listeners = [], routes = [], more = [] }: Parts): ProxyDump {
  const configs = [
    {
      '@type': `${admin}ClustersConfigDump`,
      dynamic_active_clusters: clusters.map((cluster) => ({ cluster })),
    },
    { '@type': `${admin}ListenersConfigDump`, dynamic_listeners: listeners },
    {
      '@type': `${admin}RoutesConfigDump`,
      dynamic_route_configs: routes,
    },
    ...more,
  ];
  return readDump(JSON.stringify({ configs }));
}

const inSync = (controlPlane: Parts, proxy: Parts) =>
  compareSync(dump(controlPlane), dump(proxy))
    .sections.filter((one) => one.inSync)
    .map(({ kind }) => kind);

const all = ['clusters', 'listeners', 'routes'];
const cluster = (name: string, timeout = '1s') => ({ name, connect_timeout: timeout });
const active = (name: string, port: number) => ({
  name,
  active_state: { listener: { name, address: { socket_address: { port_value: port } } } },
});
const route = (name: string, domain: string, time: string) => ({
  last_updated: time,
  version_info: time,
  route_config: { name, virtual_hosts: [{ name: 'a', domains: [domain] }] },
});

describe('in sync is', () => {
  test.each<[string, Parts, Parts]>([
    ['nothing and nothing', {}, {}],
    ['another order', { clusters: [cluster('a'), cluster('b')] }, { clusters: [cluster('b'), cluster('a')] }],
    [
      'another version and time',
      { routes: [route('80', 'a', '2030-01-01T00:00:00Z')] },
      { routes: [route('80', 'a', '2030-01-02T00:00:00Z')] },
    ],
    [
      'a listener that drains beside the one in use',
      { listeners: [active('in', 80)] },
      { listeners: [{ ...active('in', 80), draining_state: { listener: { name: 'in', address: {} } } }] },
    ],
    [
      'what the proxy has of its own',
      {},
      {
        more: [
          {
            '@type': `${admin}EndpointsConfigDump`,
            dynamic_endpoint_configs: [{ endpoint_config: { cluster_name: 'a' } }],
          },
          {
            '@type': `${admin}SecretsConfigDump`,
            dynamic_active_secrets: [{ name: 'default', secret: { name: 'default' } }],
          },
        ],
      },
    ],
  ])('%s', (_, controlPlane, proxy) => {
    expect(inSync(controlPlane, proxy)).toEqual(all);
  });
});

describe('out of sync is', () => {
  test.each<[string, Parts, Parts, string]>([
    ['a cluster that is missing', { clusters: [cluster('a')] }, {}, 'clusters'],
    ['a cluster that is left over', {}, { clusters: [cluster('a')] }, 'clusters'],
    ['another value', { clusters: [cluster('a')] }, { clusters: [cluster('a', '2s')] }, 'clusters'],
    [
      'a listener that waits',
      { listeners: [active('in', 80)] },
      { listeners: [{ name: 'in', warming_state: active('in', 80).active_state }] },
      'listeners',
    ],
    ['another route', { routes: [route('80', 'a', '')] }, { routes: [route('80', 'b', '')] }, 'routes'],
  ])('%s', (_, controlPlane, proxy, kind) => {
    expect(inSync(controlPlane, proxy)).toEqual(all.filter((one) => one !== kind));
  });
});

test('the text names what differs, when it was taken and what was refused, once', () => {
  const refused = { failed_configuration: { name: 'in' }, details: 'port in use\n' };
  const controlPlane = dump({ clusters: [cluster('a'), cluster('gone')], routes: [route('80', 'a', '')] });
  const proxy = dump({
    clusters: [cluster('a', '2s'), cluster('old')],
    listeners: [{ ...active('in', 80), error_state: refused }, { error_state: refused }],
    routes: [route('80', 'a', '2030-01-01T00:00:00.1Z'), route('81', 'a', '2030-01-01T00:00:00Z')],
  });
  expect(formatSync(compareSync(controlPlane, proxy), paint(false))).toBe(
    [
      "Clusters don't match",
      '  - cluster gone',
      '  + cluster old',
      '  ~ cluster a: connect_timeout 1s -> 2s',
      "Listeners don't match",
      '  + listener in',
      "Routes don't match (last taken at 2030-01-01T00:00:00.1Z)",
      '  + route 81',
      'refused listener in: port in use',
      '',
    ].join('\n'),
  );
});
