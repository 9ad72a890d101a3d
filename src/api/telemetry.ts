import {
  as,
  atMostOneOf,
  bool,
  double,
  duration,
  list,
  map,
  message,
  oneOf,
  string,
} from './schema/fields.ts';
import { atLeast1ms, atMostOneTarget, removeWithoutValue, upsertNeedsValue } from './cel-rules.ts';
import { PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const TracingTracingSelector = message('', {
  mode: oneOf(['CLIENT_AND_SERVER', 'CLIENT', 'SERVER']),
});

export const ProviderRef = message(
  '',
  {
    name: string('', { minLength: 1 }),
  },
  { required: ['name'] },
);

export const TracingLiteral = message(
  '',
  {
    value: string('', { minLength: 1 }),
  },
  { required: ['value'] },
);

export const TracingEnvironment = message(
  '',
  {
    name: string('', { minLength: 1 }),
    defaultValue: string(),
  },
  { required: ['name'] },
);

export const TracingRequestHeader = message(
  '',
  {
    name: string('', { minLength: 1 }),
    defaultValue: string(),
  },
  { required: ['name'] },
);

export const TracingFormatter = message(
  '',
  {
    value: string('', { minLength: 1 }),
  },
  { required: ['value'] },
);

export const TracingCustomTag = message(
  '',
  {
    literal: as(TracingLiteral, ''),
    environment: as(TracingEnvironment, ''),
    header: as(TracingRequestHeader, ''),
    formatter: as(TracingFormatter, ''),
  },
  { oneOf: atMostOneOf('literal', 'environment', 'header', 'formatter') },
);

export const Tracing = message('', {
  match: as(TracingTracingSelector, ''),
  providers: list(ProviderRef, ''),
  randomSamplingPercentage: double('', { maximum: 100, minimum: 0, nullable: true }),
  disableSpanReporting: bool('', { nullable: true }),
  customTags: map(TracingCustomTag, ''),
  useRequestIdForTraceSampling: bool('', { nullable: true }),
  enableIstioTags: bool('', { nullable: true }),
  disableContextPropagation: bool('', { nullable: true }),
});

export const MetricSelector = message(
  '',
  {
    metric: oneOf([
      'ALL_METRICS',
      'REQUEST_COUNT',
      'REQUEST_DURATION',
      'REQUEST_SIZE',
      'RESPONSE_SIZE',
      'TCP_OPENED_CONNECTIONS',
      'TCP_CLOSED_CONNECTIONS',
      'TCP_SENT_BYTES',
      'TCP_RECEIVED_BYTES',
      'GRPC_REQUEST_MESSAGES',
      'GRPC_RESPONSE_MESSAGES',
    ]),
    customMetric: string('', { minLength: 1 }),
    mode: oneOf(['CLIENT_AND_SERVER', 'CLIENT', 'SERVER']),
  },
  { oneOf: atMostOneOf('metric', 'customMetric') },
);

export const MetricsOverridesTagOverride = message(
  '',
  {
    operation: oneOf(['UPSERT', 'REMOVE']),
    value: string(),
  },
  { cel: [upsertNeedsValue, removeWithoutValue] },
);

export const MetricsOverrides = message('', {
  match: as(MetricSelector, ''),
  disabled: bool('', { nullable: true }),
  tagOverrides: map(MetricsOverridesTagOverride, ''),
});

export const Metrics = message('', {
  providers: list(ProviderRef, ''),
  overrides: list(MetricsOverrides, ''),
  reportingInterval: duration('', { cel: [atLeast1ms] }),
});

export const AccessLoggingLogSelector = message('', {
  mode: oneOf(['CLIENT_AND_SERVER', 'CLIENT', 'SERVER']),
});

export const AccessLoggingFilter = message('', {
  expression: string(),
});

export const AccessLogging = message('', {
  match: as(AccessLoggingLogSelector, ''),
  providers: list(ProviderRef, ''),
  disabled: bool('', { nullable: true }),
  filter: as(AccessLoggingFilter, ''),
});

export const TelemetrySpec = message(
  '',
  {
    selector: as(PolicySelector, ''),
    targetRef: as(PolicyTargetReference, '', { protoName: 'targetRef' }),
    targetRefs: list(PolicyTargetReference, '', { maxItems: 16, protoName: 'targetRefs' }),
    tracing: list(Tracing, ''),
    metrics: list(Metrics, ''),
    accessLogging: list(AccessLogging, ''),
  },
  { cel: [atMostOneTarget] },
);

export const Telemetry = istioKind({
  group: 'telemetry.istio.io',
  kind: 'Telemetry',
  plural: 'telemetries',
  shortNames: ['telemetry'],
  versions: ['v1', 'v1alpha1'],
  storage: 'v1alpha1',
  age: 'last',
  spec: TelemetrySpec,
});
