import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../resources/index.ts';
import { readDump } from '../index.ts';
import { followCluster } from './cluster-step.ts';
import { describeVerdict } from './describe-verdict.ts';
import type { Walk } from './walk.ts';
import { sampleRequest } from './testing/sample-request.ts';

const type = (name: string): string => `type.googleapis.com/envoy.${name}`;
const socket = (address: string): Json => ({ socket_address: { address, port_value: 80 } });
const at = (address: Json, health = 'HEALTHY'): Json => ({ endpoint: { address }, health_status: health });
const group = (more: JsonObject, ...endpoints: readonly Json[]): Json => ({
  ...more,
  lb_endpoints: [...endpoints],
});
const cluster = (name: string, endpoints: readonly Json[], more: JsonObject = {}): JsonObject => ({
  ...{ name, type: 'STATIC', load_assignment: { endpoints: [...endpoints] } },
  ...more,
});
const zone = (name: string, weight: number): JsonObject => ({
  locality: { region: name },
  load_balancing_weight: weight,
});
const tunnelled = { envoy_internal_address: { server_listener_name: 'tunnel', endpoint_id: 'x' } };
const aggregate = (name: string, ...clusters: readonly string[]): JsonObject => ({
  name,
  cluster_type: { name: 'envoy.clusters.aggregate', typed_config: { clusters: [...clusters] } },
});

const clusters: readonly JsonObject[] = [
  cluster('good', [group({}, at(socket('10.0.0.1')))]),
  cluster('half', [group({}, at(socket('10.0.0.2')), at(socket('10.0.0.3'), 'UNHEALTHY'))]),
  cluster('bad', [group({}, at(socket('10.0.0.4'), 'UNHEALTHY'))]),
  cluster('calm', [group({}, at(socket('10.0.0.4'), 'UNHEALTHY'))], {
    common_lb_config: { healthy_panic_threshold: {} },
  }),
  cluster('proud', [group({}, at(socket('10.0.0.4'), 'UNHEALTHY'))], {
    common_lb_config: { zone_aware_lb_config: { fail_traffic_on_panic: true } },
  }),
  cluster('priorities', [
    group({}, at(socket('10.0.1.1')), at(socket('10.0.1.2'), 'UNHEALTHY')),
    group({ priority: 1 }, at(socket('10.0.2.1'))),
  ]),
  cluster(
    'zones',
    [
      group(zone('a', 3), at(socket('10.0.3.1'))),
      group(zone('b', 1), at(socket('10.0.3.2'))),
      group(zone('c', 0), at(socket('10.0.3.3'))),
    ],
    { common_lb_config: { locality_weighted_lb_config: {} } },
  ),
  cluster('behind', [group({}, at(tunnelled))]),
  cluster('lost', [
    group({}, at({ envoy_internal_address: { server_listener_name: 'nowhere', endpoint_id: 'x' } })),
  ]),
  {
    ...{ name: 'carrier', type: 'ORIGINAL_DST', original_dst_lb_config: { upstream_port_override: 15008 } },
    transport_socket: { typed_config: { '@type': type('UpstreamTlsContext'), sni: 'waypoint' } },
  },
  aggregate('both', 'half', 'good'),
  aggregate('none', 'calm'),
  aggregate('untold', 'remote', 'good'),
  { name: 'remote', type: 'EDS' },
];

const tunnel: JsonObject = {
  name: 'tunnel',
  internal_listener: {},
  filter_chains: [
    {
      filters: [
        {
          name: 'tcp',
          typed_config: {
            '@type': type('extensions.filters.network.tcp_proxy.v3.TcpProxy'),
            cluster: 'carrier',
            tunneling_config: { hostname: '%DOWNSTREAM_LOCAL_ADDRESS%' },
          },
        },
      ],
    },
  ],
};

const dump = readDump(
  JSON.stringify({
    configs: [
      {
        '@type': type('admin.v3.ClustersConfigDump'),
        static_clusters: clusters.map((each) => ({ cluster: each })),
      },
      { '@type': type('admin.v3.ListenersConfigDump'), static_listeners: [{ listener: tunnel }] },
    ],
  }),
);

test.each([
  ['a healthy endpoint', 'good', 'reaches good at 10.0.0.1:80', 'connects without TLS'],
  ['no panic where half are healthy', 'half', 'reaches half at 10.0.0.2:80', '10.0.0.3:80: not used'],
  ['panic', 'bad', 'reaches bad at 10.0.0.4:80', 'fewer than 50 % of the endpoints are healthy'],
  ['panic that is off', 'calm', 'no healthy endpoint in calm', 'none of its 1 endpoints is healthy'],
  ['panic that fails', 'proud', 'no healthy endpoint in proud', 'answers itself instead of trying'],
  [
    'priorities',
    'priorities',
    'reaches priorities at 10.0.1.1:80, 10.0.2.1:80',
    'priority 0 gets 70 %, priority 1 gets 30 %',
  ],
  [
    'localities',
    'zones',
    'reaches zones at 10.0.3.1:80, 10.0.3.2:80',
    'share by weight, less where endpoints fail: a 75 %, b 25 %, c 0 %',
  ],
  [
    'a tunnel',
    'behind',
    'reaches behind',
    'carrier: carries the tunnel: of type ORIGINAL_DST, at port 15008',
  ],
  ['the identity of the tunnel', 'behind', 'reaches behind', 'carrier: connects with TLS, asks for waypoint'],
  ['a tunnel that is not there', 'lost', 'connection closed: no listener nowhere', 'has no listener'],
  [
    'several clusters in order',
    'both',
    'reaches half (70 %) at 10.0.0.2:80 or good (30 %) at 10.0.0.1:80',
    'half gets 70 %, good gets 30 %',
  ],
  ['several clusters without endpoints', 'none', 'no healthy endpoint in calm', 'calm gets 100 %'],
  ['several clusters that are not told', 'untold', 'cannot be told', 'those of other clusters, in order'],
])('%s', (_, name, verdict, step) => {
  const walk: Walk = { dump, request: sampleRequest(), steps: [], assumptions: new Set(), branches: [] };
  expect(describeVerdict(followCluster(walk, name))).toContain(verdict);
  expect(walk.steps.map((each) => `${each.name}: ${each.reason}`).join('\n')).toContain(step);
});
