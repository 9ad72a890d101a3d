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

export const TracingTracingSelector = message('Traffic to which a tracing entry applies.', {
  mode: oneOf(
    ['CLIENT_AND_SERVER', 'CLIENT', 'SERVER'],
    'Side of the call to configure: outbound at the caller (`CLIENT`), inbound at the callee (`SERVER`) or both. Default: CLIENT_AND_SERVER.',
  ),
});

export const ProviderRef = message(
  'Reference to a telemetry backend.',
  {
    name: string('Entry of MeshConfig `extensionProviders` to send telemetry to; not empty.', {
      minLength: 1,
    }),
  },
  { required: ['name'] },
);

export const TracingLiteral = message(
  'Span tag source: a fixed text.',
  {
    value: string('Text used as the tag value; must not be empty.', { minLength: 1 }),
  },
  { required: ['value'] },
);

export const TracingEnvironment = message(
  'Span tag source: an environment variable.',
  {
    name: string('Environment variable of the proxy to read.', { minLength: 1 }),
    defaultValue: string('Tag value where the source is missing. Unset leaves the tag out.'),
  },
  { required: ['name'] },
);

export const TracingRequestHeader = message(
  'Span tag source: a request header.',
  {
    name: string('Request header to read.', { minLength: 1 }),
    defaultValue: string('Tag value where the source is missing. Unset leaves the tag out.'),
  },
  { required: ['name'] },
);

export const TracingFormatter = message(
  'Span tag source: an Envoy format string.',
  {
    value: string('Format with access log operators, such as `%REQ(:AUTHORITY)%`; must not be empty.', {
      minLength: 1,
    }),
  },
  { required: ['value'] },
);

export const TracingCustomTag = message(
  'Where the value of a span tag comes from; exactly one source.',
  {
    literal: as(TracingLiteral, 'Same fixed value for every span.'),
    environment: as(TracingEnvironment, 'Value of an environment variable of the proxy.'),
    header: as(TracingRequestHeader, 'Value of a header of the traced request.'),
    formatter: as(TracingFormatter, "Value computed by Envoy's access log operators."),
  },
  { oneOf: atMostOneOf('literal', 'environment', 'header', 'formatter') },
);

export const Tracing = message('Chooses the tracing backend, the sampling rate and the span tags.', {
  match: as(TracingTracingSelector, 'Limits the entry to one traffic direction. Unset means both.'),
  providers: list(
    ProviderRef,
    "Tracing backend to use; only one is supported. Unset inherits the parent's, or the mesh's default.",
  ),
  randomSamplingPercentage: double(
    'Share of requests traced when the caller made no decision, 0 to 100 in steps of 0.01. Unset inherits, finally 1.',
    { maximum: 100, minimum: 0, nullable: true },
  ),
  disableSpanReporting: bool('Stops sending spans, while trace context is still passed on. Default: false.', {
    nullable: true,
  }),
  customTags: map(
    TracingCustomTag,
    'Extra span tags by name, from a literal, environment variable, request header or Envoy format string.',
  ),
  useRequestIdForTraceSampling: bool(
    'Takes the sampling decision from the request id, so that logs and traces agree. Default: true.',
    { nullable: true },
  ),
  enableIstioTags: bool(
    "Adds Istio's own tags, such as mesh id and canonical service, to spans. Default: true.",
    { nullable: true },
  ),
  disableContextPropagation: bool(
    'Stops trace headers such as `traceparent` from being passed on, for instance at an egress gateway. Default: false.',
    { nullable: true },
  ),
});

