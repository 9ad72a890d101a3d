import {
  as,
  atMostOneOf,
  bool,
  bytes,
  double,
  duration,
  int32,
  list,
  map,
  message,
  oneOf,
  string,
  uint32,
} from './schema/fields.ts';
import { atLeast1ms } from './cel-rules.ts';
import { HTTPRetry } from './http-retry.ts';
import { PortSelector } from './ports.ts';
import { istioKind } from './schema/istio-kind.ts';

export const Destination = message(
  'A service, optionally narrowed to a subset and a port, that traffic is sent to.',
  {
    host: string(
      "Service name from the registry (Kubernetes Service or ServiceEntry host); short names are completed with the rule's own namespace.",
    ),
    subset: string(
      'Name of a subset defined in the DestinationRule of the same host; empty means all endpoints.',
    ),
    port: as(
      PortSelector,
      'Port of the addressed service; may be left out when the service has only one port.',
    ),
  },
  { required: ['host'] },
);

export const StringMatch = message(
  'A string condition; exactly one form, case-sensitive.',
  {
    exact: string('The whole value must be equal to this text.'),
    prefix: string('The value must start with this text.'),
    regex: string('The whole value must match this RE2 expression; at most 1024 characters.'),
  },
  { oneOf: atMostOneOf('exact', 'prefix', 'regex') },
);

export const HTTPMatchRequest = message(
  'Conditions on a request; all fields of one match must hold, and one match of the list suffices.',
  {
    name: string(
      "Label for this match; together with the route's name it appears in access logs and metrics.",
    ),
    uri: as(
      StringMatch,
      'Condition on the request path, without query; case-sensitive unless `ignoreUriCase` is set.',
    ),
    scheme: as(StringMatch, 'Condition on the URI scheme, `http` or `https`.'),
    method: as(StringMatch, 'Condition on the HTTP method, such as `GET`; case-sensitive.'),
    authority: as(
      StringMatch,
      'Condition on the Host (`:authority`) header, as exact, prefix or regex match.',
    ),
    headers: map(
      StringMatch,
      'Conditions per header, keyed by lower-case name; an empty matcher only asks for presence. `@request.auth.claims.` keys match JWT claims on gateways.',
    ),
    port: uint32(
      'Service or gateway port the request must be addressed to; unnecessary for hosts with one port.',
    ),
    sourceLabels: map(
      string(),
      'Labels the calling workload must have; only effective in sidecars of the mesh, not on gateways.',
    ),
    gateways: list(
      string(),
      "Gateways this match applies to, replacing the VirtualService's own list; `mesh` stands for all sidecars.",
    ),
    queryParams: map(
      StringMatch,
      'Conditions per query parameter, keyed by name; an empty `exact` value matches the parameter being present without content.',
    ),
    ignoreUriCase: bool(
      'Compares the path without regard to case, for exact and prefix matches. Default: false.',
    ),
    withoutHeaders: map(
      StringMatch,
      'The inverse of `headers`: requests for which any of these header conditions holds do not match.',
    ),
    sourceNamespace: string(
      'Namespace the calling workload must run in; only effective in sidecars, not on gateways.',
    ),
    statPrefix: string(
      'Prefix for Envoy statistics about requests that hit this route. Default: no per-route statistics.',
    ),
  },
);

export const HeadersHeaderOperations = message(
  "Header changes in one direction; values may use Envoy's `%...%` substitutions.",
  {
    set: map(
      string(),
      'Headers to write, overwriting existing values; `%REQ(...)%` and similar are expanded.',
    ),
    add: map(string(), 'Headers to append, keeping existing values.'),
    remove: list(string(), 'Names of headers to delete; pseudo headers and Host cannot be removed.'),
  },
);

export const Headers = message('Header changes for requests and for responses.', {
  request: as(HeadersHeaderOperations, 'Changes made to the request before it reaches the service.'),
  response: as(HeadersHeaderOperations, 'Changes made to the response before it reaches the caller.'),
});

export const HTTPRouteDestination = message(
  'A weighted target of an HTTP route.',
  {
    destination: as(Destination, 'Service, subset and port that this share of the requests goes to.'),
    weight: int32(
      'Share of requests relative to the sum of all weights of the route; 0 gets none. A single target gets everything.',
    ),
    headers: as(Headers, 'Headers to change only for requests, and their responses, that go to this target.'),
  },
  { required: ['destination'] },
);

