import { as, bool, int32, integer, list, message, oneOf, string } from '../schema/fields.ts';
import {
  backendRedirectPrefixNeedsPrefixMatch,
  backendRewritePrefixNeedsPrefixMatch,
  backendTimeoutWithinRequest,
  fieldNeedsType,
  grpcNeedsGrpcProtocol,
  grpcProtocolNeedsGrpc,
  httpMatchesTotal,
  httpNeedsHttpProtocol,
  httpProtocolNeedsHttp,
  modifierFieldNeedsType,
  modifierNeedsField,
  oneFilterOf,
  parentsAllOrNoSections,
  pathCharacters,
  pathStartsWithSlash,
  pathType,
  pathWithout,
  redirectOrRewrite,
  redirectPrefixNeedsPrefixMatch,
  redirectWithoutBackends,
  rewritePrefixNeedsPrefixMatch,
  serviceNeedsPort,
  standardParentsAllOrNoSections,
  standardUniqueParentSections,
  starAlone,
  typeNeedsField,
  uniqueParentSections,
  uniqueRuleNames,
} from './cel-rules.ts';
import { LocalCACertificateReference } from './backend-tls.ts';
import { PolicyAncestorReference } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { BackendObjectReference, HTTPRequestHeaderFilter, HTTPRequestMirrorFilter } from './route-filters.ts';
import { GRPCRouteStatus } from './routes.ts';
import { SessionPersistence } from './session-persistence.ts';

