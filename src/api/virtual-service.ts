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
  '',
  {
    host: string(),
    subset: string(),
    port: as(PortSelector, ''),
  },
  { required: ['host'] },
);

export const StringMatch = message(
  '',
  {
    exact: string(),
    prefix: string(),
    regex: string(),
  },
  { oneOf: atMostOneOf('exact', 'prefix', 'regex') },
);

export const HTTPMatchRequest = message('', {
  name: string(),
  uri: as(StringMatch, ''),
  scheme: as(StringMatch, ''),
  method: as(StringMatch, ''),
  authority: as(StringMatch, ''),
  headers: map(StringMatch, ''),
  port: uint32(),
  sourceLabels: map(string(), ''),
  gateways: list(string(), ''),
  queryParams: map(StringMatch, ''),
  ignoreUriCase: bool(),
  withoutHeaders: map(StringMatch, ''),
  sourceNamespace: string(),
  statPrefix: string(),
});

export const HeadersHeaderOperations = message('', {
  set: map(string(), ''),
  add: map(string(), ''),
  remove: list(string(), ''),
});

export const Headers = message('', {
  request: as(HeadersHeaderOperations, ''),
  response: as(HeadersHeaderOperations, ''),
});

export const HTTPRouteDestination = message(
  '',
  {
    destination: as(Destination, ''),
    weight: int32(),
    headers: as(Headers, ''),
  },
  { required: ['destination'] },
);

export const HTTPRedirect = message(
  '',
  {
    uri: string(),
    authority: string(),
    port: uint32(),
    derivePort: oneOf(['FROM_PROTOCOL_DEFAULT', 'FROM_REQUEST_PORT']),
    scheme: string(),
    redirectCode: uint32(),
    prefixRewrite: string(),
  },
  { oneOf: atMostOneOf('port', 'derivePort') },
);

export const HTTPBody = message(
  '',
  {
    string: string(),
    bytes: bytes(''),
  },
  { oneOf: atMostOneOf('string', 'bytes') },
);

export const HTTPDirectResponse = message(
  '',
  {
    status: uint32(),
    body: as(HTTPBody, ''),
  },
  { required: ['status'] },
);

export const Delegate = message('', {
  name: string(),
  namespace: string(),
});

export const RegexRewrite = message('', {
  match: string(),
  rewrite: string(),
});

export const HTTPRewrite = message('', {
  uri: string(),
  authority: string(),
  uriRegexRewrite: as(RegexRewrite, ''),
});

export const Percent = message('', {
  value: double(),
});

export const HTTPFaultInjectionDelay = message(
  '',
  {
    percent: int32('', { deprecated: '' }),
    fixedDelay: duration('', { cel: [atLeast1ms] }),
    exponentialDelay: duration('', { cel: [atLeast1ms] }),
    percentage: as(Percent, ''),
  },
  { oneOf: atMostOneOf('fixedDelay', 'exponentialDelay') },
);

export const HTTPFaultInjectionAbort = message(
  '',
  {
    httpStatus: int32(),
    grpcStatus: string(),
    http2Error: string(),
    percentage: as(Percent, ''),
  },
  { oneOf: atMostOneOf('httpStatus', 'grpcStatus', 'http2Error') },
);

export const HTTPFaultInjection = message('', {
  delay: as(HTTPFaultInjectionDelay, ''),
  abort: as(HTTPFaultInjectionAbort, ''),
});

export const HTTPMirrorPolicy = message(
  '',
  {
    destination: as(Destination, ''),
    percentage: as(Percent, ''),
  },
  { required: ['destination'] },
);

export const CorsPolicy = message('', {
  allowOrigin: list(string(), '', { deprecated: '' }),
  allowOrigins: list(StringMatch, ''),
  allowMethods: list(string(), ''),
  allowHeaders: list(string(), ''),
  exposeHeaders: list(string(), ''),
  maxAge: duration('', { cel: [atLeast1ms] }),
  allowCredentials: bool('', { nullable: true }),
  unmatchedPreflights: oneOf(['UNSPECIFIED', 'FORWARD', 'IGNORE']),
});

export const HTTPRoute = message('', {
  name: string(),
  match: list(HTTPMatchRequest, ''),
  route: list(HTTPRouteDestination, ''),
  redirect: as(HTTPRedirect, ''),
  directResponse: as(HTTPDirectResponse, ''),
  delegate: as(Delegate, ''),
  rewrite: as(HTTPRewrite, ''),
  timeout: duration('', { cel: [atLeast1ms] }),
  retries: as(HTTPRetry, ''),
  fault: as(HTTPFaultInjection, ''),
  mirror: as(Destination, ''),
  mirrors: list(HTTPMirrorPolicy, ''),
  mirrorPercent: uint32('', { nullable: true, deprecated: '' }),
  mirrorPercentage: as(Percent, ''),
  corsPolicy: as(CorsPolicy, ''),
  headers: as(Headers, ''),
  mirror_percent: uint32('Second spelling of `mirrorPercent`, kept for old documents.', {
    nullable: true,
    aliasOf: 'mirrorPercent',
    deprecated: 'mirrorPercentage.value',
  }),
});

export const TLSMatchAttributes = message(
  '',
  {
    sniHosts: list(string(), ''),
    destinationSubnets: list(string(), ''),
    port: uint32(),
    sourceLabels: map(string(), ''),
    gateways: list(string(), ''),
    sourceNamespace: string(),
  },
  { required: ['sniHosts'] },
);

export const RouteDestination = message(
  '',
  {
    destination: as(Destination, ''),
    weight: int32(),
  },
  { required: ['destination'] },
);

export const TLSRoute = message(
  '',
  {
    match: list(TLSMatchAttributes, ''),
    route: list(RouteDestination, ''),
  },
  { required: ['match'] },
);

export const L4MatchAttributes = message('', {
  destinationSubnets: list(string(), ''),
  port: uint32(),
  sourceSubnet: string(),
  sourceLabels: map(string(), ''),
  gateways: list(string(), ''),
  sourceNamespace: string(),
});

export const TCPRoute = message('', {
  match: list(L4MatchAttributes, ''),
  route: list(RouteDestination, ''),
});

export const VirtualServiceSpec = message('', {
  hosts: list(string(), ''),
  gateways: list(string(), ''),
  http: list(HTTPRoute, ''),
  tls: list(TLSRoute, ''),
  tcp: list(TCPRoute, ''),
  exportTo: list(string(), ''),
});

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
