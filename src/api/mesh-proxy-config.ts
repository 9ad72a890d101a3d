import {
  as,
  bool,
  double,
  duration,
  int32,
  int64,
  list,
  map,
  message,
  oneOf,
  string,
  uint32,
} from './schema/fields.ts';
import { ProxyImage } from './proxy-config.ts';
import { ClientTLSSettings, ConnectionPoolSettingsTCPSettingsTcpKeepalive } from './traffic-policy.ts';
import { ReadinessProbe } from './workload-group.ts';

export const TracingZipkin = message('', {
  address: string(),
});

export const TracingLightstep = message('', {
  address: string(),
  accessToken: string(),
});

export const TracingDatadog = message('', {
  address: string(),
});

export const TracingStackdriver = message('', {
  debug: bool(),
  maxNumberOfAttributes: int64(),
  maxNumberOfAnnotations: int64(),
  maxNumberOfMessageEvents: int64(),
});

export const TracingOpenCensusAgent = message('', {
  address: string(),
  context: list(oneOf(['UNSPECIFIED', 'W3C_TRACE_CONTEXT', 'GRPC_BIN', 'CLOUD_TRACE_CONTEXT', 'B3']), ''),
});

export const TracingLiteral = message('', {
  value: string(),
});

export const TracingEnvironment = message('', {
  name: string(),
  defaultValue: string(),
});

export const TracingRequestHeader = message('', {
  name: string(),
  defaultValue: string(),
});

export const TracingCustomTag = message('', {
  literal: as(TracingLiteral, ''),
  environment: as(TracingEnvironment, ''),
  header: as(TracingRequestHeader, ''),
});

export const Tracing = message('', {
  zipkin: as(TracingZipkin, ''),
  lightstep: as(TracingLightstep, ''),
  datadog: as(TracingDatadog, ''),
  stackdriver: as(TracingStackdriver, ''),
  openCensusAgent: as(TracingOpenCensusAgent, ''),
  customTags: map(TracingCustomTag, ''),
  maxPathTagLength: uint32(),
  sampling: double(),
  tlsSettings: as(ClientTLSSettings, ''),
  enableIstioTags: bool(),
});

export const SDS = message('', {
  enabled: bool(),
  k8sSaJwtPath: string(),
});

export const RemoteService = message('', {
  address: string(),
  tlsSettings: as(ClientTLSSettings, ''),
  tcpKeepalive: as(ConnectionPoolSettingsTCPSettingsTcpKeepalive, ''),
});

export const TopologyProxyProtocolConfiguration = message('', {});

export const Topology = message('', {
  numTrustedProxies: uint32(),
  forwardClientCertDetails: oneOf([
    'UNDEFINED',
    'SANITIZE',
    'FORWARD_ONLY',
    'APPEND_FORWARD',
    'SANITIZE_SET',
    'ALWAYS_FORWARD_ONLY',
  ]),
  proxyProtocol: as(TopologyProxyProtocolConfiguration, ''),
});

export const ProxyConfigProxyStatsMatcher = message('', {
  inclusionPrefixes: list(string(), ''),
  inclusionSuffixes: list(string(), ''),
  inclusionRegexps: list(string(), ''),
});

export const PrivateKeyProviderCryptoMb = message('', {
  pollDelay: duration(),
  fallback: bool(),
});

export const PrivateKeyProviderQAT = message('', {
  pollDelay: duration(),
  fallback: bool(),
});

export const PrivateKeyProvider = message('', {
  cryptomb: as(PrivateKeyProviderCryptoMb, ''),
  qat: as(PrivateKeyProviderQAT, ''),
});

export const ProxyConfigProxyHeadersSetCurrentClientCertDetails = message('', {
  subject: bool(),
  cert: bool(),
  chain: bool(),
  dns: bool(),
  uri: bool(),
});

export const ProxyConfigProxyHeadersRequestId = message('', {
  disabled: bool(),
});

export const ProxyConfigProxyHeadersServer = message('', {
  disabled: bool(),
  value: string(),
});

export const ProxyConfigProxyHeadersAttemptCount = message('', {
  disabled: bool(),
});

export const ProxyConfigProxyHeadersEnvoyDebugHeaders = message('', {
  disabled: bool(),
});

export const ProxyConfigProxyHeadersMetadataExchangeHeaders = message('', {
  mode: oneOf(['UNDEFINED', 'IN_MESH']),
});

export const ProxyConfigProxyHeadersXForwardedHost = message('', {
  enabled: bool(),
});

export const ProxyConfigProxyHeadersXForwardedPort = message('', {
  enabled: bool(),
});

