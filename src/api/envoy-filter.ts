import {
  anyObject,
  as,
  atMostOneOf,
  int32,
  list,
  map,
  message,
  oneOf,
  string,
  uint32,
} from './schema/fields.ts';
import { portNumber, waypointContext, workloadSelectorOrTargetRefs } from './cel-rules.ts';
import { PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';
import { WorkloadSelector } from './workload-selector.ts';

export const EnvoyFilterProxyMatch = message('', {
  proxyVersion: string(),
  metadata: map(string(), ''),
});

export const EnvoyFilterListenerMatchSubFilterMatch = message('', {
  name: string(),
});

export const EnvoyFilterListenerMatchFilterMatch = message('', {
  name: string(),
  subFilter: as(EnvoyFilterListenerMatchSubFilterMatch, ''),
});

export const EnvoyFilterListenerMatchFilterChainMatch = message('', {
  name: string(),
  sni: string(),
  transportProtocol: string(),
  applicationProtocols: string(),
  filter: as(EnvoyFilterListenerMatchFilterMatch, ''),
  destinationPort: uint32(),
});

export const EnvoyFilterListenerMatch = message('', {
  portNumber: uint32(),
  portName: string(),
  filterChain: as(EnvoyFilterListenerMatchFilterChainMatch, ''),
  listenerFilter: string(),
  name: string(),
});

export const EnvoyFilterRouteConfigurationMatchRouteMatch = message('', {
  name: string(),
  action: oneOf(['ANY', 'ROUTE', 'REDIRECT', 'DIRECT_RESPONSE']),
});

export const EnvoyFilterRouteConfigurationMatchVirtualHostMatch = message('', {
  name: string(),
  domainName: string(),
  route: as(EnvoyFilterRouteConfigurationMatchRouteMatch, ''),
});

export const EnvoyFilterRouteConfigurationMatch = message('', {
  portNumber: uint32(),
  portName: string(),
  gateway: string(),
  vhost: as(EnvoyFilterRouteConfigurationMatchVirtualHostMatch, ''),
  name: string(),
});

export const EnvoyFilterClusterMatch = message('', {
  portNumber: uint32(),
  service: string(),
  subset: string(),
  name: string(),
});

export const EnvoyFilterWaypointMatchRouteMatch = message('', {
  name: string(),
});

export const EnvoyFilterWaypointMatchFilterMatchSubFilterMatch = message('', {
  name: string(),
});

export const EnvoyFilterWaypointMatchFilterMatch = message('', {
  name: string(),
  subFilter: as(EnvoyFilterWaypointMatchFilterMatchSubFilterMatch, ''),
});

export const EnvoyFilterWaypointMatch = message('', {
  portNumber: uint32('', { cel: [portNumber] }),
  route: as(EnvoyFilterWaypointMatchRouteMatch, ''),
  filter: as(EnvoyFilterWaypointMatchFilterMatch, ''),
});

export const EnvoyFilterEnvoyConfigObjectMatch = message(
  '',
  {
    context: oneOf(['ANY', 'SIDECAR_INBOUND', 'SIDECAR_OUTBOUND', 'GATEWAY', 'WAYPOINT']),
    proxy: as(EnvoyFilterProxyMatch, ''),
    listener: as(EnvoyFilterListenerMatch, ''),
    routeConfiguration: as(EnvoyFilterRouteConfigurationMatch, ''),
    cluster: as(EnvoyFilterClusterMatch, ''),
    waypoint: as(EnvoyFilterWaypointMatch, ''),
  },
  { oneOf: atMostOneOf('listener', 'routeConfiguration', 'cluster', 'waypoint'), cel: [waypointContext] },
);

export const EnvoyFilterPatch = message('', {
  operation: oneOf([
    'INVALID',
    'MERGE',
    'ADD',
    'REMOVE',
    'INSERT_BEFORE',
    'INSERT_AFTER',
    'INSERT_FIRST',
    'REPLACE',
    'MERGE_AND_REPLACE_LIST',
  ]),
  value: anyObject(),
  filterClass: oneOf(['UNSPECIFIED', 'AUTHN', 'AUTHZ', 'STATS']),
});

export const EnvoyFilterEnvoyConfigObjectPatch = message('', {
  applyTo: oneOf([
    'INVALID',
    'LISTENER',
    'FILTER_CHAIN',
    'NETWORK_FILTER',
    'HTTP_FILTER',
    'ROUTE_CONFIGURATION',
    'VIRTUAL_HOST',
    'HTTP_ROUTE',
    'CLUSTER',
    'EXTENSION_CONFIG',
    'BOOTSTRAP',
    'LISTENER_FILTER',
  ]),
  match: as(EnvoyFilterEnvoyConfigObjectMatch, ''),
  patch: as(EnvoyFilterPatch, ''),
});

export const EnvoyFilterSpec = message(
  '',
  {
    workloadSelector: as(WorkloadSelector, ''),
    targetRefs: list(PolicyTargetReference, '', { maxItems: 16, protoName: 'targetRefs' }),
    configPatches: list(EnvoyFilterEnvoyConfigObjectPatch, ''),
    priority: int32(),
  },
  { cel: [workloadSelectorOrTargetRefs] },
);

export const EnvoyFilter = istioKind({
  group: 'networking.istio.io',
  kind: 'EnvoyFilter',
  plural: 'envoyfilters',
  versions: ['v1alpha3'],
  storage: 'v1alpha3',
  age: 'none',
  spec: EnvoyFilterSpec,
});
