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

export const MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody = message('', {
  maxRequestBytes: uint32(),
  allowPartialMessage: bool(),
  packAsBytes: bool(),
});

export const MeshConfigExtensionProviderEnvoyExternalAuthorizationHttpProvider = message('', {
  service: string(),
  port: uint32(),
  timeout: duration(),
  pathPrefix: string(),
  failOpen: bool(),
  clearRouteCache: bool(),
  statusOnError: string(),
  includeHeadersInCheck: list(string(), '', { deprecated: '' }),
  includeRequestHeadersInCheck: list(string(), ''),
  includeAdditionalHeadersInCheck: map(string(), ''),
  includeRequestBodyInCheck: as(MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody, ''),
  headersToUpstreamOnAllow: list(string(), ''),
  headersToDownstreamOnDeny: list(string(), ''),
  headersToDownstreamOnAllow: list(string(), ''),
});

export const MeshConfigExtensionProviderEnvoyExternalAuthorizationGrpcProvider = message('', {
  service: string(),
  port: uint32(),
  timeout: duration(),
  failOpen: bool(),
  clearRouteCache: bool(),
  statusOnError: string(),
  includeRequestBodyInCheck: as(MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody, ''),
});

export const MeshConfigExtensionProviderHttpHeader = message('', {
  name: string(),
  value: string(),
  envName: string(),
});

export const MeshConfigExtensionProviderZipkinTracingProvider = message('', {
  service: string(),
  port: uint32(),
  maxTagLength: uint32(),
  enable64bitTraceId: bool('', { protoName: 'enable_64bit_trace_id' }),
  path: string(),
  traceContextOption: oneOf(['USE_B3', 'USE_B3_WITH_W3C_PROPAGATION']),
  timeout: duration(),
  headers: list(MeshConfigExtensionProviderHttpHeader, ''),
});

export const MeshConfigExtensionProviderLightstepTracingProvider = message('', {
  service: string(),
  port: uint32(),
  accessToken: string(),
  maxTagLength: uint32(),
});

export const MeshConfigExtensionProviderDatadogTracingProvider = message('', {
  service: string(),
  port: uint32(),
  maxTagLength: uint32(),
});

export const MeshConfigExtensionProviderStackdriverProviderLogging = message('', {
  labels: map(string(), ''),
});

export const MeshConfigExtensionProviderStackdriverProvider = message('', {
  debug: bool('', { deprecated: '' }),
  maxNumberOfAttributes: int64('', { deprecated: '' }),
  maxNumberOfAnnotations: int64('', { deprecated: '' }),
  maxNumberOfMessageEvents: int64('', { deprecated: '' }),
  maxTagLength: uint32(),
  logging: as(MeshConfigExtensionProviderStackdriverProviderLogging, ''),
});

export const MeshConfigExtensionProviderOpenCensusAgentTracingProvider = message('', {
  service: string(),
  port: uint32(),
  context: list(oneOf(['UNSPECIFIED', 'W3C_TRACE_CONTEXT', 'GRPC_BIN', 'CLOUD_TRACE_CONTEXT', 'B3']), ''),
  maxTagLength: uint32(),
});

export const MeshConfigExtensionProviderSkyWalkingTracingProvider = message('', {
  service: string(),
  port: uint32(),
  accessToken: string(),
});

export const MeshConfigExtensionProviderHttpService = message('', {
  path: string(),
  timeout: duration(),
  headers: list(MeshConfigExtensionProviderHttpHeader, ''),
});

export const MeshConfigExtensionProviderGrpcService = message('', {
  timeout: duration(),
  initialMetadata: list(MeshConfigExtensionProviderHttpHeader, ''),
});

export const MeshConfigExtensionProviderResourceDetectorsEnvironmentResourceDetector = message('', {});

export const MeshConfigExtensionProviderResourceDetectorsDynatraceResourceDetector = message('', {});

export const MeshConfigExtensionProviderResourceDetectors = message('', {
  environment: as(MeshConfigExtensionProviderResourceDetectorsEnvironmentResourceDetector, ''),
  dynatrace: as(MeshConfigExtensionProviderResourceDetectorsDynatraceResourceDetector, ''),
});

export const MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSamplerDynatraceApi = message(
  '',
  {
    service: string(),
    port: uint32(),
    http: as(MeshConfigExtensionProviderHttpService, ''),
  },
);

