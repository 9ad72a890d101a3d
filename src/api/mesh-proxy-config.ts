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

export const TracingZipkin = message('Zipkin collector set in the bootstrap.', {
  address: string('Host and port of the Zipkin collector, such as `zipkin.istio-system:9411`.'),
});

export const TracingLightstep = message(
  'Lightstep settings in the bootstrap, no longer supported by Envoy.',
  {
    address: string('Host and port of the Lightstep satellite pool.'),
    accessToken: string('Token that authenticates the proxies at Lightstep.'),
  },
);

export const TracingDatadog = message('Datadog agent set in the bootstrap.', {
  address: string('Host and port of the Datadog agent; `$(HOST_IP):8126` reaches the one on the node.'),
});

export const TracingStackdriver = message('Google Cloud Trace settings in the bootstrap.', {
  debug: bool('Prints exporter traces to standard output. Default: false.'),
  maxNumberOfAttributes: int64('Most attributes kept per span. Default: 200.'),
  maxNumberOfAnnotations: int64('Most annotations kept per span. Default: 200.'),
  maxNumberOfMessageEvents: int64('Most message events kept per span. Default: 200.'),
});

export const TracingOpenCensusAgent = message(
  'OpenCensus agent settings in the bootstrap, no longer supported by Envoy.',
  {
    address: string('gRPC address of the OpenCensus agent, such as `dns:authority/host:port`.'),
    context: list(
      oneOf(['UNSPECIFIED', 'W3C_TRACE_CONTEXT', 'GRPC_BIN', 'CLOUD_TRACE_CONTEXT', 'B3']),
      'Header formats for reading and writing trace context, such as W3C or B3, tried in order. Default: W3C only.',
    ),
  },
);

export const TracingLiteral = message('Span tag source: a fixed text.', {
  value: string('Text used as the tag value; must not be empty.'),
});

export const TracingEnvironment = message('Span tag source: an environment variable.', {
  name: string('Environment variable of the proxy to read.'),
  defaultValue: string('Tag value where the source is missing. Unset leaves the tag out.'),
});

export const TracingRequestHeader = message('Span tag source: a request header.', {
  name: string('Request header to read.'),
  defaultValue: string('Tag value where the source is missing. Unset leaves the tag out.'),
});

export const TracingCustomTag = message('Where the value of a span tag comes from; exactly one source.', {
  literal: as(TracingLiteral, 'Same fixed value for every span.'),
  environment: as(TracingEnvironment, 'Value of an environment variable of the proxy.'),
  header: as(TracingRequestHeader, 'Value of a header of the traced request.'),
});

export const Tracing = message(
  'Tracing set in the proxy bootstrap; Telemetry with extension providers is the newer way.',
  {
    zipkin: as(TracingZipkin, 'Zipkin-compatible collector to send spans to; one tracer only.'),
    lightstep: as(
      TracingLightstep,
      'Lightstep as the tracer; Envoy no longer supports it, so use an OpenTelemetry provider.',
    ),
    datadog: as(TracingDatadog, 'Datadog agent as the tracer; one tracer only.'),
    stackdriver: as(TracingStackdriver, 'Google Cloud Trace as the tracer; one tracer only.'),
    openCensusAgent: as(
      TracingOpenCensusAgent,
      'OpenCensus agent as the tracer; Envoy no longer supports it, so use an OpenTelemetry provider.',
    ),
    customTags: map(
      TracingCustomTag,
      'Extra span tags: tag name mapped to a literal, an environment variable or a request header.',
    ),
    maxPathTagLength: uint32('Longest request path kept in the URL tag; longer ones are cut. Default: 256.'),
    sampling: double('Percentage of requests traced, 0 to 100. Default: 1.'),
    tlsSettings: as(ClientTLSSettings, 'TLS used towards the tracing backend. Unset means plain text.'),
    enableIstioTags: bool(
      "Adds Istio's own tags, such as mesh id and canonical service, to spans. Default: true.",
    ),
  },
);

export const SDS = message('Old switch for delivering certificates over SDS, which is now always on.', {
  enabled: bool('Formerly turned secret discovery on; it has no effect any more.'),
  k8sSaJwtPath: string(
    'Formerly the path of the service account token used for certificate requests; it has no effect any more.',
  ),
});

