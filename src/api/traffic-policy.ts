import {
  as,
  atMostOneOf,
  bool,
  double,
  duration,
  int32,
  list,
  map,
  message,
  oneOf,
  string,
  uint32,
  uint64,
} from './schema/fields.ts';
import { atLeast1ms } from './cel-rules.ts';
import { PortSelector } from './ports.ts';

export const LoadBalancerSettingsConsistentHashLBHTTPCookieAttribute = message(
  'An extra attribute of the affinity cookie.',
  {
    name: string('Attribute of the cookie to set, such as `SameSite` or `Secure`. Required.'),
    value: string('Content of the cookie attribute; empty for flags like `HttpOnly`.'),
  },
  { required: ['name'] },
);

export const LoadBalancerSettingsConsistentHashLBHTTPCookie = message(
  'The cookie used for session affinity.',
  {
    name: string('Cookie to hash, by its name. Required.'),
    path: string('Path attribute given to a generated cookie.'),
    ttl: duration(
      'Lifetime of the cookie the proxy generates when it is missing; `0s` makes a session cookie.',
    ),
    attributes: list(
      LoadBalancerSettingsConsistentHashLBHTTPCookieAttribute,
      'Further attributes of a generated cookie, such as `SameSite`; names must be unique.',
    ),
  },
  { required: ['name'] },
);

export const LoadBalancerSettingsConsistentHashLBRingHash = message('Tuning of the ring hash.', {
  minimumRingSize: uint64(
    'Least number of virtual nodes on the ring; larger rings spread load more evenly. Default: 1024.',
  ),
});

export const LoadBalancerSettingsConsistentHashLBMagLev = message('Tuning of the Maglev hash.', {
  tableSize: uint64(
    'Entries of the Maglev lookup table; a prime below 5000011, larger means fairer but slower to build. Default: 65537.',
  ),
});

export const LoadBalancerSettingsConsistentHashLB = message(
  'Session affinity by hashing a property of the request; affinity is lost for part of the clients when endpoints change.',
  {
    httpHeaderName: string('Request header whose value decides the endpoint.'),
    httpCookie: as(
      LoadBalancerSettingsConsistentHashLBHTTPCookie,
      'Cookie whose value decides the endpoint; the proxy can create it.',
    ),
    useSourceIp: bool("Hashes the client's IP address; works for TCP and HTTP."),
    httpQueryParameterName: string('Query parameter whose value decides the endpoint.'),
    ringHash: as(
      LoadBalancerSettingsConsistentHashLBRingHash,
      'Uses the ring hash algorithm, the default, and sets its ring size. Excludes `maglev`.',
    ),
    maglev: as(
      LoadBalancerSettingsConsistentHashLBMagLev,
      'Uses the Maglev algorithm, faster at equal table sizes. Excludes `ringHash`.',
    ),
    minimumRingSize: uint64(
      'Least number of entries in the hash ring. Deprecated: use `ringHash.minimumRingSize`.',
      {
        deprecated: 'use `ringHash.minimumRingSize`',
        successor: { field: 'ringHash', wrap: 'minimumRingSize', excludes: ['maglev'] },
      },
    ),
  },
  {
    allOf: [
      { oneOf: atMostOneOf('httpHeaderName', 'httpCookie', 'useSourceIp', 'httpQueryParameterName') },
      { oneOf: atMostOneOf('ringHash', 'maglev') },
    ],
  },
);

export const LocalityLoadBalancerSettingDistribute = message('Traffic shares for callers of one locality.', {
  from: string('Locality of the callers, `region/zone/subzone`; a trailing `*` covers everything below.'),
  to: map(uint32(), 'Target localities with their percentages, each 1 to 100 and together 100.'),
});

export const LocalityLoadBalancerSettingFailover = message('A pair of regions for failover.', {
  from: string('Region of the callers; without zone and wildcards.'),
  to: string(
    "Region that takes over when the callers' own has too few healthy endpoints; must differ from `from`.",
  ),
});

