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
  '',
  {
    name: string(),
    value: string(),
  },
  { required: ['name'] },
);

export const LoadBalancerSettingsConsistentHashLBHTTPCookie = message(
  '',
  {
    name: string(),
    path: string(),
    ttl: duration(),
    attributes: list(LoadBalancerSettingsConsistentHashLBHTTPCookieAttribute, ''),
  },
  { required: ['name'] },
);

export const LoadBalancerSettingsConsistentHashLBRingHash = message('', {
  minimumRingSize: uint64(),
});

export const LoadBalancerSettingsConsistentHashLBMagLev = message('', {
  tableSize: uint64(),
});

export const LoadBalancerSettingsConsistentHashLB = message(
  '',
  {
    httpHeaderName: string(),
    httpCookie: as(LoadBalancerSettingsConsistentHashLBHTTPCookie, ''),
    useSourceIp: bool(),
    httpQueryParameterName: string(),
    ringHash: as(LoadBalancerSettingsConsistentHashLBRingHash, ''),
    maglev: as(LoadBalancerSettingsConsistentHashLBMagLev, ''),
    minimumRingSize: uint64('', { deprecated: '' }),
  },
  {
    allOf: [
      { oneOf: atMostOneOf('httpHeaderName', 'httpCookie', 'useSourceIp', 'httpQueryParameterName') },
      { oneOf: atMostOneOf('ringHash', 'maglev') },
    ],
  },
);

export const LocalityLoadBalancerSettingDistribute = message('', {
  from: string(),
  to: map(uint32(), ''),
});

export const LocalityLoadBalancerSettingFailover = message('', {
  from: string(),
  to: string(),
});

export const LocalityLoadBalancerSetting = message('', {
  distribute: list(LocalityLoadBalancerSettingDistribute, ''),
  failover: list(LocalityLoadBalancerSettingFailover, ''),
  failoverPriority: list(string(), ''),
  enabled: bool('', { nullable: true }),
});

export const ZoneAwareLoadBalancerSettingFailover = message('', {
  from: string(),
  to: string(),
});

export const ZoneAwareLoadBalancerSetting = message('', {
  enabled: bool('', { nullable: true }),
  failover: list(ZoneAwareLoadBalancerSettingFailover, ''),
  failoverPriority: list(string(), ''),
  minClusterSize: uint32('', { minimum: 1, nullable: true }),
});

export const WarmupConfiguration = message(
  '',
  {
    duration: duration('', { cel: [atLeast1ms] }),
    minimumPercent: double('', { maximum: 100, minimum: 0, nullable: true }),
    aggression: double('', { minimum: 0, nullable: true }),
  },
  { required: ['duration'] },
);

export const LoadBalancerSettings = message(
  '',
  {
    simple: oneOf(
      ['UNSPECIFIED', 'LEAST_CONN', 'RANDOM', 'PASSTHROUGH', 'ROUND_ROBIN', 'LEAST_REQUEST'],
      '',
      { deprecatedValues: { LEAST_CONN: '' } },
    ),
    consistentHash: as(LoadBalancerSettingsConsistentHashLB, ''),
    localityLbSetting: as(LocalityLoadBalancerSetting, ''),
    zoneAwareLbSetting: as(ZoneAwareLoadBalancerSetting, ''),
    warmupDurationSecs: duration('', { cel: [atLeast1ms] }),
    warmup: as(WarmupConfiguration, ''),
  },
  { oneOf: atMostOneOf('simple', 'consistentHash') },
);

export const ConnectionPoolSettingsTCPSettingsTcpKeepalive = message('', {
  probes: uint32(),
  time: duration('', { cel: [atLeast1ms] }),
  interval: duration('', { cel: [atLeast1ms] }),
});