export const RemoteService = message('Connection to a gRPC service used by Envoy itself.', {
  address: string('Host and port of the gRPC service, such as `als.example.com:9000`.'),
  tlsSettings: as(ClientTLSSettings, 'TLS used towards the gRPC service. Unset means plain text.'),
  tcpKeepalive: as(
    ConnectionPoolSettingsTCPSettingsTcpKeepalive,
    'TCP keepalive probes on the connection to the service. Unset leaves them off.',
  ),
});

export const TopologyProxyProtocolConfiguration = message(
  'Marker that turns on the PROXY protocol; it has no settings.',
  {},
);

export const Topology = message(
  'What is in front of a gateway, so that client addresses and certificates are read correctly.',
  {
    numTrustedProxies: uint32(
      'Number of trusted proxies in front of the gateway, used to find the client in `X-Forwarded-For`. Default: 0.',
    ),
    forwardClientCertDetails: oneOf(
      ['UNDEFINED', 'SANITIZE', 'FORWARD_ONLY', 'APPEND_FORWARD', 'SANITIZE_SET', 'ALWAYS_FORWARD_ONLY'],
      'How the gateway treats `X-Forwarded-Client-Cert`: removed, passed on, extended or replaced. Default: SANITIZE_SET.',
    ),
    proxyProtocol: as(
      TopologyProxyProtocolConfiguration,
      "Expects the PROXY protocol on the gateway's listeners; presence turns it on.",
    ),
  },
);

export const ProxyConfigProxyStatsMatcher = message(
  'Extra Envoy statistics to create; a statistic is kept when any of the lists fits.',
  {
    inclusionPrefixes: list(string(), 'Beginnings of the statistic names to keep.'),
    inclusionSuffixes: list(string(), 'Endings of the statistic names to keep.'),
    inclusionRegexps: list(string(), 'Regular expressions, RE2 syntax, for the statistic names to keep.'),
  },
);

export const PrivateKeyProviderCryptoMb = message(
  'Options of the CryptoMB provider, which handles handshakes in batches.',
  {
    pollDelay: duration(
      'How long to wait for a batch to fill before working on it, such as `2ms`; required, above zero.',
    ),
    fallback: bool(
      'Uses ordinary processing when the CPU lacks the instructions, instead of refusing TLS connections. Default: false.',
    ),
  },
);

export const PrivateKeyProviderQAT = message('Options of the QuickAssist provider.', {
  pollDelay: duration(
    'Interval for asking the accelerator for results, such as `2ms`; required, above zero.',
  ),
  fallback: bool(
    'Uses ordinary processing when no accelerator is available, instead of refusing TLS connections. Default: false.',
  ),
});

export const PrivateKeyProvider = message(
  'Moves the TLS private-key work of the proxy to special CPU features or hardware; one kind only.',
  {
    cryptomb: as(
      PrivateKeyProviderCryptoMb,
      'Uses the vector instructions of recent Intel CPUs. Excludes `qat`.',
    ),
    qat: as(PrivateKeyProviderQAT, 'Uses an Intel QuickAssist accelerator. Excludes `cryptomb`.'),
  },
);

export const ProxyConfigProxyHeadersSetCurrentClientCertDetails = message(
  'Certificate details forwarded in `X-Forwarded-Client-Cert`; effective only in modes that write the header.',
  {
    subject: bool('Includes the subject of the client certificate. Default: true.'),
    cert: bool('Includes the whole client certificate, PEM in URL encoding. Default: false.'),
    chain: bool('Includes the full certificate chain, leaf first, PEM in URL encoding. Default: false.'),
    dns: bool('Includes the DNS names of the client certificate. Default: true.'),
    uri: bool('Includes the URI name, hence the SPIFFE identity. Default: true.'),
  },
);

export const ProxyConfigProxyHeadersRequestId = message('Switch for request id generation.', {
  disabled: bool('True stops the header or headers from being added. Default: false.'),
});

export const ProxyConfigProxyHeadersServer = message('Handling of the `server` response header.', {
  disabled: bool('True leaves the header as the application sent it. Default: false.'),
  value: string('Content written to the header. Default: `istio-envoy`.'),
});

export const ProxyConfigProxyHeadersAttemptCount = message('Switch for the attempt counter header.', {
  disabled: bool('True stops the header or headers from being added. Default: false.'),
});