export const LocalityLoadBalancerSetting = message(
  'Load balancing by region, zone and subzone; failover needs outlier detection to notice unhealthy endpoints.',
  {
    distribute: list(
      LocalityLoadBalancerSettingDistribute,
      'Fixed traffic shares per caller locality. Excludes `failover` and `failoverPriority`.',
    ),
    failover: list(
      LocalityLoadBalancerSettingFailover,
      "Which region takes over when the own region's endpoints become unhealthy. Excludes `distribute`.",
    ),
    failoverPriority: list(
      string(),
      "Ordered labels; endpoints sharing more leading labels with the caller come first. May also give a label's value as `key=value`.",
    ),
    enabled: bool(
      'Turns locality load balancing on or off for this host. Default: the mesh-wide setting, which is on.',
      { nullable: true },
    ),
  },
);

export const ZoneAwareLoadBalancerSettingFailover = message(
  'A pair of regions for failover with zone-aware routing.',
  {
    from: string('Region whose callers fail over, without zone or wildcard.'),
    to: string('Region that takes over in zone-aware routing; must differ from `from`.'),
  },
);

export const ZoneAwareLoadBalancerSetting = message(
  "Envoy's zone-aware routing for a host, with optional failover between regions.",
  {
    enabled: bool('Turns zone-aware routing on or off for this host. Default: the mesh-wide setting.', {
      nullable: true,
    }),
    failover: list(
      ZoneAwareLoadBalancerSettingFailover,
      "Region pairs that say where traffic goes when the own region's endpoints are unhealthy.",
    ),
    failoverPriority: list(
      string(),
      'Ordered labels for ranking endpoints by likeness to the caller; region, zone and subzone labels are not allowed.',
    ),
    minClusterSize: uint32(
      'Fewest endpoints a service needs for zone-aware routing; with fewer, zones are ignored. Default: 6.',
      { minimum: 1, nullable: true },
    ),
  },
);

export const WarmupConfiguration = message(
  'Slow start of new endpoints in load balancing.',
  {
    duration: duration(
      "Time over which a new endpoint's share grows to its full size; at least 1ms. Required.",
      { cel: [atLeast1ms] },
    ),
    minimumPercent: double('Share of its normal traffic a new endpoint starts with, 0 to 100. Default: 10.', {
      maximum: 100,
      minimum: 0,
      nullable: true,
    }),
    aggression: double(
      'Shape of the growth: 1 is linear, higher values rise faster at first; above 0. Default: 1.',
      { minimum: 0, nullable: true },
    ),
  },
  { required: ['duration'] },
);

export const LoadBalancerSettings = message(
  "How requests are spread over a service's endpoints.",
  {
    simple: oneOf(
      ['UNSPECIFIED', 'LEAST_CONN', 'RANDOM', 'PASSTHROUGH', 'ROUND_ROBIN', 'LEAST_REQUEST'],
      'Algorithm without tuning: least requests, round robin, random, or `PASSTHROUGH` to the original address. Excludes `consistentHash`. Default: LEAST_REQUEST.',
      { deprecatedValues: { LEAST_CONN: 'use `LEAST_REQUEST`' } },
    ),
    consistentHash: as(
      LoadBalancerSettingsConsistentHashLB,
      'Sticky routing by hashing a header, cookie, query parameter or the source IP. Excludes `simple`.',
    ),
    localityLbSetting: as(
      LocalityLoadBalancerSetting,
      'Prefers or weights endpoints by region and zone, replacing the mesh-wide settings. Excludes `zoneAwareLbSetting`.',
    ),
    zoneAwareLbSetting: as(
      ZoneAwareLoadBalancerSetting,
      "Envoy's zone-aware routing: keeps traffic in the zone as far as endpoints stay evenly loaded. Excludes `localityLbSetting`.",
    ),
    warmupDurationSecs: duration(
      "Time over which a new endpoint's traffic ramps up. Deprecated: use `warmup.duration`.",
      { cel: [atLeast1ms] },
    ),
    warmup: as(
      WarmupConfiguration,
      'Slow start: new endpoints get gradually more traffic; for round robin and least requests only.',
    ),
  },
  { oneOf: atMostOneOf('simple', 'consistentHash') },
);

