import { as, int32, list, message, oneOf, string } from '../schema/fields.ts';
import {
  fieldNeedsType,
  grpcMatchesTotal,
  grpcMethodForm,
  grpcServiceForm,
  methodMatchNeedsName,
  oneFilterOf,
  parentsAllOrNoSections,
  serviceNeedsPort,
  standardParentsAllOrNoSections,
  standardUniqueParentSections,
  typeNeedsField,
  uniqueParentSections,
  uniqueRuleNames,
} from './cel-rules.ts';
import { LocalCACertificateReference } from './backend-tls.ts';
import { PolicyAncestorReference } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { HTTPRequestHeaderFilter, HTTPRequestMirrorFilter } from './route-filters.ts';
import { GRPCRouteStatus } from './routes.ts';
import { SessionPersistence } from './session-persistence.ts';

export const GRPCRouteFilter = message(
  'One processing step for gRPC calls; `type` says which settings block is used.',
  {
    extensionRef: as(
      LocalCACertificateReference,
      'Custom filter object of the implementation, for type `ExtensionRef`; Istio rejects it.',
    ),
    requestHeaderModifier: as(
      HTTPRequestHeaderFilter,
      'Adds, sets or removes metadata of the call, for type `RequestHeaderModifier`.',
    ),
    requestMirror: as(
      HTTPRequestMirrorFilter,
      'Copies calls to another backend and discards its answers, for type `RequestMirror`.',
    ),
    responseHeaderModifier: as(
      HTTPRequestHeaderFilter,
      'Adds, sets or removes metadata of the answer, for type `ResponseHeaderModifier`.',
    ),
    type: oneOf(
      ['ResponseHeaderModifier', 'RequestHeaderModifier', 'RequestMirror', 'ExtensionRef'],
      'Which step is performed and so which sibling field must be set: request or response headers, mirroring or an extension.',
    ),
  },
  {
    required: ['type'],
    cel: [
      fieldNeedsType('requestHeaderModifier', 'RequestHeaderModifier'),
      typeNeedsField('requestHeaderModifier', 'RequestHeaderModifier'),
      fieldNeedsType('responseHeaderModifier', 'ResponseHeaderModifier'),
      typeNeedsField('responseHeaderModifier', 'ResponseHeaderModifier'),
      fieldNeedsType('requestMirror', 'RequestMirror'),
      typeNeedsField('requestMirror', 'RequestMirror'),
      fieldNeedsType('extensionRef', 'ExtensionRef'),
      typeNeedsField('extensionRef', 'ExtensionRef'),
    ],
  },
);

