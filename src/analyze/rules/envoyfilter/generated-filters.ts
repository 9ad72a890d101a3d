/**
 * The filters that istiod 1.31 itself puts into listeners, as the dumps of its proxies show them; those of policies and
 * extensions besides, which are there when somebody asks for them.
 */
export const isGeneratedFilter = (name: string): boolean =>
  names.has(name) || name.startsWith('extensions.istio.io/');

/** Their names. */
export const generatedFilters: readonly string[] = [
  'connect_authority',
  'envoy.filters.http.composite',
  'envoy.filters.http.compressor',
  'envoy.filters.http.cors',
  'envoy.filters.http.ext_authz',
  'envoy.filters.http.ext_proc',
  'envoy.filters.http.fault',
  'envoy.filters.http.grpc_stats',
  'envoy.filters.http.grpc_web',
  'envoy.filters.http.jwt_authn',
  'envoy.filters.http.lua',
  'envoy.filters.http.rbac',
  'envoy.filters.http.router',
  'envoy.filters.http.set_filter_state',
  'envoy.filters.http.stateful_session',
  'envoy.filters.http.wasm',
  'envoy.filters.listener.http_inspector',
  'envoy.filters.listener.original_dst',
  'envoy.filters.listener.original_src',
  'envoy.filters.listener.proxy_protocol',
  'envoy.filters.listener.set_filter_state',
  'envoy.filters.listener.tls_inspector',
  'envoy.filters.network.ext_authz',
  'envoy.filters.network.http_connection_manager',
  'envoy.filters.network.metadata_exchange',
  'envoy.filters.network.mongo_proxy',
  'envoy.filters.network.mysql_proxy',
  'envoy.filters.network.rbac',
  'envoy.filters.network.redis_proxy',
  'envoy.filters.network.set_filter_state',
  'envoy.filters.network.sni_cluster',
  'envoy.filters.network.tcp_proxy',
  'envoy.filters.network.wasm',
  'istio.alpn',
  'istio.metadata_exchange',
  'istio.stats',
  'istio_authn',
  'peer_metadata',
  'waypoint_downstream_peer_metadata',
  'waypoint_upstream_peer_metadata',
];

const names: ReadonlySet<string> = new Set(generatedFilters);
