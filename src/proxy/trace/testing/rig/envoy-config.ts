import type { Json, JsonObject } from '../../../../resources/index.ts';

const type = (name: string): string => `type.googleapis.com/envoy.${name}`;
const address = (host: string, port: number): Json => ({
  socket_address: { address: host, port_value: port },
});

/**
 * The bootstrap of an Envoy in which every way that a trace can end is open. It takes connections at the port `entry`
 * of 127.0.0.1, each with a PROXY header that says where it was sent to; `echoes` are the ports of the echo servers
 * there, by the name of their cluster.
 */
export function envoyBootstrap(entry: number, echoes: Readonly<Record<string, number>>): JsonObject {
  return {
    static_resources: {
      listeners: [entryListener(entry), httpListener(), tcpListener(), accessListener()],
      clusters: [
        ...Object.entries(echoes).map(([name, port]) => echoCluster(name, port)),
        {
          name: 'PassthroughCluster',
          type: 'ORIGINAL_DST',
          lb_policy: 'CLUSTER_PROVIDED',
          connect_timeout: '2s',
        },
        { name: 'BlackHoleCluster', type: 'STATIC', connect_timeout: '2s' },
        { name: 'empty', type: 'STATIC', connect_timeout: '2s' },
      ],
    },
  };
}

function echoCluster(name: string, port: number): Json {
  return {
    ...{ name, type: 'STATIC', connect_timeout: '2s' },
    load_assignment: {
      cluster_name: name,
      endpoints: [{ lb_endpoints: [{ endpoint: { address: address('127.0.0.1', port) } }] }],
    },
  };
}

/** Stands for virtualOutbound: hands connections to the listener of the address in their PROXY header. */
function entryListener(port: number): Json {
  return {
    ...{ name: 'virtualOutbound', address: address('127.0.0.1', port), use_original_dst: true },
    listener_filters: [
      filter(
        'envoy.filters.listener.proxy_protocol',
        'extensions.filters.listener.proxy_protocol.v3.ProxyProtocol',
      ),
    ],
    filter_chains: [
      { filter_chain_match: { destination_port: port }, filters: [tcpProxy('BlackHoleCluster')] },
      { filters: [tcpProxy('PassthroughCluster')] },
    ],
  };
}

const unbound = (name: string, host: string, port: number) => ({
  ...{ name, address: address(host, port), bind_to_port: false },
  listener_filters_timeout: '1s',
});

const inspectors: Json = [
  filter('envoy.filters.listener.tls_inspector', 'extensions.filters.listener.tls_inspector.v3.TlsInspector'),
  filter(
    'envoy.filters.listener.http_inspector',
    'extensions.filters.listener.http_inspector.v3.HttpInspector',
  ),
];

function filter(name: string, message: string, config: Readonly<Record<string, Json>> = {}): Json {
  return { name, typed_config: { '@type': type(message), ...config } };
}

function tcpProxy(cluster: string): Json {
  return filter('envoy.filters.network.tcp_proxy', 'extensions.filters.network.tcp_proxy.v3.TcpProxy', {
    ...{ stat_prefix: 'tcp', cluster },
  });
}

function manager(
  routes: Json,
  more: Readonly<Record<string, Json>> = {},
  filters: readonly Json[] = [],
): Json {
  const name = 'envoy.filters.network.http_connection_manager';
  return filter(name, 'extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
    ...{ stat_prefix: 'http', route_config: routes, normalize_path: true, ...more },
    http_filters: [
      ...filters,
      filter('envoy.filters.http.router', 'extensions.filters.http.router.v3.Router'),
    ],
  });
}

/** At port 8080 of every address: HTTP by routes, all else to the cluster `raw`. */
function httpListener(): Json {
  return {
    ...unbound('0.0.0.0_8080', '0.0.0.0', 8080),
    listener_filters: inspectors,
    filter_chains: [
      {
        filter_chain_match: { transport_protocol: 'raw_buffer', application_protocols: ['http/1.1', 'h2c'] },
        filters: [manager(routes)],
      },
    ],
    default_filter_chain: { filters: [tcpProxy('raw')] },
  };
}

const to = (cluster: string): Json => ({ cluster });
const exact = (name: string, value: string): Json => ({ name, string_match: { exact: value } });