export const MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSampler = message('', {
  tenant: string(),
  clusterId: int32(),
  rootSpansPerMinute: uint32(),
  httpService: as(MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSamplerDynatraceApi, ''),
});

export const MeshConfigExtensionProviderOpenTelemetryTracingProvider = message('', {
  service: string(),
  port: uint32(),
  maxTagLength: uint32(),
  http: as(MeshConfigExtensionProviderHttpService, ''),
  grpc: as(MeshConfigExtensionProviderGrpcService, ''),
  resourceDetectors: as(MeshConfigExtensionProviderResourceDetectors, ''),
  serviceAttributeEnrichment: oneOf(['ISTIO_CANONICAL', 'OTEL_SEMANTIC_CONVENTIONS']),
  dynatraceSampler: as(MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSampler, ''),
});

export const MeshConfigExtensionProviderPrometheusMetricsProvider = message('', {});

export const MeshConfigExtensionProviderEnvoyFileAccessLogProviderLogFormat = message('', {
  text: string(),
  labels: anyObject(),
});

export const MeshConfigExtensionProviderEnvoyFileAccessLogProvider = message('', {
  path: string(),
  logFormat: as(MeshConfigExtensionProviderEnvoyFileAccessLogProviderLogFormat, ''),
  omitEmptyValues: bool(),
});

export const MeshConfigExtensionProviderEnvoyHttpGrpcV3LogProvider = message('', {
  service: string(),
  port: uint32(),
  logName: string(),
  filterStateObjectsToLog: list(string(), ''),
  additionalRequestHeadersToLog: list(string(), ''),
  additionalResponseHeadersToLog: list(string(), ''),
  additionalResponseTrailersToLog: list(string(), ''),
});

export const MeshConfigExtensionProviderEnvoyTcpGrpcV3LogProvider = message('', {
  service: string(),
  port: uint32(),
  logName: string(),
  filterStateObjectsToLog: list(string(), ''),
});

export const MeshConfigExtensionProviderEnvoyOpenTelemetryLogProviderLogFormat = message('', {
  text: string(),
  labels: anyObject(),
});

export const MeshConfigExtensionProviderEnvoyOpenTelemetryLogProvider = message('', {
  service: string(),
  port: uint32(),
  logName: string(),
  logFormat: as(MeshConfigExtensionProviderEnvoyOpenTelemetryLogProviderLogFormat, ''),
});

export const MeshConfigExtensionProviderSDSProvider = message('', {
  name: string(),
  service: string(),
  port: uint32(),
});

export const MeshConfigExtensionProvider = message('', {
  name: string(),
  envoyExtAuthzHttp: as(MeshConfigExtensionProviderEnvoyExternalAuthorizationHttpProvider, ''),
  envoyExtAuthzGrpc: as(MeshConfigExtensionProviderEnvoyExternalAuthorizationGrpcProvider, ''),
  zipkin: as(MeshConfigExtensionProviderZipkinTracingProvider, ''),
  lightstep: as(MeshConfigExtensionProviderLightstepTracingProvider, '', { deprecated: '' }),
  datadog: as(MeshConfigExtensionProviderDatadogTracingProvider, ''),
  stackdriver: as(MeshConfigExtensionProviderStackdriverProvider, ''),
  opencensus: as(MeshConfigExtensionProviderOpenCensusAgentTracingProvider, '', { deprecated: '' }),
  skywalking: as(MeshConfigExtensionProviderSkyWalkingTracingProvider, ''),
  opentelemetry: as(MeshConfigExtensionProviderOpenTelemetryTracingProvider, ''),
  prometheus: as(MeshConfigExtensionProviderPrometheusMetricsProvider, ''),
  envoyFileAccessLog: as(MeshConfigExtensionProviderEnvoyFileAccessLogProvider, ''),
  envoyHttpAls: as(MeshConfigExtensionProviderEnvoyHttpGrpcV3LogProvider, ''),
  envoyTcpAls: as(MeshConfigExtensionProviderEnvoyTcpGrpcV3LogProvider, ''),
  envoyOtelAls: as(MeshConfigExtensionProviderEnvoyOpenTelemetryLogProvider, ''),
  sds: as(MeshConfigExtensionProviderSDSProvider, ''),
});