export const ConnectionPoolSettingsTCPSettingsTcpKeepalive = message(
  'TCP keep-alive parameters of upstream sockets; unset values follow the operating system.',
  {
    probes: uint32(
      "How many unanswered keep-alive probes make a connection count as dead. Default: the system's, 9 on Linux.",
    ),
    time: duration("Idle time before the first TCP probe goes out. Default: the system's, 2h on Linux.", {
      cel: [atLeast1ms],
    }),
    interval: duration("Pause between two TCP keep-alive probes. Default: the system's, 75s on Linux.", {
      cel: [atLeast1ms],
    }),
  },
);

export const ConnectionPoolSettingsTCPSettings = message(
  'Connection-level pool limits, applied to TCP and HTTP traffic alike.',
  {
    maxConnections: int32(
      'How many HTTP/1.1 or TCP connections each proxy may open to the service. Default: 2^32-1, in practice unlimited.',
    ),
    connectTimeout: duration(
      'How long a TCP connection to an endpoint may take to be set up; at least 1ms. Default: 10s.',
      { cel: [atLeast1ms] },
    ),
    tcpKeepalive: as(
      ConnectionPoolSettingsTCPSettingsTcpKeepalive,
      'Turns on TCP keep-alive probes (`SO_KEEPALIVE`) for upstream sockets and tunes their timing.',
    ),
    maxConnectionDuration: duration(
      'Longest life of an upstream connection counted from when it was set up; then it is drained. Default: no limit.',
      { cel: [atLeast1ms] },
    ),
    idleTimeout: duration(
      'Closes a TCP connection without traffic in either direction for this long; `0s` switches this off. Default: 1h.',
    ),
  },
);

export const ConnectionPoolSettingsHTTPSettingsConnectionKeepalive = message(
  'Timing of the HTTP/2 PING frames that test upstream connections.',
  {
    interval: duration('Time between two PING frames on an upstream HTTP/2 connection; at least 1ms.', {
      cel: [atLeast1ms],
    }),
    timeout: duration(
      'How long to wait for the answer to an HTTP/2 PING before the connection is closed; at least 1ms.',
      { cel: [atLeast1ms] },
    ),
  },
);

export const ConnectionPoolSettingsHTTPSettings = message(
  'Request-level pool limits for HTTP traffic to a service.',
  {
    http1MaxPendingRequests: int32(
      'How many requests may queue while waiting for a free connection; more fail with 503. Default: 2^32-1, in practice unlimited.',
    ),
    http2MaxRequests: int32(
      'How many requests may be in flight to the service at once, for HTTP/1.1 as well as HTTP/2. Default: 2^32-1, in practice unlimited.',
    ),
    maxRequestsPerConnection: int32(
      'Closes an upstream connection after this many requests; 1 turns keep-alive off, 0 means no limit. Default: 0.',
    ),
    maxRetries: int32(
      'How many retries to all endpoints together may be outstanding at once. Default: 2^32-1, in practice unlimited.',
    ),
    idleTimeout: duration(
      'Closes an upstream HTTP connection that has had no active request for this long. Default: 1h.',
      { cel: [atLeast1ms] },
    ),
    h2UpgradePolicy: oneOf(
      ['DEFAULT', 'DO_NOT_UPGRADE', 'UPGRADE'],
      'Whether HTTP/1.1 requests are sent upstream as HTTP/2: always (`UPGRADE`), never, or as the mesh-wide setting says (`DEFAULT`).',
    ),
    useClientProtocol: bool(
      'Talks to the service in the same HTTP version the client used; cannot be combined with `UPGRADE`. Default: false.',
    ),
    maxConcurrentStreams: int32(
      'Most streams allowed in parallel on one HTTP/2 connection; further requests open another connection.',
    ),
    http2KeepAlive: as(
      ConnectionPoolSettingsHTTPSettingsConnectionKeepalive,
      'Sends HTTP/2 PING frames upstream to find dead connections; needs both an interval and a timeout. Default: no pings.',
    ),
  },
);