export const HTTPRedirect = message(
  'Answers with a redirect to a changed URL; cannot be combined with route, fault or rewrite.',
  {
    uri: string(
      'New path of the redirect, replacing the whole path of the request. Excludes `prefixRewrite`.',
    ),
    authority: string('New host part of the redirect target. Default: the host asked for.'),
    port: uint32('Port number to put into the redirect URL; excludes `derivePort`.'),
    derivePort: oneOf(
      ['FROM_PROTOCOL_DEFAULT', 'FROM_REQUEST_PORT'],
      "Takes the redirect's port from the scheme (80 or 443) or keeps the one of the request. Excludes `port`.",
    ),
    scheme: string('Scheme of the redirect URL, `http` or `https`. Default: the scheme of the request.'),
    redirectCode: uint32('Status code of the redirect, 300 to 399. Default: 301.'),
    prefixRewrite: string(
      'Replaces only the matched path prefix in the redirect; needs prefix `uri` matches.',
    ),
  },
  { oneOf: atMostOneOf('port', 'derivePort') },
);

export const HTTPBody = message(
  'A fixed response body, given as text or as bytes; exactly one of the two.',
  {
    string: string('Response body as plain text; above 100 KiB gives a warning, above 1 MiB an error.'),
    bytes: bytes('Response body as base64-encoded binary data, with the same size limits as the text form.'),
  },
  { oneOf: atMostOneOf('string', 'bytes') },
);

export const HTTPDirectResponse = message(
  'Makes the proxy answer requests by itself with a fixed status and body.',
  {
    status: uint32('HTTP status code of the fixed answer, 200 to 600. Required.'),
    body: as(
      HTTPBody,
      'Content of the fixed answer; set its type with `headers.response.set`. Default: empty.',
    ),
  },
  { required: ['status'] },
);

export const Delegate = message(
  'Points to the VirtualService that supplies the detailed routes for a matched prefix.',
  {
    name: string('Name of the delegate VirtualService, which must have no `hosts` of its own.'),
    namespace: string('Namespace of the delegate VirtualService. Default: that of the root one.'),
  },
);

export const RegexRewrite = message('A path rewrite by regular expression.', {
  match: string(
    'RE2 expression searched in the path; at most 1024 characters, with groups for reuse. Required.',
  ),
  rewrite: string('Replacement text; `\\1` to `\\9` insert captured groups. Required.'),
});

export const HTTPRewrite = message('Changes path or host of a request before it is forwarded.', {
  uri: string(
    'Replacement for the path, or for the matched prefix when the match is a prefix. Excludes `uriRegexRewrite`.',
  ),
  authority: string('Replacement for the Host (`:authority`) header sent to the service.'),
  uriRegexRewrite: as(RegexRewrite, 'Rewrites parts of the path by a regular expression. Excludes `uri`.'),
});

export const Percent = message('A percentage that may have fractions.', {
  value: double('Number from 0 to 100; apart from 0, at least 0.0001.'),
});

export const HTTPFaultInjectionDelay = message(
  'An injected delay and the share of requests that suffers it.',
  {
    percent: int32('Share of requests to delay, as an integer 0 to 100. Deprecated: use `percentage`.', {
      deprecated: 'use `percentage`',
      successor: { field: 'percentage', wrap: 'value' },
    }),
    fixedDelay: duration('Time a request is held before it is forwarded; at least 1ms. Required.', {
      cel: [atLeast1ms],
    }),
    exponentialDelay: duration(
      'Delay drawn from an exponential distribution. Not supported: validation rejects it.',
      { cel: [atLeast1ms] },
    ),
    percentage: as(Percent, 'Share of requests that are delayed, 0 to 100 with fractions. Default: none.'),
  },
  { oneOf: atMostOneOf('fixedDelay', 'exponentialDelay') },
);

export const HTTPFaultInjectionAbort = message(
  'An injected error and the share of requests that gets it.',
  {
    httpStatus: int32('HTTP status code to fail with, 200 to 600.'),
    grpcStatus: string('gRPC status to fail with, as upper-case name such as `UNAVAILABLE`.'),
    http2Error: string('HTTP/2 error to fail with. Not supported: validation rejects it.'),
    percentage: as(Percent, 'Share of requests that fail, 0 to 100 with fractions. Default: none.'),
  },
  { oneOf: atMostOneOf('httpStatus', 'grpcStatus', 'http2Error') },
);

export const HTTPFaultInjection = message(
  'Deliberate delays and errors to test how callers cope; at least one is needed.',
  {
    delay: as(
      HTTPFaultInjectionDelay,
      'Holds back part of the requests for a fixed time before forwarding them.',
    ),
    abort: as(
      HTTPFaultInjectionAbort,
      'Answers part of the requests with an error instead of forwarding them.',
    ),
  },
);

