import type { Json, JsonObject } from '../../../../resources/index.ts';
import { asList, valueAt } from '../../../message/index.ts';
import type { TraceRequest } from '../../trace.ts';
import { sampleRequest } from '../sample-request.ts';
import { httpFilter, typeUrl, type Scene, type SceneRow } from './scene.ts';

const socket = (host: string, port: number): Json => ({
  socket_address: { address: host, port_value: port },
});

/**
 * The bootstrap of an Envoy with a listener for each scene, all of them behind the port `entry`: the PROXY header of a
 * connection says which one it is for. `clusters` come with it.
 */
export function sceneBootstrap(
  entry: number,
  scenes: readonly Scene[],
  clusters: readonly JsonObject[],
): JsonObject {
  const listeners = scenes.map((scene, index) => sceneListener(scene, index));
  return { static_resources: { listeners: [entryListener(entry), ...listeners], clusters: [...clusters] } };
}

/** The clusters that scenes lead to: one for each echo server, by its port. */
export function echoClusters(echoes: Readonly<Record<string, number>>): JsonObject[] {
  return Object.entries(echoes).map(([name, port]) => ({
    ...{ name, type: 'STATIC', connect_timeout: '2s' },
    load_assignment: {
      cluster_name: name,
      endpoints: [{ lb_endpoints: [{ endpoint: { address: socket('127.0.0.1', port) } }] }],
    },
  }));
}

/** What `/config_dump` of an Envoy with this bootstrap shows, as far as a trace reads it. */
export function dumpOf(bootstrap: JsonObject): string {
  const list = (field: string): readonly Json[] => asList(valueAt(bootstrap, 'static_resources', field));
  return JSON.stringify({
    configs: [
      {
        '@type': typeUrl('admin.v3.ListenersConfigDump'),
        static_listeners: list('listeners').map((listener) => ({ listener })),
      },
      {
        '@type': typeUrl('admin.v3.ClustersConfigDump'),
        static_clusters: list('clusters').map((cluster) => ({ cluster })),
      },
    ],
  });
}

/** The request of a row of the scene that is the `index`-th. */
export function sceneRequest(index: number, [, http, , connection]: SceneRow): TraceRequest {
  return sampleRequest(http, { destination: { address: addressOf(index), port: 8080 }, ...connection });
}

const addressOf = (index: number): string => `10.1.0.${index + 1}`;

function entryListener(port: number): Json {
  const original = { '@type': typeUrl('extensions.filters.listener.proxy_protocol.v3.ProxyProtocol') };
  return {
    ...{ name: 'virtualOutbound', address: socket('127.0.0.1', port), use_original_dst: true },
    listener_filters: [{ name: 'envoy.filters.listener.proxy_protocol', typed_config: original }],
    filter_chains: [{ filters: [] }],
  };
}

function sceneListener({ name, manager }: Scene, index: number): Json {
  const filters = asList(manager.http_filters);
  const config = {
    '@type': typeUrl('extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
    stat_prefix: 'http',
    ...manager,
    http_filters: [...filters, httpFilter('envoy.filters.http.router', 'router.v3.Router')],
  };
  return {
    ...{ name, address: socket(addressOf(index), 8080), bind_to_port: false },
    filter_chains: [
      { filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: config }] },
    ],
  };
}

/** A route configuration with one virtual host, which is responsible for all. */
export function routesFor(routes: Json, more: Readonly<Record<string, Json>> = {}): JsonObject {
  return {
    name: 'scene',
    validate_clusters: false,
    virtual_hosts: [{ name: 'all', domains: ['*'], routes, ...more }],
  };
}

/** A route by prefix: `to('/', 'a')`. */
export function to(prefix: string, cluster: string, more: Readonly<Record<string, Json>> = {}): Json {
  const { match = {}, ...rest } = more;
  return { match: { prefix, ...(match as JsonObject) }, route: { cluster }, ...rest };
}