export const ConnectionPoolSettingsTCPSettings = message('', {
  maxConnections: int32(),
  connectTimeout: duration('', { cel: [atLeast1ms] }),
  tcpKeepalive: as(ConnectionPoolSettingsTCPSettingsTcpKeepalive, ''),
  maxConnectionDuration: duration('', { cel: [atLeast1ms] }),
  idleTimeout: duration(),
});

export const ConnectionPoolSettingsHTTPSettingsConnectionKeepalive = message('', {
  interval: duration('', { cel: [atLeast1ms] }),
  timeout: duration('', { cel: [atLeast1ms] }),
});

export const ConnectionPoolSettingsHTTPSettings = message('', {
  http1MaxPendingRequests: int32(),
  http2MaxRequests: int32(),
  maxRequestsPerConnection: int32(),
  maxRetries: int32(),
  idleTimeout: duration('', { cel: [atLeast1ms] }),
  h2UpgradePolicy: oneOf(['DEFAULT', 'DO_NOT_UPGRADE', 'UPGRADE']),
  useClientProtocol: bool(),
  maxConcurrentStreams: int32(),
  http2KeepAlive: as(ConnectionPoolSettingsHTTPSettingsConnectionKeepalive, ''),
});

export const ConnectionPoolSettings = message('', {
  tcp: as(ConnectionPoolSettingsTCPSettings, ''),
  http: as(ConnectionPoolSettingsHTTPSettings, ''),
});

export const OutlierDetection = message('', {
  consecutiveErrors: int32('', { deprecated: '' }),
  splitExternalLocalOriginErrors: bool(),
  consecutiveLocalOriginFailures: uint32('', { nullable: true }),
  consecutiveGatewayErrors: uint32('', { nullable: true }),
  consecutive5xxErrors: uint32('', { nullable: true, protoName: 'consecutive_5xx_errors' }),
  interval: duration('', { cel: [atLeast1ms] }),
  baseEjectionTime: duration('', { cel: [atLeast1ms] }),
  maxEjectionPercent: int32(),
  minHealthPercent: int32(),
  outlierDetectionHttpErrorCodes: list(uint32('', { maximum: 599, minimum: 100 }), ''),
});

export const ClientTLSSettings = message('', {
  mode: oneOf(['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL']),
  clientCertificate: string(),
  privateKey: string(),
  caCertificates: string(),
  credentialName: string(),
  subjectAltNames: list(string(), ''),
  sni: string(),
  insecureSkipVerify: bool('', { nullable: true }),
  caCrl: string(),
});

export const TrafficPolicyPortTrafficPolicy = message('', {
  port: as(PortSelector, ''),
  loadBalancer: as(LoadBalancerSettings, ''),
  connectionPool: as(ConnectionPoolSettings, ''),
  outlierDetection: as(OutlierDetection, ''),
  tls: as(ClientTLSSettings, ''),
});

export const TrafficPolicyTunnelSettings = message(
  '',
  {
    protocol: string(),
    targetHost: string(),
    targetPort: uint32(),
  },
  { required: ['targetHost', 'targetPort'] },
);

export const TrafficPolicyProxyProtocol = message('', {
  version: oneOf(['V1', 'V2']),
});

export const TrafficPolicyRetryBudget = message('', {
  percent: double('', { maximum: 100, minimum: 0, nullable: true }),
  minRetryConcurrency: uint32(),
  budgetInterval: duration(),
});

export const TrafficPolicy = message('', {
  loadBalancer: as(LoadBalancerSettings, ''),
  connectionPool: as(ConnectionPoolSettings, ''),
  outlierDetection: as(OutlierDetection, ''),
  tls: as(ClientTLSSettings, ''),
  portLevelSettings: list(TrafficPolicyPortTrafficPolicy, '', { maxItems: 4096 }),
  tunnel: as(TrafficPolicyTunnelSettings, ''),
  proxyProtocol: as(TrafficPolicyProxyProtocol, ''),
  retryBudget: as(TrafficPolicyRetryBudget, ''),
});