export const GRPCRouteHTTPBackendRef = message(
  'A weighted destination of an HTTP or gRPC rule, with filters of its own.',
  {
    filters: list(
      GRPCRouteFilter,
      'Changes applied only to requests for this backend; in Istio just the two header modifiers.',
      {
        maxItems: 16,
        'x-kubernetes-list-type': 'atomic',
        cel: [oneFilterOf('RequestHeaderModifier'), oneFilterOf('ResponseHeaderModifier')],
      },
    ),
    group: string('API group of the backend; empty for a Service. Default: empty.', {
      default: '',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string(
      'Type of backend; Istio knows Service, `Hostname`, `ServiceImport` and `InferencePool`. Default: `Service`.',
      { default: 'Service', maxLength: 63, minLength: 1, pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$' },
    ),
    name: string('Name of the backend, not a DNS name; only for kind `Hostname` a full host.', {
      maxLength: 253,
      minLength: 1,
    }),
    namespace: string(
      "Where the backend lives. Default: the route's namespace; elsewhere a ReferenceGrant is needed.",
      { maxLength: 63, minLength: 1, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    ),
    port: int32('Port of the backend, the Service port rather than the target port; required for Services.', {
      maximum: 65535,
      minimum: 1,
    }),
    weight: int32('Share of traffic relative to the sum of all weights; 0 sends nothing. Default: 1.', {
      default: 1,
      maximum: 1000000,
      minimum: 0,
    }),
  },
  { required: ['name'], cel: [serviceNeedsPort] },
);

export const GRPCRouteHTTPHeaderMatch = message(
  'A condition on one header.',
  {
    name: string('Header to look at, case-insensitive; a second entry for the same name has no effect.', {
      maxLength: 256,
      minLength: 1,
      pattern: "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$",
    }),
    type: oneOf(
      ['Exact', 'RegularExpression'],
      'How header values are compared: `Exact` or `RegularExpression`, RE2 in Istio. Default: `Exact`.',
      { default: 'Exact' },
    ),
    value: string('Text or pattern the header must match; at most 4096 characters.', {
      maxLength: 4096,
      minLength: 1,
    }),
  },
  { required: ['name', 'value'] },
);

export const GRPCMethodMatch = message(
  'Condition on the called gRPC service and method; at least one of the two is needed.',
  {
    method: string('Called method without its service, case-sensitive. Default: all methods.', {
      maxLength: 1024,
    }),
    service: string('Fully qualified gRPC service, such as `helloworld.Greeter`. Default: all services.', {
      maxLength: 1024,
    }),
    type: oneOf(
      ['Exact', 'RegularExpression'],
      'How service and method are compared: `Exact` or `RegularExpression`. Default: `Exact`.',
      { default: 'Exact' },
    ),
  },
  { cel: [methodMatchNeedsName, grpcServiceForm, grpcMethodForm] },
);

export const GRPCRouteMatch = message('Conditions on a gRPC call, all of which must hold.', {
  headers: list(
    GRPCRouteHTTPHeaderMatch,
    'Metadata the call must carry; every entry must match. At most 16.',
    { maxItems: 16, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
  ),
  method: as(GRPCMethodMatch, 'Service and method the call must address. Default: any.'),
});

export const GRPCRouteRule = message(
  'gRPC calls to match, how to change them and the backends that get them.',
  {
    backendRefs: list(
      GRPCRouteHTTPBackendRef,
      'Weighted destinations of matched calls, at most 16; without any, calls fail.',
      { maxItems: 16, 'x-kubernetes-list-type': 'atomic' },
    ),
    filters: list(
      GRPCRouteFilter,
      'Changes made to matched calls: headers, mirroring or extensions; each header modifier at most once.',
      {
        maxItems: 16,
        'x-kubernetes-list-type': 'atomic',
        cel: [oneFilterOf('RequestHeaderModifier'), oneFilterOf('ResponseHeaderModifier')],
      },
    ),
    matches: list(
      GRPCRouteMatch,
      'Alternative conditions, one of which must hold. Default: every gRPC call.',
      { maxItems: 64, 'x-kubernetes-list-type': 'atomic' },
    ),
    name: string(
      'Label for the gRPC rule, unique within the route, so that policies and tools can point at it.',
      {
        maxLength: 253,
        minLength: 1,
        pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      },
    ),
    sessionPersistence: as(
      SessionPersistence,
      "Keeps a client's calls on one backend endpoint. Experimental channel only; Istio ignores it.",
      { experimental: true },
    ),
  },
);

export const GRPCRouteSpec = message(
  'What an HTTP, gRPC or TLS route attaches to, which hosts it covers and where it sends traffic.',
  {
    hostnames: list(
      string('', {
        maxLength: 253,
        minLength: 1,
        pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      }),
      "Hosts the route applies to, `*.` prefix allowed, no IP addresses or ports. Default: the listener's; TLSRoute requires some.",
      { maxItems: 16, 'x-kubernetes-list-type': 'atomic' },
    ),
    parentRefs: list(
      PolicyAncestorReference,
      'Gateways, ListenerSets or, in a mesh, Services and ServiceEntries the route attaches to; at most 32.',
      {
        maxItems: 32,
        'x-kubernetes-list-type': 'atomic',
        cel: [parentsAllOrNoSections, uniqueParentSections],
        standard: { cel: [standardParentsAllOrNoSections, standardUniqueParentSections] },
      },
    ),
    rules: list(
      GRPCRouteRule,
      'What to match and where to send it; across HTTP rules the most specific match wins, not the order.',
      {
        maxItems: 16,
        'x-kubernetes-list-type': 'atomic',
        cel: [grpcMatchesTotal, uniqueRuleNames],
        standard: { cel: [grpcMatchesTotal] },
      },
    ),
    useDefaultGateways: oneOf(
      ['All', 'None'],
      'Also attaches the route to default gateways of a scope: `All` or `None`. Experimental channel only.',
      { experimental: true },
    ),
  },
);

const root = message(
  'A GRPCRoute of Gateway API.',
  {
    spec: as(GRPCRouteSpec, 'What the user asks for.'),
    status: as(GRPCRouteStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const GRPCRoute = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'GRPCRoute',
  plural: 'grpcroutes',
  categories: ['gateway-api'],
  scope: 'Namespaced',
  annotations: {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
    'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
  },
  channels: ['standard', 'experimental'],
  versions: [
    {
      name: 'v1',
      schema: root,
      storage: true,
      columns: [
        { jsonPath: '.spec.hostnames', name: 'Hostnames', type: 'string' },
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
      ],
    },
  ],
});