export const ProxyConfigProxyHeaders = message('', {
  forwardedClientCert: oneOf([
    'UNDEFINED',
    'SANITIZE',
    'FORWARD_ONLY',
    'APPEND_FORWARD',
    'SANITIZE_SET',
    'ALWAYS_FORWARD_ONLY',
  ]),
  setCurrentClientCertDetails: as(ProxyConfigProxyHeadersSetCurrentClientCertDetails, ''),
  requestId: as(ProxyConfigProxyHeadersRequestId, ''),
  server: as(ProxyConfigProxyHeadersServer, ''),
  attemptCount: as(ProxyConfigProxyHeadersAttemptCount, ''),
  envoyDebugHeaders: as(ProxyConfigProxyHeadersEnvoyDebugHeaders, ''),
  metadataExchangeHeaders: as(ProxyConfigProxyHeadersMetadataExchangeHeaders, ''),
  preserveHttp1HeaderCase: bool(),
  xForwardedHost: as(ProxyConfigProxyHeadersXForwardedHost, ''),
  xForwardedPort: as(ProxyConfigProxyHeadersXForwardedPort, ''),
});

export const ProxyConfigConnectionSettings = message('', {
  profile: oneOf(['SIDECAR', 'EDGE']),
  listenerPerConnectionBufferLimitBytes: int32(),
  clusterPerConnectionBufferLimitBytes: int32(),
  httpIdleTimeout: duration(),
  httpMaxConnectionDuration: duration(),
  httpDrainTimeout: duration(),
  httpRequestTimeout: duration(),
  httpRequestHeadersTimeout: duration(),
  httpStreamIdleTimeout: duration(),
  httpMaxStreamDuration: duration(),
  httpMaxConcurrentStreams: int32(),
  http2InitialStreamWindowSize: int32(),
  http2InitialConnectionWindowSize: int32(),
  httpHeadersWithUnderscoresAction: oneOf([
    'HEADERS_WITH_UNDERSCORES_UNSPECIFIED',
    'HEADERS_WITH_UNDERSCORES_ALLOW',
    'HEADERS_WITH_UNDERSCORES_REJECT_REQUEST',
    'HEADERS_WITH_UNDERSCORES_DROP_HEADER',
  ]),
  httpMergeSlashes: bool(),
  httpPathWithEscapedSlashesAction: oneOf([
    'PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED',
    'KEEP_UNCHANGED',
    'REJECT_REQUEST',
    'UNESCAPE_AND_REDIRECT',
    'UNESCAPE_AND_FORWARD',
  ]),
  listenerConnectionLimit: int32(),
  globalDownstreamConnectionLimit: int32(),
});

export const MeshProxyConfig = message('', {
  configPath: string(),
  binaryPath: string(),
  serviceCluster: string(),
  tracingServiceName: oneOf([
    'APP_LABEL_AND_NAMESPACE',
    'CANONICAL_NAME_ONLY',
    'CANONICAL_NAME_AND_NAMESPACE',
  ]),
  drainDuration: duration(),
  discoveryAddress: string(),
  discoveryRefreshDelay: duration('', { deprecated: '' }),
  zipkinAddress: string('', { deprecated: '' }),
  statsdUdpAddress: string(),
  envoyMetricsServiceAddress: string('', { deprecated: '' }),
  proxyAdminPort: int32(),
  availabilityZone: string('', { deprecated: '' }),
  controlPlaneAuthPolicy: oneOf(['NONE', 'MUTUAL_TLS', 'INHERIT'], '', { numbers: { '1000': 'INHERIT' } }),
  customConfigFile: string(),
  statNameLength: int32(),
  concurrency: int32(),
  proxyBootstrapTemplatePath: string(),
  interceptionMode: oneOf(['REDIRECT', 'TPROXY', 'NONE']),
  tracing: as(Tracing, ''),
  sds: as(SDS, '', { deprecated: '' }),
  envoyAccessLogService: as(RemoteService, ''),
  envoyMetricsService: as(RemoteService, ''),
  proxyMetadata: map(string(), ''),
  runtimeValues: map(string(), ''),
  statusPort: int32(),
  extraStatTags: list(string(), ''),
  gatewayTopology: as(Topology, ''),
  terminationDrainDuration: duration(),
  meshId: string(),
  readinessProbe: as(ReadinessProbe, ''),
  proxyStatsMatcher: as(ProxyConfigProxyStatsMatcher, ''),
  holdApplicationUntilProxyStarts: bool(),
  caCertificatesPem: list(string(), ''),
  image: as(ProxyImage, ''),
  privateKeyProvider: as(PrivateKeyProvider, ''),
  proxyHeaders: as(ProxyConfigProxyHeaders, ''),
  fileFlushInterval: duration(),
  fileFlushMinSizeKb: uint32(),
  statsCompression: bool(),
  connectionSettings: as(ProxyConfigConnectionSettings, ''),
});
