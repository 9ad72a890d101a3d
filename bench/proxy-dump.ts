import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How large a dump to write: a service has four clusters and, every second one, a listener of its own. */
export interface ProxyDumpAmount {
  readonly services: number;
}

/**
 * Writes `config_dump.json`, about 17 KB for each service, `clusters.json`, about 4 KB, and `changed_dump.json`: the
 * same proxy after a few changes, with its resources in another order.
 */
export function writeProxyDump(folder: string, { services }: ProxyDumpAmount): void {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: services }, (_, i) => serviceName(i));
  writeParts(join(folder, 'config_dump.json'), dumpParts(names));
  writeParts(join(folder, 'changed_dump.json'), dumpParts(names, changed));
  writeParts(join(folder, 'clusters.json'), statusParts(names));
}

const subsets = ['', 'v1', 'v2', 'v3'];
const type = (name: string): object => ({ '@type': `type.googleapis.com/${name}` });
const serviceName = (i: number): string => `service-${i}.team-${i % 40}.svc.cluster.local`;
const clusterName = (host: string, subset: string): string => `outbound|8080|${subset}|${host}`;
const last_updated = '2030-01-01T00:00:00.123Z';

type Items = readonly object[];

function* dumpParts(hosts: readonly string[], vary = (items: Items): Items => items): Generator<string> {
  const clusters = hosts.flatMap((host) => subsets.map((subset) => cluster(host, subset)));
  yield `{"configs":[${section('Clusters', 'dynamic_active_clusters')}`;
  yield* list(vary(clusters));
  yield `]},${section('Endpoints', 'dynamic_endpoint_configs')}`;
  yield* list(vary(hosts.flatMap((host, i) => subsets.map((subset) => assignment(host, subset, i)))));
  yield `]},${section('Listeners', 'dynamic_listeners')}`;
  yield* list(vary(hosts.filter((_, i) => i % 2 === 0).map(listener)));
  yield `]},${section('Routes', 'dynamic_route_configs')}`;
  yield* list(vary(routeConfigs(hosts)));
  yield ']}]}\n';
}

const section = (name: string, field: string): string =>
  `{"@type":"type.googleapis.com/envoy.admin.v3.${name}ConfigDump","version_info":"1","${field}":[`;

/** The same but for one in five hundred, without one in a thousand, with a few new ones, and in another order. */
function changed(items: Items): Items {
  const kept = items
    .filter((_, i) => i % 1000 !== 999)
    .map((item, i) => (i % 500 === 250 ? rewritten(item, /"(HEALTHY|10s|0s)"/, '"7s"') : item));
  const added = items
    .filter((_, i) => i % 2000 === 1000)
    .map((item) => rewritten(item, /service-|10\./g, 'new-$&'));
  const all = [...kept, ...added];
  return [2, 0, 1].flatMap((rest) => all.filter((_, i) => i % 3 === rest).reverse());
}

const rewritten = (item: object, from: RegExp, to: string): object =>
  JSON.parse(JSON.stringify(item).replace(from, to)) as object;

function* list(items: readonly object[]): Generator<string> {
  for (const [i, item] of items.entries()) yield (i === 0 ? '' : ',') + JSON.stringify(item);
}

function writeParts(file: string, parts: Iterable<string>): void {
  const descriptor = openSync(file, 'w');
  let waiting: string[] = [];
  for (const part of parts) {
    waiting.push(part);
    if (waiting.length < 500) continue;
    writeSync(descriptor, waiting.join(''));
    waiting = [];
  }
  writeSync(descriptor, waiting.join(''));
  closeSync(descriptor);
}

const sds = (name: string): object => ({
  name,
  sds_config: {
    api_config_source: {
      ...{ api_type: 'GRPC', transport_api_version: 'V3', set_node_on_first_message_only: true },
      grpc_services: [{ envoy_grpc: { cluster_name: 'sds-grpc' } }],
    },
    ...{ initial_fetch_timeout: '0s', resource_api_version: 'V3' },
  },
});

function cluster(host: string, subset: string): object {
  const [service = '', namespace = ''] = host.split('.');
  const name = clusterName(host, subset);
  const tls = {
    ...type('envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext'),
    common_tls_context: {
      alpn_protocols: ['istio-peer-exchange', 'istio'],
      tls_params: { tls_minimum_protocol_version: 'TLSv1_2', tls_maximum_protocol_version: 'TLSv1_3' },
      tls_certificate_sds_secret_configs: [sds('default')],
      combined_validation_context: {
        default_validation_context: {
          match_subject_alt_names: [{ exact: `spiffe://cluster.local/ns/${namespace}/sa/${service}` }],
        },
        validation_context_sds_secret_config: sds('ROOTCA'),
      },
    },
    sni: `outbound_.8080_.${subset || '_'}_.${host}`,
  };
  const config = `/apis/networking.istio.io/v1/namespaces/${namespace}/destination-rule/${service}`;
  return {
    cluster: {
      ...type('envoy.config.cluster.v3.Cluster'),
      ...{ name, type: 'EDS', connect_timeout: '10s', lb_policy: 'LEAST_REQUEST', alt_stat_name: `${name};` },
      eds_cluster_config: { eds_config: { ads: {}, resource_api_version: 'V3' }, service_name: name },
      circuit_breakers: { thresholds: [{ max_connections: 4294967295, max_requests: 4294967295 }] },
      outlier_detection: { consecutive_5xx: 5, interval: '10s', base_ejection_time: '30s' },
      common_lb_config: { healthy_panic_threshold: {}, locality_weighted_lb_config: {} },
      metadata: {
        filter_metadata: { istio: { config, services: [{ name: service, namespace, host }], subset } },
      },
      transport_socket_matches: [
        {
          ...{ name: 'tlsMode-istio', match: { tlsMode: 'istio' } },
          transport_socket: { name: 'envoy.transport_sockets.tls', typed_config: tls },
        },
      ],
    },
    last_updated,
  };
}