export const ProxyConfigProxyHeadersEnvoyDebugHeaders = message(
  "Switch for Envoy's informative headers, such as the upstream service time.",
  {
    disabled: bool('True stops the header or headers from being added. Default: false.'),
  },
);

export const ProxyConfigProxyHeadersMetadataExchangeHeaders = message(
  'Handling of the peer metadata headers `X-Envoy-Peer-Metadata` and its id.',
  {
    mode: oneOf(
      ['UNDEFINED', 'IN_MESH'],
      'Whether peer metadata headers go with all calls (`UNDEFINED`) or only with calls to services inside the mesh (`IN_MESH`). Default: UNDEFINED.',
    ),
  },
);

export const ProxyConfigProxyHeadersXForwardedHost = message('Switch for the forwarded-host header.', {
  enabled: bool('True adds the header to requests. Default: false.'),
});

export const ProxyConfigProxyHeadersXForwardedPort = message('Switch for the forwarded-port header.', {
  enabled: bool('True adds the header to requests. Default: false.'),
});

export const ProxyConfigProxyHeaders = message('Switches for headers that proxies add on their own.', {
  forwardedClientCert: oneOf(
    ['UNDEFINED', 'SANITIZE', 'FORWARD_ONLY', 'APPEND_FORWARD', 'SANITIZE_SET', 'ALWAYS_FORWARD_ONLY'],
    'How `X-Forwarded-Client-Cert` is treated: removed, passed on, extended or replaced. Default: APPEND_FORWARD on sidecars.',
  ),
  setCurrentClientCertDetails: as(
    ProxyConfigProxyHeadersSetCurrentClientCertDetails,
    'Which details of the client certificate are put into `X-Forwarded-Client-Cert`.',
  ),
  requestId: as(ProxyConfigProxyHeadersRequestId, 'Whether the proxy creates `X-Request-Id`.'),
  server: as(
    ProxyConfigProxyHeadersServer,
    'Whether and with what content the `server` response header is set.',
  ),
  attemptCount: as(
    ProxyConfigProxyHeadersAttemptCount,
    'Whether `X-Envoy-Attempt-Count` is added to upstream requests.',
  ),
  envoyDebugHeaders: as(
    ProxyConfigProxyHeadersEnvoyDebugHeaders,
    'Whether informative `X-Envoy-*` headers are added to requests and responses.',
  ),
  metadataExchangeHeaders: as(
    ProxyConfigProxyHeadersMetadataExchangeHeaders,
    'When the headers carrying peer metadata for telemetry are exchanged.',
  ),
  preserveHttp1HeaderCase: bool(
    'Keeps upper and lower case of HTTP/1 header names instead of lowering them. Default: false.',
  ),
  xForwardedHost: as(
    ProxyConfigProxyHeadersXForwardedHost,
    'Whether `X-Forwarded-Host` is added with the original host.',
  ),
  xForwardedPort: as(
    ProxyConfigProxyHeadersXForwardedPort,
    'Whether `X-Forwarded-Port` is added with the port the client used.',
  ),
});