export const MetricSelector = message(
  'Metric and traffic direction that an override applies to.',
  {
    metric: oneOf(
      [
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
      ],
      'Which standard Istio metric to select, or all of them. Default: ALL_METRICS. Excludes `customMetric`.',
    ),
    customMetric: string("Name of a metric outside Istio's standard set. Excludes `metric`.", {
      minLength: 1,
    }),
    mode: oneOf(
      ['CLIENT_AND_SERVER', 'CLIENT', 'SERVER'],
      'Side of the call to configure: outbound at the caller (`CLIENT`), inbound at the callee (`SERVER`) or both. Default: CLIENT_AND_SERVER.',
    ),
  },
  { oneOf: atMostOneOf('metric', 'customMetric') },
);

export const MetricsOverridesTagOverride = message(
  'What to do with one metric tag.',
  {
    operation: oneOf(
      ['UPSERT', 'REMOVE'],
      'Whether to add or change the tag (`UPSERT`) or to drop it (`REMOVE`). Default: UPSERT.',
    ),
    value: string(
      "CEL expression for the tag's content, such as `request.host`; required for UPSERT, forbidden for REMOVE.",
    ),
  },
  { cel: [upsertNeedsValue, removeWithoutValue] },
);

export const MetricsOverrides = message('Changes the metrics that a selector picks.', {
  match: as(MetricSelector, 'Metrics and direction to change. Unset means all of them.'),
  disabled: bool('Stops the selected metrics from being produced. Default: false.', { nullable: true }),
  tagOverrides: map(MetricsOverridesTagOverride, 'Tags to set or drop on the selected metrics, by tag name.'),
});

export const Metrics = message('Chooses the metric backends and adjusts metrics and their tags.', {
  providers: list(
    ProviderRef,
    "Metric backends to use. Unset inherits those of the parent, or the mesh's defaults.",
  ),
  overrides: list(MetricsOverrides, 'Changes to metrics, applied in order; later entries win.'),
  reportingInterval: duration('How often metrics of long-lived TCP connections are updated. Default: 5s.', {
    cel: [atLeast1ms],
  }),
});

export const AccessLoggingLogSelector = message('Traffic to which an access logging entry applies.', {
  mode: oneOf(
    ['CLIENT_AND_SERVER', 'CLIENT', 'SERVER'],
    'Side of the call to configure: outbound at the caller (`CLIENT`), inbound at the callee (`SERVER`) or both. Default: CLIENT_AND_SERVER.',
  ),
});

export const AccessLoggingFilter = message('Selects log entries by an expression.', {
  expression: string('CEL condition on Envoy attributes, such as `response.code >= 400`; true means log it.'),
});

export const AccessLogging = message('Chooses which traffic is logged, and where to.', {
  match: as(AccessLoggingLogSelector, 'Limits the entry to one traffic direction. Unset means both.'),
  providers: list(
    ProviderRef,
    "Log backends to use. Unset inherits those of the parent, or the mesh's defaults.",
  ),
  disabled: bool('Turns access logs off for the selected traffic. Default: false.', { nullable: true }),
  filter: as(
    AccessLoggingFilter,
    'Condition that decides per request or connection whether it is logged. Unset logs all.',
  ),
});

export const TelemetrySpec = message(
  'Adjusts tracing, metrics and access logs for a mesh, a namespace or some workloads.',
  {
    selector: as(
      PolicySelector,
      'Pods whose telemetry is adjusted; omitted means the namespace, or the mesh in the root namespace. Excludes `targetRefs`.',
    ),
    targetRef: as(
      PolicyTargetReference,
      'Single object whose telemetry is adjusted; prefer the list form `targetRefs`.',
      { protoName: 'targetRef' },
    ),
    targetRefs: list(
      PolicyTargetReference,
      'Gateways, Services or other objects whose telemetry is adjusted; the only way to reach waypoints. Excludes `selector`.',
      { maxItems: 16, protoName: 'targetRefs' },
    ),
    tracing: list(Tracing, 'Span settings; at present only one entry and one provider take effect.'),
    metrics: list(Metrics, 'Metric settings, one entry per backend or group of backends.'),
    accessLogging: list(AccessLogging, 'Access log settings, one entry per backend or group of backends.'),
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