export const ConnectionPoolSettings = message(
  'Limits and timeouts for the connections a proxy keeps to a service; Envoy calls these circuit breakers.',
  {
    tcp: as(
      ConnectionPoolSettingsTCPSettings,
      'Limits shared by plain TCP and HTTP upstream connections, such as connection count and connect timeout.',
    ),
    http: as(
      ConnectionPoolSettingsHTTPSettings,
      'Limits that only concern HTTP/1.1, HTTP/2 and gRPC traffic, such as pending requests and retries.',
    ),
  },
);

export const OutlierDetection = message(
  'Passive health checks: endpoints that keep failing are taken out of load balancing for a while.',
  {
    consecutiveErrors: int32(
      'Errors in a row before ejection. Deprecated: use `consecutive5xxErrors` or `consecutiveGatewayErrors`.',
      { deprecated: 'use `consecutive5xxErrors` or `consecutiveGatewayErrors`' },
    ),
    splitExternalLocalOriginErrors: bool(
      'Counts errors seen by the proxy itself (connect failure, timeout) apart from errors the service returned. Default: false.',
    ),
    consecutiveLocalOriginFailures: uint32(
      'Connection-level failures in a row before ejection; needs `splitExternalLocalOriginErrors`. Default: 5.',
      { nullable: true },
    ),
    consecutiveGatewayErrors: uint32(
      'Answers 502, 503 or 504 in a row before ejection; 0 disables. Default: disabled.',
      { nullable: true },
    ),
    consecutive5xxErrors: uint32(
      'Answers with any 5xx status in a row before ejection; 0 disables. Default: 5.',
      { nullable: true, protoName: 'consecutive_5xx_errors' },
    ),
    interval: duration('Time between two sweeps that decide about ejections; at least 1ms. Default: 10s.', {
      cel: [atLeast1ms],
    }),
    baseEjectionTime: duration(
      'Shortest time an endpoint stays out; multiplied by how often it was ejected. Default: 30s.',
      { cel: [atLeast1ms] },
    ),
    maxEjectionPercent: int32(
      'Most endpoints that may be ejected at once, in percent; one is always allowed. Default: 10.',
    ),
    minHealthPercent: int32(
      'Below this percentage of healthy endpoints ejection is ignored and all get traffic. Default: 0.',
    ),
    outlierDetectionHttpErrorCodes: list(
      uint32('', { maximum: 599, minimum: 100 }),
      'Statuses (100 to 599) that count as errors instead of the 5xx ones; the thresholds above stay in force. Default: all 5xx.',
    ),
  },
);

export const ClientTLSSettings = message(
  "TLS settings a proxy uses for connections it opens to a service's endpoints.",
  {
    mode: oneOf(
      ['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'],
      "Whether upstream connections use plain text (`DISABLE`), one-way TLS, mutual TLS with your own certificates, or Istio's workload certificates (`ISTIO_MUTUAL`). Default: DISABLE.",
    ),
    clientCertificate: string(
      'File path, inside the proxy, of the PEM certificate presented to the server. Required for MUTUAL without `credentialName`; must be empty for ISTIO_MUTUAL.',
    ),
    privateKey: string(
      'File path, inside the proxy, of the PEM key belonging to the certificate. Not allowed together with `credentialName` or ISTIO_MUTUAL.',
    ),
    caCertificates: string(
      "File path of the PEM CA bundle that the peer's certificate is verified against. When unset, the proxy's system CAs are used.",
    ),
    credentialName: string(
      'Name of the Secret (or `configmap://` reference) with the client key, certificate and CA. Sidecars need a DestinationRule with a `workloadSelector`; excludes file paths.',
    ),
    subjectAltNames: list(
      string(),
      'Names of which the server certificate must carry at least one; for mesh services Istio fills in the identities by itself when empty.',
    ),
    sni: string(
      'Server name sent in the TLS handshake. By default derived from the host header or the destination.',
    ),
    insecureSkipVerify: bool(
      'Accepts any server certificate without checking CA or names; meant for testing only. Default: false.',
      { nullable: true },
    ),
    caCrl: string(
      'File path of a PEM revocation list consulted when verifying the server certificate. With `credentialName`, put the list into the Secret instead.',
    ),
  },
);