export const HTTPCORSFilter = message('Which cross-origin browser requests are permitted.', {
  allowCredentials: bool('Lets browsers send cookies and other credentials across origins. Default: false.'),
  allowHeaders: list(
    string('', { maxLength: 256, minLength: 1, pattern: "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$" }),
    'Request headers a cross-origin script may use, or a lone `*`; at most 64.',
    { maxItems: 64, 'x-kubernetes-list-type': 'set', cel: [starAlone] },
  ),
  allowMethods: list(
    oneOf(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', '*']),
    'HTTP methods permitted across origins, or a lone `*`; at most 9.',
    { maxItems: 9, 'x-kubernetes-list-type': 'set', cel: [starAlone] },
  ),
  allowOrigins: list(
    string('', {
      maxLength: 253,
      minLength: 1,
      pattern:
        '(^\\*$)|(^(http(s)?):\\/\\/(((\\*\\.)?([a-zA-Z0-9\\-]+\\.)*[a-zA-Z0-9-]+|\\*)(:([0-9]{1,5}))?)$)',
    }),
    'Origins such as `https://example.com` that may call, wildcards allowed, or a lone `*`; at most 64.',
    { maxItems: 64, 'x-kubernetes-list-type': 'set', cel: [starAlone] },
  ),
  exposeHeaders: list(
    string('', { maxLength: 256, minLength: 1, pattern: "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$" }),
    'Response headers that cross-origin scripts may read beyond the always readable ones; at most 64.',
    { maxItems: 64, 'x-kubernetes-list-type': 'set' },
  ),
  maxAge: int32('Seconds a browser may cache the preflight answer. Default: 5.', { default: 5, minimum: 1 }),
});

export const ForwardBodyConfig = message('How much of the request body goes to the authorization server.', {
  maxSize: integer(
    'Largest body to buffer and send, in bytes; larger requests are refused and 0 sends no body.',
  ),
});

export const GRPCAuthConfig = message('Options for a gRPC authorization server.', {
  allowedHeaders: list(
    string(),
    'Client headers passed to the gRPC authorization server. Default: all of them.',
    { maxItems: 64, 'x-kubernetes-list-type': 'set' },
  ),
});

export const HTTPAuthConfig = message('Options for an HTTP authorization server.', {
  allowedHeaders: list(
    string(),
    'Client headers sent besides `Host`, `Method`, `Path`, `Content-Length` and `Authorization`, which always go along.',
    { maxItems: 64, 'x-kubernetes-list-type': 'set' },
  ),
  allowedResponseHeaders: list(
    string(),
    'Headers of the authorization answer copied into the request for the backend. Default: all except the host.',
    { maxItems: 64, 'x-kubernetes-list-type': 'set' },
  ),
  path: string("Prefix put before the client's path when asking the authorization server. Default: none.", {
    maxLength: 1024,
    pattern: "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$",
  }),
});

export const HTTPExternalAuthFilter = message(
  'Lets an external server decide whether a request may pass.',
  {
    backendRef: as(BackendObjectReference, 'The authorization server to ask.'),
    forwardBody: as(
      ForwardBodyConfig,
      'Includes the request body in the check. Default: the body is not sent.',
    ),
    grpc: as(
      GRPCAuthConfig,
      "Settings for servers speaking Envoy's `ext_authz` gRPC API; required with protocol `GRPC`, else forbidden.",
    ),
    http: as(
      HTTPAuthConfig,
      'Settings for plain HTTP authorization servers; required with protocol `HTTP`, else forbidden.',
    ),
    protocol: oneOf(
      ['HTTP', 'GRPC'],
      'Language of the authorization server: `HTTP` requests or the Envoy `GRPC` API. Required.',
    ),
  },
  {
    required: ['backendRef', 'protocol'],
    cel: [grpcProtocolNeedsGrpc, grpcNeedsGrpcProtocol, httpProtocolNeedsHttp, httpNeedsHttpProtocol],
  },
);

export const HTTPPathModifier = message(
  'How a path is changed in a redirect or rewrite.',
  {
    replaceFullPath: string(
      'New path that takes the place of the whole old one; with type `ReplaceFullPath` only.',
      { maxLength: 1024 },
    ),
    replacePrefixMatch: string(
      'New text for the matched prefix, the rest being kept; needs type `ReplacePrefixMatch` and a single `PathPrefix` match.',
      { maxLength: 1024 },
    ),
    type: oneOf(
      ['ReplaceFullPath', 'ReplacePrefixMatch'],
      'Exchange the whole path (`ReplaceFullPath`) or just the matched prefix (`ReplacePrefixMatch`). Required.',
    ),
  },
  {
    required: ['type'],
    cel: [
      modifierNeedsField('ReplaceFullPath', 'replaceFullPath'),
      modifierFieldNeedsType('replaceFullPath', 'ReplaceFullPath'),
      modifierNeedsField('ReplacePrefixMatch', 'replacePrefixMatch'),
      modifierFieldNeedsType('replacePrefixMatch', 'ReplacePrefixMatch'),
    ],
  },
);

export const HTTPRequestRedirectFilter = message(
  "Builds the redirect sent to the client; unset parts keep the request's values.",
  {
    hostname: string('Host in the `Location` header. Default: the host of the request.', {
      maxLength: 253,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    path: as(
      HTTPPathModifier,
      'How the path in the `Location` header is formed. Default: the path of the request.',
    ),
    port: int32(
      "Port in the `Location` header. Default: that of the given scheme, otherwise the listener's port.",
      { maximum: 65535, minimum: 1 },
    ),
    scheme: oneOf(
      ['http', 'https'],
      'Switches the `Location` header to `http` or `https`. Default: the scheme of the request.',
    ),
    statusCode: integer('Redirect code: 301, 302, 303, 307 or 308. Default: 302.', {
      default: 302,
      enum: [301, 302, 303, 307, 308],
    }),
  },
);

export const HTTPURLRewriteFilter = message(
  'Changes the URL of a request on its way to the backend, invisible to the client.',
  {
    hostname: string('Value written to the Host header for the backend. Default: unchanged.', {
      maxLength: 253,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    path: as(HTTPPathModifier, 'How the forwarded path is changed. Default: it stays as received.'),
  },
);

export const HTTPRouteFilter = message(
  'One processing step for HTTP requests; `type` says which settings block is used.',
  {
    cors: as(HTTPCORSFilter, 'Cross-origin policy answered by the gateway itself, for type `CORS`.'),
    extensionRef: as(
      LocalCACertificateReference,
      'Custom filter object, for type `ExtensionRef`; with Istio the whole route becomes invalid.',
    ),
    externalAuth: as(
      HTTPExternalAuthFilter,
      'Asks an external server before forwarding, for type `ExternalAuth`. Experimental channel only; Istio rejects it.',
      { experimental: true },
    ),
    requestHeaderModifier: as(
      HTTPRequestHeaderFilter,
      'Adds, sets or removes request headers, for type `RequestHeaderModifier`.',
    ),
    requestMirror: as(
      HTTPRequestMirrorFilter,
      'Copies requests to another backend and discards its answers, for type `RequestMirror`.',
    ),
    requestRedirect: as(
      HTTPRequestRedirectFilter,
      'Answers with a redirect instead of forwarding, for type `RequestRedirect`; the rule then has no backends.',
    ),
    responseHeaderModifier: as(
      HTTPRequestHeaderFilter,
      'Adds, sets or removes response headers, for type `ResponseHeaderModifier`.',
    ),
    type: oneOf(
      [
        'RequestHeaderModifier',
        'ResponseHeaderModifier',
        'RequestMirror',
        'RequestRedirect',
        'URLRewrite',
        'ExtensionRef',
        'CORS',
        'ExternalAuth',
      ],
      'Which step is performed and so which sibling field must be set, from header changes to redirect, rewrite or CORS.',
      {
        standard: {
          enum: [
            'RequestHeaderModifier',
            'ResponseHeaderModifier',
            'RequestMirror',
            'RequestRedirect',
            'URLRewrite',
            'ExtensionRef',
            'CORS',
          ],
        },
      },
    ),
    urlRewrite: as(
      HTTPURLRewriteFilter,
      'Changes host or path before forwarding, for type `URLRewrite`; excludes a redirect.',
    ),
  },
  {
    required: ['type'],
    cel: [
      fieldNeedsType('cors', 'CORS'),
      typeNeedsField('cors', 'CORS'),
      fieldNeedsType('requestHeaderModifier', 'RequestHeaderModifier'),
      typeNeedsField('requestHeaderModifier', 'RequestHeaderModifier'),
      fieldNeedsType('responseHeaderModifier', 'ResponseHeaderModifier'),
      typeNeedsField('responseHeaderModifier', 'ResponseHeaderModifier'),
      fieldNeedsType('requestMirror', 'RequestMirror'),
      typeNeedsField('requestMirror', 'RequestMirror'),
      fieldNeedsType('requestRedirect', 'RequestRedirect'),
      typeNeedsField('requestRedirect', 'RequestRedirect'),
      fieldNeedsType('urlRewrite', 'URLRewrite'),
      typeNeedsField('urlRewrite', 'URLRewrite'),
      fieldNeedsType('extensionRef', 'ExtensionRef'),
      typeNeedsField('extensionRef', 'ExtensionRef'),
      fieldNeedsType('externalAuth', 'ExternalAuth'),
      typeNeedsField('externalAuth', 'ExternalAuth'),
    ],
    standard: {
      cel: [
        fieldNeedsType('cors', 'CORS'),
        typeNeedsField('cors', 'CORS'),
        fieldNeedsType('requestHeaderModifier', 'RequestHeaderModifier'),
        typeNeedsField('requestHeaderModifier', 'RequestHeaderModifier'),
        fieldNeedsType('responseHeaderModifier', 'ResponseHeaderModifier'),
        typeNeedsField('responseHeaderModifier', 'ResponseHeaderModifier'),
        fieldNeedsType('requestMirror', 'RequestMirror'),
        typeNeedsField('requestMirror', 'RequestMirror'),
        fieldNeedsType('requestRedirect', 'RequestRedirect'),
        typeNeedsField('requestRedirect', 'RequestRedirect'),
        fieldNeedsType('urlRewrite', 'URLRewrite'),
        typeNeedsField('urlRewrite', 'URLRewrite'),
        fieldNeedsType('extensionRef', 'ExtensionRef'),
        typeNeedsField('extensionRef', 'ExtensionRef'),
      ],
    },
  },
);

export const HTTPRouteHTTPBackendRef = message(
  'A weighted destination of an HTTP or gRPC rule, with filters of its own.',
  {
    filters: list(
      HTTPRouteFilter,
      'Changes applied only to requests for this backend; in Istio just the two header modifiers.',
      {
        maxItems: 16,
        'x-kubernetes-list-type': 'atomic',
        cel: [
          redirectOrRewrite,
          oneFilterOf('CORS'),
          oneFilterOf('RequestHeaderModifier'),
          oneFilterOf('ResponseHeaderModifier'),
          oneFilterOf('RequestRedirect'),
          oneFilterOf('URLRewrite'),
        ],
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

export const HTTPRouteHTTPHeaderMatch = message(
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
      pattern: '^[!-~]+([\\t ]?[!-~]+)*$',
      standard: { pattern: undefined },
    }),
  },
  { required: ['name', 'value'] },
);

export const HTTPPathMatch = message(
  'A condition on the path of a request.',
  {
    type: oneOf(
      ['Exact', 'PathPrefix', 'RegularExpression'],
      'How paths are compared: `Exact`, segment-wise `PathPrefix`, or `RegularExpression`. Default: `PathPrefix`.',
      { default: 'PathPrefix' },
    ),
    value: string(
      'Path, prefix or pattern, starting with `/` unless it is a pattern; at most 1024 characters. Default: `/`.',
      { default: '/', maxLength: 1024 },
    ),
  },
  {
    default: { type: 'PathPrefix', value: '/' },
    cel: [
      pathStartsWithSlash,
      pathWithout('contains', '//'),
      pathWithout('contains', '/./'),
      pathWithout('contains', '/../'),
      pathWithout('contains', '%2f'),
      pathWithout('contains', '%2F'),
      pathWithout('contains', '#'),
      pathWithout('endsWith', '/..'),
      pathWithout('endsWith', '/.'),
      pathType,
      pathCharacters,
    ],
  },
);

export const HTTPQueryParamMatch = message(
  'A condition on one query parameter.',
  {
    name: string('Query parameter to look at, case-sensitive; a repeated entry for it has no effect.', {
      maxLength: 256,
      minLength: 1,
      pattern: "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$",
    }),
    type: oneOf(
      ['Exact', 'RegularExpression'],
      'How parameter values are compared: `Exact` or `RegularExpression`. Default: `Exact`.',
      { default: 'Exact' },
    ),
    value: string('Text or pattern the query parameter must match; at most 1024 characters.', {
      maxLength: 1024,
      minLength: 1,
    }),
  },
  { required: ['name', 'value'] },
);

export const HTTPRouteMatch = message('Conditions on an HTTP request, all of which must hold.', {
  headers: list(
    HTTPRouteHTTPHeaderMatch,
    'Headers the request must carry; every entry must match. At most 16.',
    { maxItems: 16, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
  ),
  method: oneOf(
    ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'],
    'HTTP method the request must use, in capitals. Default: any method.',
  ),
  path: as(HTTPPathMatch, 'Condition on the request path. Default: prefix `/`, so all paths.'),
  queryParams: list(
    HTTPQueryParamMatch,
    'Query parameters the request must carry; every entry must match. At most 16.',
    { maxItems: 16, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
  ),
});

export const HTTPRouteRetry = message('Retries of failed requests to backends.', {
  attempts: integer("How often a request may be retried, at least 1. Istio's default: 2.", { minimum: 1 }),
  backoff: string('Shortest wait before the next attempt, such as `100ms`.', {
    pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$',
  }),
  codes: list(
    integer('', { maximum: 599, minimum: 400 }),
    'Answer codes from 400 to 599 that lead to a retry; connection failures are retried anyway in Istio.',
    { 'x-kubernetes-list-type': 'set' },
  ),
});

export const HTTPRouteTimeouts = message(
  'Time limits of an HTTP rule, as durations such as `10s`.',
  {
    backendRequest: string(
      'Limit for one attempt at a backend; not above `request`, and `0s` means no limit.',
      { pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$' },
    ),
    request: string('Limit for the complete answer to the client, retries included; `0s` means no limit.', {
      pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$',
    }),
  },
  { cel: [backendTimeoutWithinRequest] },
);

export const HTTPRouteRule = message(
  'HTTP requests to match, how to treat them and the backends that get them.',
  {
    backendRefs: list(
      HTTPRouteHTTPBackendRef,
      'Weighted destinations of matched requests, at most 16; without any and without redirect the answer is 500.',
      { maxItems: 16, 'x-kubernetes-list-type': 'atomic' },
    ),
    filters: list(
      HTTPRouteFilter,
      'Steps applied to matched requests, such as redirect, rewrite, headers, mirroring or CORS; redirect and rewrite exclude each other.',
      {
        maxItems: 16,
        'x-kubernetes-list-type': 'atomic',
        cel: [
          redirectOrRewrite,
          oneFilterOf('CORS'),
          oneFilterOf('RequestHeaderModifier'),
          oneFilterOf('ResponseHeaderModifier'),
          oneFilterOf('RequestRedirect'),
          oneFilterOf('URLRewrite'),
        ],
      },
    ),
    matches: list(
      HTTPRouteMatch,
      'Alternative conditions, one of which must hold; at most 64. Default: path prefix `/`.',
      {
        default: [{ path: { type: 'PathPrefix', value: '/' } }],
        maxItems: 64,
        'x-kubernetes-list-type': 'atomic',
      },
    ),
    name: string(
      'Label for the HTTP rule, unique within the route, so that policies and tools can point at it.',
      {
        maxLength: 253,
        minLength: 1,
        pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      },
    ),
    retry: as(
      HTTPRouteRetry,
      'When and how often failed requests are tried again. Experimental channel only.',
      { experimental: true },
    ),
    sessionPersistence: as(
      SessionPersistence,
      "Keeps a client's requests on one backend endpoint. Experimental channel only; Istio ignores it.",
      { experimental: true },
    ),
    timeouts: as(HTTPRouteTimeouts, 'Time limits for the whole request and for single backend attempts.'),
  },
  {
    cel: [
      redirectWithoutBackends,
      redirectPrefixNeedsPrefixMatch,
      rewritePrefixNeedsPrefixMatch,
      backendRedirectPrefixNeedsPrefixMatch,
      backendRewritePrefixNeedsPrefixMatch,
    ],
  },
);

export const HTTPRouteSpec = message(
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
      HTTPRouteRule,
      'What to match and where to send it; across HTTP rules the most specific match wins, not the order.',
      {
        default: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }] }],
        maxItems: 16,
        minItems: 1,
        'x-kubernetes-list-type': 'atomic',
        cel: [httpMatchesTotal, uniqueRuleNames],
        standard: { cel: [httpMatchesTotal] },
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
  'A HTTPRoute of Gateway API.',
  {
    spec: as(HTTPRouteSpec, 'What the user asks for.'),
    status: as(GRPCRouteStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const HTTPRoute = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'HTTPRoute',
  plural: 'httproutes',
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
    {
      name: 'v1beta1',
      schema: root,
      columns: [
        { jsonPath: '.spec.hostnames', name: 'Hostnames', type: 'string' },
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
      ],
    },
  ],
});