const socket = (address: string, port: number): object => ({
  socket_address: { address, port_value: port },
});
const addressOf = (i: number, replica: number): string => `10.${(i >> 8) % 256}.${i % 256}.${replica + 1}`;

function assignment(host: string, subset: string, i: number): object {
  const [service = '', namespace = ''] = host.split('.');
  const cluster_name = clusterName(host, subset);
  const zones = ['zone-a', 'zone-b'].map((zone, z) => ({
    locality: { region: 'region-1', zone },
    lb_endpoints: [0, 1].map((replica) => ({
      endpoint: { address: socket(addressOf(i, z * 2 + replica), 8080), health_check_config: {} },
      health_status: 'HEALTHY',
      metadata: {
        filter_metadata: {
          istio: { workload: `${service}-${z}${replica};${namespace};${service};v1;Kubernetes` },
        },
      },
      load_balancing_weight: 1,
    })),
    load_balancing_weight: 2,
  }));
  return {
    endpoint_config: {
      ...type('envoy.config.endpoint.v3.ClusterLoadAssignment'),
      ...{ cluster_name, endpoints: zones, policy: { overprovisioning_factor: 140 } },
    },
  };
}

const httpFilters = ['grpc_stats', 'fault', 'cors', 'router'].map((name) => ({
  name: `envoy.filters.http.${name}`,
  typed_config: type(`envoy.extensions.filters.http.${name}.v3.Filter`),
}));

const customTags = Array.from({ length: 10 }, (_, i) => ({
  tag: `istio.authorization.dry_run.policy_${i}`,
  metadata: {
    kind: { request: {} },
    metadata_key: { key: 'envoy.filters.http.rbac', path: [{ key: `istio_dry_run_policy_${i}` }] },
  },
}));

function listener(host: string, i: number): object {
  const address = addressOf(i, 100);
  const name = `${address}_8080`;
  const manager = {
    ...type('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
    stat_prefix: `outbound_${name};`,
    rds: { config_source: { ads: {}, resource_api_version: 'V3' }, route_config_name: `${host}:8080` },
    http_filters: httpFilters,
    tracing: { random_sampling: { value: 1 }, custom_tags: customTags },
    ...{ use_remote_address: false, normalize_path: true, stream_idle_timeout: '0s' },
  };
  const proxy = {
    ...type('envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy'),
    ...{ stat_prefix: clusterName(host, ''), cluster: clusterName(host, '') },
  };
  const active = {
    ...type('envoy.config.listener.v3.Listener'),
    ...{ name, address: socket(address, 8080), traffic_direction: 'OUTBOUND', bind_to_port: false },
    filter_chains: [
      {
        filter_chain_match: { transport_protocol: 'raw_buffer', application_protocols: ['http/1.1', 'h2c'] },
        filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: manager }],
      },
    ],
    default_filter_chain: {
      filter_chain_match: {},
      filters: [{ name: 'envoy.filters.network.tcp_proxy', typed_config: proxy }],
    },
  };
  return { name, active_state: { listener: active, last_updated } };
}

/** Forty route configurations that share all services. */
function routeConfigs(hosts: readonly string[]): object[] {
  return Array.from({ length: 40 }, (_, i) => ({
    route_config: {
      ...type('envoy.config.route.v3.RouteConfiguration'),
      name: String(8000 + i),
      virtual_hosts: hosts.filter((_host, h) => h % 40 === i).map((host) => virtualHost(host, 8000 + i)),
      validate_clusters: false,
    },
    last_updated,
  }));
}

function virtualHost(host: string, port: number): object {
  const [service = '', namespace = ''] = host.split('.');
  const short = `${service}.${namespace}`;
  return {
    name: `${host}:${port}`,
    domains: [host, `${host}.`, service, `${short}.svc`, short],
    routes: ['/api', '/'].map((prefix) => ({
      match: { prefix },
      route: {
        ...{ cluster: clusterName(host, prefix === '/' ? '' : 'v1'), timeout: '0s', max_grpc_timeout: '0s' },
        retry_policy: { retry_on: 'connect-failure,refused-stream,unavailable', num_retries: 2 },
      },
      decorator: { operation: `${host}:${port}${prefix}*` },
      name: 'default',
    })),
    include_request_attempt_count: true,
  };
}

const stats = ['cx_connect_fail', 'cx_total', 'rq_error', 'rq_success', 'rq_timeout', 'rq_total'];

function* statusParts(hosts: readonly string[]): Generator<string> {
  yield '{"cluster_statuses":[';
  yield* list(
    hosts.flatMap((host, i) =>
      subsets.map((subset) => ({
        ...{ name: clusterName(host, subset), added_via_api: true },
        host_statuses: [0, 1].map((replica) => ({
          address: socket(addressOf(i, replica), 8080),
          stats: stats.map((name, n) => ({ name, value: String(n * 100) })),
          health_status: { eds_health_status: 'HEALTHY' },
          weight: 1,
          locality: { region: 'region-1', zone: 'zone-a' },
        })),
        observability_name: `${clusterName(host, subset)};`,
      })),
    ),
  );
  yield ']}\n';
}