export const TrafficPolicyPortTrafficPolicy = message(
  'Settings for traffic to one port of the destination.',
  {
    port: as(PortSelector, 'Service port these settings are for. Required.'),
    loadBalancer: as(
      LoadBalancerSettings,
      'Load balancing for this port only; nothing is inherited from the settings above.',
    ),
    connectionPool: as(ConnectionPoolSettings, 'Connection and request limits for this port only.'),
    outlierDetection: as(OutlierDetection, 'Ejection of failing endpoints, judged for this port only.'),
    tls: as(ClientTLSSettings, 'TLS of upstream connections for this port only.'),
  },
);

export const TrafficPolicyTunnelSettings = message(
  'How TCP connections are tunnelled through an HTTP forward proxy.',
  {
    protocol: string('HTTP method that opens the tunnel, `CONNECT` or `POST`. Default: CONNECT.'),
    targetHost: string('Full host name or IP the forward proxy shall connect to. Required.'),
    targetPort: uint32('Port on the target host the forward proxy shall connect to. Required.'),
  },
  { required: ['targetHost', 'targetPort'] },
);

export const TrafficPolicyProxyProtocol = message('PROXY protocol header on upstream connections.', {
  version: oneOf(['V1', 'V2'], 'Format of the header: text (`V1`) or binary (`V2`). Default: V1.'),
});

export const TrafficPolicyRetryBudget = message(
  'A limit on retries that grows with the traffic, against retry storms.',
  {
    percent: double(
      'Concurrent retries allowed, in percent of active and pending requests; 0 to 100. Default: 20.',
      { maximum: 100, minimum: 0, nullable: true },
    ),
    minRetryConcurrency: uint32(
      'Concurrent retries that are always allowed, however little traffic there is. Default: 3.',
    ),
    budgetInterval: duration(
      'Time window whose requests are considered when the retry allowance is computed; at least 1ms.',
    ),
  },
);

export const TrafficPolicy = message(
  'Settings for traffic to a destination, over all its ports unless overridden.',
  {
    loadBalancer: as(
      LoadBalancerSettings,
      'Algorithm, session affinity, locality and warm-up for spreading traffic over endpoints.',
    ),
    connectionPool: as(
      ConnectionPoolSettings,
      'Limits for connections and requests to the destination, to protect it from overload.',
    ),
    outlierDetection: as(
      OutlierDetection,
      'Takes failing endpoints out of rotation; without it none are ejected.',
    ),
    tls: as(
      ClientTLSSettings,
      'TLS of connections to the destination. When unset, Istio uses mutual TLS by itself for mesh services.',
    ),
    portLevelSettings: list(
      TrafficPolicyPortTrafficPolicy,
      'Policies for single ports; they replace, not extend, the settings for all ports.',
      { maxItems: 4096 },
    ),
    tunnel: as(
      TrafficPolicyTunnelSettings,
      'Wraps TCP or TLS connections in HTTP CONNECT or POST through this host as proxy. Excludes `proxyProtocol`.',
    ),
    proxyProtocol: as(
      TrafficPolicyProxyProtocol,
      "Sends a PROXY protocol header with the client's address to the endpoints. Excludes `tunnel`.",
    ),
    retryBudget: as(
      TrafficPolicyRetryBudget,
      'Caps concurrent retries relative to active requests, in place of a fixed `maxRetries`.',
    ),
  },
);