export const HTTPMirrorPolicy = message(
  "A destination that gets copies of the route's requests; its answers are dropped.",
  {
    destination: as(Destination, 'Service the copies go to. Required.'),
    percentage: as(Percent, "Share of the route's requests to copy, 0 to 100 with fractions. Default: 100."),
  },
  { required: ['destination'] },
);

export const CorsPolicy = message(
  'Cross-origin (CORS) rules the proxy enforces and answers browsers with on an HTTP route.',
  {
    allowOrigin: list(
      string(),
      'Exact origins allowed to make cross-origin calls. Deprecated: use `allowOrigins` with `exact` matches.',
      {
        deprecated: 'use `allowOrigins` with `exact` matches',
        successor: { field: 'allowOrigins', each: 'exact' },
      },
    ),
    allowOrigins: list(
      StringMatch,
      'Matchers for the origins that may call cross-origin; one hit suffices and the origin is echoed back.',
    ),
    allowMethods: list(
      string(),
      'HTTP methods announced in `Access-Control-Allow-Methods`, such as `GET` or `POST`, or `*`.',
    ),
    allowHeaders: list(
      string(),
      'Request headers browsers may send, announced in `Access-Control-Allow-Headers`; `*` allows any.',
    ),
    exposeHeaders: list(
      string(),
      'Response headers that scripts in the browser may read, announced in `Access-Control-Expose-Headers`.',
    ),
    maxAge: duration('How long browsers may cache a preflight answer; whole seconds only.', {
      cel: [atLeast1ms],
    }),
    allowCredentials: bool(
      'Whether cross-origin calls may carry cookies or other credentials; `true` sends the matching response header.',
      { nullable: true },
    ),
    unmatchedPreflights: oneOf(
      ['UNSPECIFIED', 'FORWARD', 'IGNORE'],
      'What happens to preflight requests from origins that do not match: pass them upstream (`FORWARD`) or drop CORS handling for them (`IGNORE`). Default: FORWARD.',
    ),
  },
);

export const HTTPRoute = message(
  'One HTTP rule: which requests it matches and what happens to them; the first matching rule wins.',
  {
    name: string('Label of the rule, shown in access logs and usable in EnvoyFilter matches.'),
    match: list(
      HTTPMatchRequest,
      'Conditions of which one must hold; without any, the rule takes every request.',
    ),
    route: list(
      HTTPRouteDestination,
      'Destinations for matching requests, split by weight. Excludes `redirect` and `directResponse`.',
    ),
    redirect: as(
      HTTPRedirect,
      'Sends the client to another URL instead of forwarding. Excludes `route`, `fault` and `directResponse`.',
    ),
    directResponse: as(
      HTTPDirectResponse,
      'Answers with a fixed status and body instead of forwarding. Excludes `route`, `redirect`, `rewrite` and `fault`.',
    ),
    delegate: as(
      Delegate,
      "Hands matching requests to another VirtualService's rules; the rule then has no `route` or `redirect`.",
    ),
    rewrite: as(HTTPRewrite, 'Changes to path and host before forwarding; not possible with a redirect.'),
    timeout: duration(
      'Time limit for the whole request, retries included; at least 1ms. Default: no limit.',
      { cel: [atLeast1ms] },
    ),
    retries: as(
      HTTPRetry,
      'Retry policy of this rule. Default: the mesh-wide one, normally 2 retries for connection problems.',
    ),
    fault: as(
      HTTPFaultInjection,
      'Test delays and errors for matching requests; timeouts and retries are not applied while a fault is set.',
    ),
    mirror: as(
      Destination,
      'Single service that gets copies of the requests, answers dropped. Excludes `mirrors`.',
    ),
    mirrors: list(
      HTTPMirrorPolicy,
      'Several services that get copies of the requests, each with its own share. Excludes `mirror`.',
    ),
    mirrorPercent: uint32(
      'Integer share of requests that `mirror` copies. Deprecated: use `mirrorPercentage`.',
      {
        nullable: true,
        deprecated: 'use `mirrorPercentage`',
        successor: { field: 'mirrorPercentage', wrap: 'value' },
      },
    ),
    mirrorPercentage: as(
      Percent,
      'Share of requests that `mirror` copies, 0 to 100 with fractions. Default: 100.',
    ),
    corsPolicy: as(CorsPolicy, "Cross-origin rules the proxy applies to browsers' requests on this route."),
    headers: as(Headers, 'Headers to set, add or remove on requests and responses of the whole rule.'),
    mirror_percent: uint32('Second spelling of `mirrorPercent`, kept for old documents.', {
      nullable: true,
      aliasOf: 'mirrorPercent',
      deprecated: 'use `mirrorPercentage`',
      successor: { field: 'mirrorPercentage', wrap: 'value' },
    }),
  },
);

