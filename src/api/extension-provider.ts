import {
  anyObject,
  as,
  bool,
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

export const MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody = message(
  'How much of a request body is buffered and sent to an external authorizer.',
  {
    maxRequestBytes: uint32(
      'Buffer size in bytes; larger bodies are refused with 413 unless partial messages are allowed.',
    ),
    allowPartialMessage: bool(
      'Sends what fits into the buffer instead of refusing larger bodies. Default: false.',
    ),
    packAsBytes: bool(
      'Sends the body as raw bytes rather than as UTF-8 text; only for gRPC authorizers. Default: false.',
    ),
  },
);

export const MeshConfigExtensionProviderEnvoyExternalAuthorizationHttpProvider = message(
  'External authorizer that answers plain HTTP requests; status 200 allows, others deny.',
  {
    service: string('Host of the authorizer, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the authorizer.'),
    timeout: duration('Longest wait for a verdict before the request counts as failed. Default: 600s.'),
    pathPrefix: string('Put in front of the original path in the check request, such as `/check`.'),
    failOpen: bool('Lets requests pass when the authorizer is unreachable or returns 5xx. Default: false.'),
    clearRouteCache: bool(
      'Chooses the route again after the check, for authorizers that change headers used in routing. Default: false.',
    ),
    statusOnError: string(
      'HTTP status returned to the client when the authorizer cannot be reached. Default: 403.',
    ),
    includeHeadersInCheck: list(
      string(),
      'Client headers passed on to the check. Deprecated: use `includeRequestHeadersInCheck`.',
      {
        deprecated: 'use `includeRequestHeadersInCheck`',
        successor: { field: 'includeRequestHeadersInCheck' },
      },
    ),
    includeRequestHeadersInCheck: list(
      string(),
      'Client headers passed on to the check, as exact names, `prefix*` or `*suffix`. Host, method, path, Content-Length and Authorization always go.',
    ),
    includeAdditionalHeadersInCheck: map(
      string(),
      'Fixed headers added to the check request; they win over client headers of the same name.',
    ),
    includeRequestBodyInCheck: as(
      MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody,
      'Buffers the request body and adds it to the check. Unset sends no body.',
    ),
    headersToUpstreamOnAllow: list(
      string(),
      'Authorizer response headers copied onto the allowed request, replacing existing ones; exact names, `prefix*` or `*suffix`.',
    ),
    headersToDownstreamOnDeny: list(
      string(),
      'Authorizer response headers shown to the client on denial, by exact name, prefix or suffix. Unset forwards all of them.',
    ),
    headersToDownstreamOnAllow: list(
      string(),
      "Authorizer response headers added to the client's response when allowed, by exact name, prefix or suffix. Unset adds none.",
    ),
  },
);

export const MeshConfigExtensionProviderEnvoyExternalAuthorizationGrpcProvider = message(
  "External authorizer that implements Envoy's gRPC authorization check.",
  {
    service: string('Host of the authorizer, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the authorizer.'),
    timeout: duration('Longest wait for a verdict before the request counts as failed. Default: 600s.'),
    failOpen: bool('Lets requests pass when the authorizer is unreachable or returns 5xx. Default: false.'),
    clearRouteCache: bool(
      'Chooses the route again after the check, for authorizers that change headers used in routing. Default: false.',
    ),
    statusOnError: string(
      'HTTP status returned to the client when the authorizer cannot be reached. Default: 403.',
    ),
    includeRequestBodyInCheck: as(
      MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody,
      'Buffers the request body and adds it to the check. Unset sends no body.',
    ),
  },
);

export const MeshConfigExtensionProviderHttpHeader = message(
  'A header to send to a backend, with its value given here or taken from the environment.',
  {
    name: string('Header to set on each request to the backend.'),
    value: string('Literal content of the header. Excludes `envName`.'),
    envName: string(
      "Environment variable of the proxy that holds the header's content, so that credentials need not appear here. Excludes `value`.",
    ),
  },
);

export const MeshConfigExtensionProviderZipkinTracingProvider = message(
  'Where and how to send spans in Zipkin format.',
  {
    service: string('Host of the Zipkin-compatible collector, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the Zipkin collector.'),
    maxTagLength: uint32('Longest request path kept in a span tag; longer ones are cut. Default: 256.'),
    enable64bitTraceId: bool('Generates 64-bit trace ids instead of 128-bit ones. Default: false.', {
      protoName: 'enable_64bit_trace_id',
    }),
    path: string('URL path that spans are posted to. Default: `/api/v2/spans`.'),
    traceContextOption: oneOf(
      ['USE_B3', 'USE_B3_WITH_W3C_PROPAGATION'],
      'Whether trace context travels in B3 headers only (`USE_B3`), or in both B3 and W3C headers. Default: USE_B3.',
    ),
    timeout: duration('Longest wait for the collector to accept a batch of spans.'),
    headers: list(
      MeshConfigExtensionProviderHttpHeader,
      'Headers added to each export request, for example for authentication.',
    ),
  },
);

export const MeshConfigExtensionProviderLightstepTracingProvider = message(
  'Lightstep tracing settings, of a backend that Envoy no longer supports.',
  {
    service: string('Host of the Lightstep collector, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the Lightstep collector.'),
    accessToken: string('Token that authenticates the proxies at Lightstep.'),
    maxTagLength: uint32('Longest request path kept in a span tag; longer ones are cut. Default: 256.'),
  },
);

export const MeshConfigExtensionProviderDatadogTracingProvider = message(
  'Where and how to send spans to a Datadog agent.',
  {
    service: string('Host of the Datadog agent, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the agent.'),
    maxTagLength: uint32('Longest request path kept in a span tag; longer ones are cut. Default: 256.'),
  },
);

export const MeshConfigExtensionProviderStackdriverProviderLogging = message(
  'Access log options of the Google Cloud provider.',
  {
    labels: map(string(), 'Labels put on each log entry; values are CEL expressions over Envoy attributes.'),
  },
);

export const MeshConfigExtensionProviderStackdriverProvider = message(
  'Google Cloud telemetry settings for traces and access logs.',
  {
    debug: bool('Printed exporter traces to standard output. Deprecated: drop it.', {
      deprecated: 'drop it',
    }),
    maxNumberOfAttributes: int64('Limited the attributes of a span. Deprecated: drop it.', {
      deprecated: 'drop it',
    }),
    maxNumberOfAnnotations: int64('Limited the annotations of a span. Deprecated: drop it.', {
      deprecated: 'drop it',
    }),
    maxNumberOfMessageEvents: int64('Limited the message events of a span. Deprecated: drop it.', {
      deprecated: 'drop it',
    }),
    maxTagLength: uint32('Longest request path kept in a span tag; longer ones are cut. Default: 256.'),
    logging: as(
      MeshConfigExtensionProviderStackdriverProviderLogging,
      'Adjusts the access log entries sent to Google Cloud.',
    ),
  },
);

export const MeshConfigExtensionProviderOpenCensusAgentTracingProvider = message(
  'OpenCensus agent settings, of a tracer that Envoy no longer supports.',
  {
    service: string('Host of the OpenCensus agent, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the OpenCensus agent.'),
    context: list(
      oneOf(['UNSPECIFIED', 'W3C_TRACE_CONTEXT', 'GRPC_BIN', 'CLOUD_TRACE_CONTEXT', 'B3']),
      'Header formats for reading and writing trace context, such as W3C or B3, tried in order. Default: W3C only.',
    ),
    maxTagLength: uint32('Longest request path kept in a span tag; longer ones are cut. Default: 256.'),
  },
);

export const MeshConfigExtensionProviderSkyWalkingTracingProvider = message(
  'Where and how to send spans to SkyWalking.',
  {
    service: string('Host of the SkyWalking collector, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the SkyWalking collector.'),
    accessToken: string('Token that authenticates the proxies at SkyWalking; optional.'),
  },
);

export const MeshConfigExtensionProviderHttpService = message(
  'Makes a backend be called over HTTP, with path, time limit and headers.',
  {
    path: string('URL path of the request, such as `/v1/traces`.'),
    timeout: duration('Longest wait for the backend to answer an HTTP export request.'),
    headers: list(
      MeshConfigExtensionProviderHttpHeader,
      'Headers added to each export request, for example for authentication.',
    ),
  },
);

export const MeshConfigExtensionProviderGrpcService = message(
  'Extra options for a gRPC call to a telemetry backend.',
  {
    timeout: duration('Longest wait for one gRPC export call to finish.'),
    initialMetadata: list(
      MeshConfigExtensionProviderHttpHeader,
      'Metadata entries sent with each call, for example for authentication.',
    ),
  },
);

export const MeshConfigExtensionProviderResourceDetectorsEnvironmentResourceDetector = message(
  'Switches on resource attributes from the environment; it has no settings.',
  {},
);

export const MeshConfigExtensionProviderResourceDetectorsDynatraceResourceDetector = message(
  'Switches on resource attributes from Dynatrace enrichment files; it has no settings.',
  {},
);

export const MeshConfigExtensionProviderResourceDetectors = message(
  'Chooses what Envoy consults to describe itself as an OpenTelemetry resource.',
  {
    environment: as(
      MeshConfigExtensionProviderResourceDetectorsEnvironmentResourceDetector,
      'Reads attributes from the environment variable `OTEL_RESOURCE_ATTRIBUTES`.',
    ),
    dynatrace: as(
      MeshConfigExtensionProviderResourceDetectorsDynatraceResourceDetector,
      'Reads the attributes a Dynatrace OneAgent leaves in files on the host.',
    ),
  },
);

export const MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSamplerDynatraceApi = message(
  'Dynatrace endpoint that supplies sampling settings.',
  {
    service: string('Host of the Dynatrace API, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the Dynatrace API.'),
    http: as(
      MeshConfigExtensionProviderHttpService,
      'Path, timeout and headers of the request for sampling settings.',
    ),
  },
);

export const MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSampler = message(
  'Adaptive sampling steered by a Dynatrace environment.',
  {
    tenant: string('Id of the Dynatrace environment, as shown in its URL.'),
    clusterId: int32('Number of the Dynatrace cluster the environment runs on, used to tag its own traces.'),
    rootSpansPerMinute: uint32(
      'Target number of new traces per minute while Dynatrace supplies no value. Default: 1000.',
    ),
    httpService: as(
      MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSamplerDynatraceApi,
      "Dynatrace API the sampling settings come from. Unset derives it from the exporter's HTTP settings.",
    ),
  },
);

export const MeshConfigExtensionProviderOpenTelemetryTracingProvider = message(
  'OpenTelemetry collector for traces, reached over gRPC unless `http` is set.',
  {
    service: string('Host of the OpenTelemetry collector, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the collector, commonly 4317 for gRPC and 4318 for HTTP.'),
    maxTagLength: uint32('Longest request path kept in a span tag; longer ones are cut. Default: 256.'),
    http: as(
      MeshConfigExtensionProviderHttpService,
      'Exports over OTLP/HTTP with these settings instead of gRPC.',
    ),
    grpc: as(MeshConfigExtensionProviderGrpcService, 'Timeout and metadata of the gRPC export.'),
    resourceDetectors: as(
      MeshConfigExtensionProviderResourceDetectors,
      'Sources of additional resource attributes for the spans.',
    ),
    serviceAttributeEnrichment: oneOf(
      ['ISTIO_CANONICAL', 'OTEL_SEMANTIC_CONVENTIONS'],
      "How `service.*` attributes are filled: Istio's canonical service name, or OpenTelemetry's conventions for Kubernetes. Default: ISTIO_CANONICAL.",
    ),
    dynatraceSampler: as(
      MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSampler,
      "Lets Dynatrace steer the share of requests that is traced. Unset uses Istio's own sampling rate.",
    ),
  },
);

export const MeshConfigExtensionProviderPrometheusMetricsProvider = message(
  "Turns on Istio's Prometheus metrics; it has no settings.",
  {},
);

export const MeshConfigExtensionProviderEnvoyFileAccessLogProviderLogFormat = message(
  'Layout of a file access log entry, either one text line or JSON.',
  {
    text: string('Line template with Envoy `%...%` operators. Excludes `labels`.'),
    labels: anyObject('JSON object whose values may use Envoy `%...%` operators. Excludes `text`.'),
  },
);

export const MeshConfigExtensionProviderEnvoyFileAccessLogProvider = message(
  'Access log written by the proxy to a local file.',
  {
    path: string('File the entries are appended to. Default: `/dev/stdout`.'),
    logFormat: as(
      MeshConfigExtensionProviderEnvoyFileAccessLogProviderLogFormat,
      "Layout of an entry, text or JSON. Unset uses Istio's default text format.",
    ),
    omitEmptyValues: bool(
      'Leaves out values without content, instead of `-` in text or null in JSON. Default: false.',
    ),
  },
);

export const MeshConfigExtensionProviderEnvoyHttpGrpcV3LogProvider = message(
  'gRPC access log service for HTTP traffic (Envoy ALS v3).',
  {
    service: string('Host of the log service, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the log collector.'),
    logName: string('Label that identifies this log on the collector side. Default: `http_envoy_accesslog`.'),
    filterStateObjectsToLog: list(string(), 'Envoy filter-state keys whose content is attached to entries.'),
    additionalRequestHeadersToLog: list(string(), 'Request headers to record beyond the standard fields.'),
    additionalResponseHeadersToLog: list(string(), 'Response headers to record beyond the standard fields.'),
    additionalResponseTrailersToLog: list(
      string(),
      'Response trailers to record beyond the standard fields.',
    ),
  },
);

export const MeshConfigExtensionProviderEnvoyTcpGrpcV3LogProvider = message(
  'gRPC access log service for TCP traffic (Envoy ALS v3).',
  {
    service: string('Host of the log service, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the log collector.'),
    logName: string('Label that identifies this log on the collector side. Default: `tcp_envoy_accesslog`.'),
    filterStateObjectsToLog: list(string(), 'Envoy filter-state keys whose content is attached to entries.'),
  },
);

export const MeshConfigExtensionProviderEnvoyOpenTelemetryLogProviderLogFormat = message(
  'Layout of an OpenTelemetry log record: its body and its attributes.',
  {
    text: string(
      "Template of the record body with Envoy `%...%` operators. Default: Istio's access log format.",
    ),
    labels: anyObject('Attributes added to the record, as JSON values that may use Envoy `%...%` operators.'),
  },
);

export const MeshConfigExtensionProviderEnvoyOpenTelemetryLogProvider = message(
  'OpenTelemetry collector that receives access logs over gRPC.',
  {
    service: string('Host of the log service, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the log collector.'),
    logName: string('Label that identifies this log on the collector side. Default: `otel_envoy_accesslog`.'),
    logFormat: as(
      MeshConfigExtensionProviderEnvoyOpenTelemetryLogProviderLogFormat,
      "Body and attributes of each log record. Unset uses Istio's default text format as the body.",
    ),
  },
);

export const MeshConfigExtensionProviderSDSProvider = message(
  'External secret discovery service for gateway certificates.',
  {
    name: string("Identifier that a gateway's `credentialName` quotes as `sds://NAME`."),
    service: string('Host of the secret service, known to the mesh: `[namespace/]hostname`.'),
    port: uint32('Service port of the secret service.'),
  },
);

export const MeshConfigExtensionProvider = message(
  'A named backend, of exactly one kind, that Telemetry, AuthorizationPolicy or Gateway settings can refer to.',
  {
    name: string('Unique identifier by which policies refer to this provider.'),
    envoyExtAuthzHttp: as(
      MeshConfigExtensionProviderEnvoyExternalAuthorizationHttpProvider,
      'External authorizer asked over HTTP, for AuthorizationPolicy action CUSTOM.',
    ),
    envoyExtAuthzGrpc: as(
      MeshConfigExtensionProviderEnvoyExternalAuthorizationGrpcProvider,
      "External authorizer asked over Envoy's gRPC check API, for AuthorizationPolicy action CUSTOM.",
    ),
    zipkin: as(
      MeshConfigExtensionProviderZipkinTracingProvider,
      'Tracing backend that accepts Zipkin spans.',
    ),
    lightstep: as(
      MeshConfigExtensionProviderLightstepTracingProvider,
      'Lightstep tracing backend. Deprecated: use `opentelemetry`.',
      { deprecated: 'use `opentelemetry`' },
    ),
    datadog: as(
      MeshConfigExtensionProviderDatadogTracingProvider,
      'Datadog agent that receives trace spans.',
    ),
    stackdriver: as(
      MeshConfigExtensionProviderStackdriverProvider,
      'Google Cloud (Stackdriver) telemetry, for traces and access logs.',
    ),
    opencensus: as(
      MeshConfigExtensionProviderOpenCensusAgentTracingProvider,
      'OpenCensus agent for traces. Deprecated: use `opentelemetry`.',
      { deprecated: 'use `opentelemetry`' },
    ),
    skywalking: as(
      MeshConfigExtensionProviderSkyWalkingTracingProvider,
      'Apache SkyWalking collector for traces.',
    ),
    opentelemetry: as(
      MeshConfigExtensionProviderOpenTelemetryTracingProvider,
      'OpenTelemetry collector that receives traces over OTLP.',
    ),
    prometheus: as(
      MeshConfigExtensionProviderPrometheusMetricsProvider,
      'Metrics for scraping by Prometheus.',
    ),
    envoyFileAccessLog: as(
      MeshConfigExtensionProviderEnvoyFileAccessLogProvider,
      'Access logs to a file or to standard output.',
    ),
    envoyHttpAls: as(
      MeshConfigExtensionProviderEnvoyHttpGrpcV3LogProvider,
      'Access logs of HTTP traffic, streamed to a gRPC access log service.',
    ),
    envoyTcpAls: as(
      MeshConfigExtensionProviderEnvoyTcpGrpcV3LogProvider,
      'Access logs of TCP traffic, streamed to a gRPC access log service.',
    ),
    envoyOtelAls: as(
      MeshConfigExtensionProviderEnvoyOpenTelemetryLogProvider,
      'Access logs sent to an OpenTelemetry collector over gRPC.',
    ),
    sds: as(
      MeshConfigExtensionProviderSDSProvider,
      'External secret service that gateways fetch certificates from.',
    ),
  },
);