const shopRoutes: Json = [
  { name: 'exact', match: { path: '/exact' }, route: to('a') },
  { name: 'folded', match: { path: '/Folded', case_sensitive: false }, route: to('b') },
  { name: 'regex', match: { safe_regex: { regex: '/v[0-9]+/items' } }, route: to('c') },
  { name: 'below', match: { path_separated_prefix: '/below' }, route: to('b') },
  { name: 'user', match: { prefix: '/user', headers: [exact('x-user', 'anna')] }, route: to('a') },
  {
    name: 'group',
    match: {
      prefix: '/user',
      headers: [{ name: 'x-group', string_match: { safe_regex: { regex: 'g[0-9]' } } }],
    },
    route: to('b'),
  },
  {
    name: 'not-bob',
    match: {
      prefix: '/user',
      headers: [{ ...{ name: 'x-user', invert_match: true }, string_match: { exact: 'bob' } }],
    },
    route: to('c'),
  },
  {
    name: 'age',
    match: { prefix: '/user', headers: [{ name: 'x-age', range_match: { start: 18, end: 65 } }] },
    route: to('c'),
  },
  {
    name: 'empty',
    match: { prefix: '/user', headers: [{ name: 'x-flag', present_match: false }] },
    route: to('a'),
  },
  { name: 'method', match: { prefix: '/method', headers: [exact(':method', 'PUT')] }, route: to('a') },
  { name: 'query', match: { prefix: '/query', query_parameters: [exact('q', '1')] }, route: to('b') },
  {
    name: 'query-there',
    match: { prefix: '/query', query_parameters: [{ name: 'p', present_match: true }] },
    route: to('c'),
  },
  {
    name: 'weighted',
    match: { prefix: '/weighted' },
    route: {
      weighted_clusters: { clusters: ['a', 'b', 'c'].map((name, index) => ({ name, weight: index * 50 })) },
    },
  },
  { name: 'by-header', match: { prefix: '/by-header' }, route: { cluster_header: 'x-cluster' } },
  {
    name: 'moved',
    match: { prefix: '/moved' },
    redirect: { prefix_rewrite: '/new', response_code: 'FOUND' },
  },
  { name: 'secure', match: { prefix: '/secure' }, redirect: { https_redirect: true } },
  {
    name: 'elsewhere',
    match: { path: '/elsewhere' },
    redirect: { host_redirect: 'b.example', path_redirect: '/x', strip_query: true },
  },
  {
    name: 'port',
    match: { path: '/port' },
    redirect: { port_redirect: 8443, scheme_redirect: 'https', response_code: 'PERMANENT_REDIRECT' },
  },
  { name: 'answer', match: { prefix: '/answer' }, direct_response: { status: 418 } },
  { name: 'nothing-there', match: { prefix: '/empty' }, route: to('empty') },
  { name: 'no-such-cluster', match: { prefix: '/gone' }, route: to('gone') },
];

const host = (name: string, domains: readonly string[], list: Json): Json => ({
  name,
  domains: [...domains],
  routes: list,
});
const all = (cluster: string): Json => [{ match: { prefix: '/' }, route: to(cluster) }];

const routes: Json = {
  name: 'shop',
  validate_clusters: false,
  ignore_port_in_host_matching: true,
  virtual_hosts: [
    host('shop', ['shop.example', 'shop'], shopRoutes),
    host('suffix', ['*.shop.example'], all('a')),
    host('longer-suffix', ['*.eu.shop.example'], all('b')),
    host('prefix', ['shop.*'], all('c')),
    { ...(host('secured', ['secured.example'], all('a')) as object), require_tls: 'ALL' },
  ],
};

/** At 10.0.0.5:443: by server name, address and protocol. */
function tcpListener(): Json {
  const chain = (match: Json, cluster: string): Json => ({
    filter_chain_match: match,
    filters: [tcpProxy(cluster)],
  });
  return {
    ...unbound('0.0.0.0_443', '0.0.0.0', 443),
    listener_filters: inspectors,
    filter_chains: [
      chain({ server_names: ['a.example'] }, 'a'),
      chain({ server_names: ['*.example'] }, 'b'),
      chain({ server_names: ['*.b.example'], application_protocols: ['h2'] }, 'c'),
      chain({ prefix_ranges: [{ address_prefix: '10.7.0.0', prefix_len: 16 }] }, 'c'),
      chain(
        {
          source_prefix_ranges: [{ address_prefix: '10.66.0.0', prefix_len: 16 }],
          transport_protocol: 'tls',
        },
        'c',
      ),
    ],
    default_filter_chain: { filters: [tcpProxy('raw')] },
  };
}

const anyone: Json = [{ any: true }];
const path = (matcher: Json): Json => ({ url_path: { path: matcher } });
const network = (address_prefix: string, prefix_len: number): Json => ({
  source_ip: { address_prefix, prefix_len },
});

const denials: Json = {
  action: 'DENY',
  policies: {
    'ns[shop]-policy[no-admin]-rule[0]': { permissions: [path({ prefix: '/admin' })], principals: anyone },
    'ns[shop]-policy[no-guests]-rule[1]': {
      permissions: [
        {
          and_rules: {
            rules: [
              path({ safe_regex: { regex: '/items/[0-9]+' } }),
              { not_rule: { header: exact(':method', 'GET') } },
            ],
          },
        },
      ],
      principals: [{ not_id: network('10.1.0.0', 16) }],
    },
  },
};

const allowances: Json = {
  action: 'ALLOW',
  policies: {
    'ns[shop]-policy[readers]-rule[0]': {
      permissions: [{ or_rules: { rules: [path({ prefix: '/items' }), path({ suffix: '.html' })] } }],
      principals: [
        { or_ids: { ids: [network('10.0.0.0', 8), { header: { name: 'x-token', present_match: true } }] } },
      ],
    },
    'ns[shop]-policy[port]-rule[0]': {
      permissions: [
        {
          and_rules: {
            rules: [
              { destination_port: 9090 },
              { destination_ip: { address_prefix: '10.2.0.0', prefix_len: 16 } },
            ],
          },
        },
      ],
      principals: [{ authenticated: {} }],
    },
  },
};

/** At port 9090: HTTP with access control. */
function accessListener(): Json {
  const rbac = (rules: Json): Json =>
    filter('envoy.filters.http.rbac', 'extensions.filters.http.rbac.v3.RBAC', { rules });
  return {
    ...unbound('0.0.0.0_9090', '0.0.0.0', 9090),
    filter_chains: [
      {
        filters: [
          manager({ name: 'guarded', virtual_hosts: [host('all', ['*'], all('a'))] }, {}, [
            rbac(denials),
            rbac(allowances),
          ]),
        ],
      },
    ],
  };
}