export const TLSMatchAttributes = message(
  'Conditions on an encrypted connection that is routed without decryption.',
  {
    sniHosts: list(
      string(),
      "Server names (SNI) the client may ask for, `*.` wildcards allowed; must lie within the VirtualService's hosts. Required.",
    ),
    destinationSubnets: list(
      string(),
      "IP addresses or CIDR ranges that the encrypted connection's target must be in.",
    ),
    port: uint32('Port the encrypted connection is addressed to. Default: any port of the host.'),
    sourceLabels: map(
      string(),
      'Labels the client workload of the encrypted connection must have; only effective in sidecars.',
    ),
    gateways: list(
      string(),
      "Gateways on which this SNI match applies, replacing the VirtualService's list; `mesh` means the sidecars.",
    ),
    sourceNamespace: string(
      'Namespace the client workload of the encrypted connection must run in; only effective in sidecars.',
    ),
  },
  { required: ['sniHosts'] },
);

export const RouteDestination = message(
  'A weighted target of a TCP or TLS route.',
  {
    destination: as(Destination, 'Service, subset and port that this share of the connections goes to.'),
    weight: int32(
      'Share of connections relative to the sum of all weights; a single target gets all of them.',
    ),
  },
  { required: ['destination'] },
);

export const TLSRoute = message(
  'One rule for TLS or HTTPS passthrough traffic, chosen by SNI.',
  {
    match: list(TLSMatchAttributes, 'SNI and other conditions of which one must hold. Required.'),
    route: list(
      RouteDestination,
      'Destinations for matching encrypted connections, split by weight. Required.',
    ),
  },
  { required: ['match'] },
);

export const L4MatchAttributes = message('Conditions on a TCP connection; all given ones must hold.', {
  destinationSubnets: list(
    string(),
    "IP addresses or CIDR ranges that the connection's target address must be in.",
  ),
  port: uint32('Port the connection is addressed to; unnecessary for hosts with a single port.'),
  sourceSubnet: string(
    'IP address or CIDR range the client must be in. Support is limited; prefer `sourceLabels` or `sourceNamespace`.',
  ),
  sourceLabels: map(
    string(),
    'Labels the connecting workload must have; only effective in sidecars, not on gateways.',
  ),
  gateways: list(
    string(),
    "Gateways whose connections this match covers, replacing the VirtualService's list; `mesh` means the sidecars.",
  ),
  sourceNamespace: string('Namespace the connecting workload must run in; only effective in sidecars.'),
});

export const TCPRoute = message('One rule for TCP connections; the first matching one wins.', {
  match: list(L4MatchAttributes, 'Connection conditions of which one must hold. Default: every connection.'),
  route: list(RouteDestination, 'Destinations for matching connections, split by weight. Required.'),
});

export const VirtualServiceSpec = message(
  'Routing rules for traffic to one or more hosts, in sidecars, gateways or both.',
  {
    hosts: list(
      string(),
      'Hosts the rules apply to: names, `*.` wildcards or IPs. Left out only in a delegate VirtualService.',
    ),
    gateways: list(
      string(),
      'Gateways to attach to, as `namespace/name`; `mesh` means the sidecars and must be listed when wanted besides others. Default: mesh.',
    ),
    http: list(
      HTTPRoute,
      'Rules for HTTP, HTTP/2, gRPC and TLS-terminated HTTPS traffic; the first match wins.',
    ),
    tls: list(TLSRoute, 'Rules for encrypted traffic that is routed by SNI without decryption.'),
    tcp: list(TCPRoute, 'Rules for all other traffic, chosen by port and address.'),
    exportTo: list(
      string(),
      'Namespaces in which the routes take effect: `.` own, `*` all, or names. Default: all, unless the mesh config says otherwise.',
    ),
  },
);

export const VirtualService = istioKind({
  group: 'networking.istio.io',
  kind: 'VirtualService',
  plural: 'virtualservices',
  shortNames: ['vs'],
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  columns: { Gateways: '.spec.gateways', Hosts: '.spec.hosts' },
  age: 'last',
  spec: VirtualServiceSpec,
});