export const ProxyConfigConnectionSettings = message(
  'Downstream limits and hardening of a proxy; explicit values win over the chosen profile.',
  {
    profile: oneOf(
      ['SIDECAR', 'EDGE'],
      "Set of defaults to start from: none (`SIDECAR`) or Envoy's recommendations for exposed gateways (`EDGE`, only effective on gateways). Default: SIDECAR.",
    ),
    listenerPerConnectionBufferLimitBytes: int32(
      "Buffer limit in bytes per downstream connection. EDGE uses 32768; otherwise Envoy's default applies.",
    ),
    clusterPerConnectionBufferLimitBytes: int32(
      "Buffer limit in bytes per upstream connection. Unset leaves Envoy's default.",
    ),
    httpIdleTimeout: duration(
      'Closes client connections without active requests after this time. Default: 1h.',
    ),
    httpMaxConnectionDuration: duration(
      'Longest lifetime of a client connection, after which it is drained. Unset means unlimited.',
    ),
    httpDrainTimeout: duration(
      'Grace period between the announcement and the close of a draining connection. Default: 5s.',
    ),
    httpRequestTimeout: duration(
      'Longest time for receiving a complete request. Default: unlimited; EDGE uses 300s.',
    ),
    httpRequestHeadersTimeout: duration(
      'Longest time for receiving the request headers. Default: unlimited; EDGE uses 60s.',
    ),
    httpStreamIdleTimeout: duration(
      'Ends a request or response without any activity for this long. EDGE uses 300s.',
    ),
    httpMaxStreamDuration: duration(
      'Longest total lifetime of one request with its response. Unset means unlimited.',
    ),
    httpMaxConcurrentStreams: int32(
      'Number of HTTP/2 requests a client may have open on one connection. EDGE uses 100.',
    ),
    http2InitialStreamWindowSize: int32(
      'HTTP/2 flow control window per request in bytes, at least 65535. EDGE uses 65536.',
    ),
    http2InitialConnectionWindowSize: int32(
      'HTTP/2 flow control window per connection in bytes, at least 65535. EDGE uses 1048576.',
    ),
    httpHeadersWithUnderscoresAction: oneOf(
      [
        'HEADERS_WITH_UNDERSCORES_UNSPECIFIED',
        'HEADERS_WITH_UNDERSCORES_ALLOW',
        'HEADERS_WITH_UNDERSCORES_REJECT_REQUEST',
        'HEADERS_WITH_UNDERSCORES_DROP_HEADER',
      ],
      'What to do with header names containing underscores: keep them, refuse the request, or drop the header. Default: keep; EDGE refuses.',
    ),
    httpMergeSlashes: bool(
      'Collapses repeated slashes in paths before routing; overrides `pathNormalization`. EDGE uses true.',
    ),
    httpPathWithEscapedSlashesAction: oneOf(
      [
        'PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED',
        'KEEP_UNCHANGED',
        'REJECT_REQUEST',
        'UNESCAPE_AND_REDIRECT',
        'UNESCAPE_AND_FORWARD',
      ],
      'What to do with escaped slashes in paths: keep, refuse, or unescape and then redirect or forward. EDGE uses UNESCAPE_AND_REDIRECT.',
    ),
    listenerConnectionLimit: int32(
      'Most connections that one listener accepts at a time. Unset means unlimited.',
    ),
    globalDownstreamConnectionLimit: int32(
      'Most client connections the whole proxy accepts at a time; applied at startup, so changes need a restart.',
    ),
  },
);

export const MeshProxyConfig = message(
  'Settings of a single proxy: as the mesh default, per workload by annotation, or in the ConfigMap.',
  {
    configPath: string(
      'Directory the agent writes the generated bootstrap file to. Default: `./etc/istio/proxy`.',
    ),
    binaryPath: string('Envoy executable to start. Default: `/usr/local/bin/envoy`.'),
    serviceCluster: string(
      'Name under which the proxy reports itself to Envoy backends. Default: `istio-proxy`. Excludes `tracingServiceName`.',
    ),
    tracingServiceName: oneOf(
      ['APP_LABEL_AND_NAMESPACE', 'CANONICAL_NAME_ONLY', 'CANONICAL_NAME_AND_NAMESPACE'],
      'How the service name in traces is built: `app` label with namespace, or canonical name with or without namespace. Default: APP_LABEL_AND_NAMESPACE.',
    ),
    drainDuration: duration(
      'How long old connections may finish when a listener is replaced; whole seconds. Default: 45s.',
    ),
    discoveryAddress: string(
      'Host and port of the control plane for this proxy. Default: `istiod.istio-system.svc:15012`.',
    ),
    discoveryRefreshDelay: duration(
      'Former polling interval towards the control plane. Deprecated: drop it, as updates are pushed.',
      { deprecated: 'drop it, as updates are pushed' },
    ),
    zipkinAddress: string('Host and port of a Zipkin collector. Deprecated: use `tracing.zipkin.address`.', {
      deprecated: 'use `tracing.zipkin.address`',
    }),
    statsdUdpAddress: string(
      'Host and port of a statsd daemon that receives metrics over UDP. Unset sends none.',
    ),
    envoyMetricsServiceAddress: string(
      'Address of a metrics service. Deprecated: use `envoyMetricsService.address`.',
      {
        deprecated: 'use `envoyMetricsService.address`',
        successor: { field: 'envoyMetricsService', wrap: 'address' },
      },
    ),
    proxyAdminPort: int32("Loopback port of Envoy's admin interface. Default: 15000."),
    availabilityZone: string(
      'Former zone of the proxy. Deprecated: drop it; locality comes from node labels.',
      { deprecated: 'drop it; locality comes from node labels' },
    ),
    controlPlaneAuthPolicy: oneOf(
      ['NONE', 'MUTUAL_TLS', 'INHERIT'],
      'Whether the connection to istiod is plain (`NONE`) or uses `MUTUAL_TLS`. Default: MUTUAL_TLS.',
      { numbers: { '1000': 'INHERIT' } },
    ),
    customConfigFile: string('Path of an Envoy bootstrap file to use instead of the generated one.'),
    statNameLength: int32('Longest service name kept in statistics names, in characters. Default: 189.'),
    concurrency: int32(
      "Number of worker threads; 0 means one per CPU core. Default: taken from the container's CPU limit or request.",
    ),
    proxyBootstrapTemplatePath: string("File with a replacement for Istio's bootstrap template."),
    interceptionMode: oneOf(
      ['REDIRECT', 'TPROXY', 'NONE'],
      'How inbound traffic gets to Envoy: rewritten by iptables (`REDIRECT`), with source addresses kept (`TPROXY`), or not captured at all (`NONE`). Default: REDIRECT.',
    ),
    tracing: as(Tracing, 'Tracing backend, sampling rate and tags set in the bootstrap.'),
    sds: as(
      SDS,
      'Old secret discovery settings. Deprecated: drop it; certificates always arrive this way now.',
      { deprecated: 'drop it; certificates always arrive this way now' },
    ),
    envoyAccessLogService: as(
      RemoteService,
      'gRPC service for access logs, used when `enableEnvoyAccessLogService` is on.',
    ),
    envoyMetricsService: as(
      RemoteService,
      'gRPC service that Envoy streams its metrics to. Unset streams none.',
    ),
    proxyMetadata: map(
      string(),
      'Environment variables for the proxy; names starting with `ISTIO_META_` become node metadata.',
    ),
    runtimeValues: map(
      string(),
      'Envoy runtime flags set in the bootstrap, as key and value; an empty value removes a default flag.',
    ),
    statusPort: int32('Port on which the agent serves health, probes and merged metrics. Default: 15020.'),
    extraStatTags: list(
      string(),
      'Additional metric labels that Envoy should recognize, needed for custom Telemetry tags on its statistics.',
    ),
    gatewayTopology: as(
      Topology,
      'What stands in front of a gateway: trusted proxies, client certificate headers, PROXY protocol.',
    ),
    terminationDrainDuration: duration(
      'How long connections may finish after the pod is told to stop, before Envoy is killed. Default: 5s.',
    ),
    meshId: string('Id of the mesh, used to tell meshes apart in telemetry. Default: the trust domain.'),
    readinessProbe: as(
      ReadinessProbe,
      'Health check of the application, run by the agent of a virtual machine workload.',
    ),
    proxyStatsMatcher: as(
      ProxyConfigProxyStatsMatcher,
      "Envoy statistics to keep in addition to Istio's small default set.",
    ),
    holdApplicationUntilProxyStarts: bool(
      'Starts application containers only after the sidecar is ready. Default: false; native sidecars do so anyway.',
    ),
    caCertificatesPem: list(
      string(),
      'Further root certificates in PEM form that the proxy trusts when verifying peers.',
    ),
    image: as(ProxyImage, 'Variant of the proxy image, such as `debug` or `distroless`.'),
    privateKeyProvider: as(
      PrivateKeyProvider,
      'Hands private-key operations to CPU features or hardware. Unset leaves them in software.',
    ),
    proxyHeaders: as(
      ProxyConfigProxyHeaders,
      'Controls headers the proxy adds or removes, such as `server` and `x-request-id`.',
    ),
    fileFlushInterval: duration('Longest time Envoy keeps log lines in memory before writing them out.'),
    fileFlushMinSizeKb: uint32(
      'Amount of buffered log data, in KiB, that triggers a write before the interval ends.',
    ),
    statsCompression: bool('Allows compressed answers from the Prometheus endpoint. Default: true.'),
    connectionSettings: as(
      ProxyConfigConnectionSettings,
      "Buffer limits, timeouts, HTTP/2 limits and request hardening for the proxy's listeners.",
    ),
  },
);
