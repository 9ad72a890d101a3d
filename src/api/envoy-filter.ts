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

export const EnvoyFilterProxyMatch = message('Conditions on the proxy instance that a patch is meant for.', {
  proxyVersion: string(
    "RE2 pattern for the proxy's Istio version, such as `^1\\.31.*`; useful for upgrades.",
  ),
  metadata: map(
    string(),
    "Exact key/value pairs the proxy's node metadata must contain; for proxies that report custom entries.",
  ),
});

export const EnvoyFilterListenerMatchSubFilterMatch = message(
  'Selects an HTTP filter inside the HTTP connection manager of a sidecar or gateway.',
  {
    name: string('HTTP filter to match, by its Envoy name, such as `envoy.filters.http.router`.'),
  },
);

export const EnvoyFilterListenerMatchFilterMatch = message(
  'Selects a network filter in a chain, and possibly an HTTP filter inside it.',
  {
    name: string(
      'Network filter to match, by its Envoy name, such as `envoy.filters.network.http_connection_manager`.',
    ),
    subFilter: as(
      EnvoyFilterListenerMatchSubFilterMatch,
      'Picks an HTTP filter inside the HTTP connection manager; only for `HTTP_FILTER` patches.',
    ),
  },
);

export const EnvoyFilterListenerMatchFilterChainMatch = message(
  'Selects filter chains of a listener by their own match criteria or name.',
  {
    name: string('Name Istio gave the filter chain, matched exactly.'),
    sni: string("Server name in the chain's match condition, compared exactly."),
    transportProtocol: string('Transport the chain accepts: `tls` or `raw_buffer`. Default: either.'),
    applicationProtocols: string(
      'Comma-separated ALPN protocols the chain must list, such as `istio-http/1.1,h2`; mainly for sidecars.',
    ),
    filter: as(
      EnvoyFilterListenerMatchFilterMatch,
      'Picks a network filter within the chain, as the target or as the anchor for inserting.',
    ),
    destinationPort: uint32(
      "Port in the filter chain's match condition; needed on sidecar inbound traffic to reach one port's chains.",
    ),
  },
);

export const EnvoyFilterListenerMatch = message(
  'Selects listeners, and inside them filter chains and filters; every given condition must hold.',
  {
    portNumber: uint32(
      'Port the listener was generated for; for sidecar outbound traffic, the service port. Default: any.',
    ),
    portName: string('Name of the service or gateway port; only useful on gateway listeners.'),
    filterChain: as(
      EnvoyFilterListenerMatchFilterChainMatch,
      'Picks one filter chain of the listener, and optionally a filter in it. Default: all chains.',
    ),
    listenerFilter: string(
      'Name of the listener filter to match, such as `envoy.filters.listener.tls_inspector`; for `LISTENER_FILTER` patches.',
    ),
    name: string('Exact Envoy listener name, such as `virtualInbound` or `0.0.0.0_8080`.'),
  },
);

export const EnvoyFilterRouteConfigurationMatchRouteMatch = message(
  'Selects single routes within a virtual host.',
  {
    name: string(
      "Route name to match, as set in the VirtualService's HTTP route; generated routes are often called `default`.",
    ),
    action: oneOf(
      ['ANY', 'ROUTE', 'REDIRECT', 'DIRECT_RESPONSE'],
      'What the route must do to match: forward, redirect, or answer directly. Default: ANY.',
    ),
  },
);

export const EnvoyFilterRouteConfigurationMatchVirtualHostMatch = message(
  'Selects virtual hosts in a route configuration.',
  {
    name: string(
      'Virtual host to match, in the form `host:port`, such as `reviews.prod.svc.cluster.local:9080`.',
    ),
    domainName: string('One of the domains the virtual host serves, matched exactly.'),
    route: as(
      EnvoyFilterRouteConfigurationMatchRouteMatch,
      'Picks single routes of the virtual host; for `HTTP_ROUTE` patches.',
    ),
  },
);

export const EnvoyFilterRouteConfigurationMatch = message(
  'Selects HTTP route configurations, and inside them virtual hosts and routes.',
  {
    portNumber: uint32('Service or gateway port the routes were generated for. Default: any.'),
    portName: string('Name of the server port in an Istio Gateway; only with the gateway context.'),
    gateway: string(
      'Istio Gateway the routes were generated from, as `namespace/name`; gateway context only.',
    ),
    vhost: as(
      EnvoyFilterRouteConfigurationMatchVirtualHostMatch,
      'Picks one virtual host, and optionally a route in it. Default: all of them.',
    ),
    name: string('Exact name of the route configuration, such as `8080` or `http.80`.'),
  },
);

export const EnvoyFilterClusterMatch = message(
  'Selects the Envoy clusters a patch applies to; every given condition must hold.',
  {
    portNumber: uint32(
      'Service port the cluster was generated for; for inbound clusters, the port of the service. Default: any.',
    ),
    service: string(
      'Full service host name of the cluster, as in `reviews.prod.svc.cluster.local`; not used for inbound clusters.',
    ),
    subset: string(
      'DestinationRule subset the cluster stands for. Default: clusters of any subset and of none.',
    ),
    name: string(
      'Exact Envoy cluster name, for internal clusters such as `PassthroughCluster`; other conditions are then unnecessary.',
    ),
  },
);

export const EnvoyFilterWaypointMatchRouteMatch = message('Selects a route generated for a waypoint.', {
  name: string('Name of the waypoint route to match; usually `default` for generated ones.'),
});

export const EnvoyFilterWaypointMatchFilterMatchSubFilterMatch = message(
  "Selects an HTTP filter inside a waypoint's HTTP connection manager.",
  {
    name: string("Envoy name of the waypoint's HTTP filter to match, such as `envoy.filters.http.rbac`."),
  },
);

export const EnvoyFilterWaypointMatchFilterMatch = message(
  'Selects a network filter of a waypoint, and possibly an HTTP filter inside it.',
  {
    name: string(
      "Envoy name of the waypoint's network filter to match, such as `envoy.filters.network.tcp_proxy`.",
    ),
    subFilter: as(
      EnvoyFilterWaypointMatchFilterMatchSubFilterMatch,
      "Picks an HTTP filter within the waypoint's HTTP connection manager; for `HTTP_FILTER` patches.",
    ),
  },
);

export const EnvoyFilterWaypointMatch = message('Selects the objects of a waypoint proxy to patch.', {
  portNumber: uint32('Service port whose waypoint configuration is meant. Default: every port.', {
    cel: [portNumber],
  }),
  route: as(
    EnvoyFilterWaypointMatchRouteMatch,
    "Picks routes by name in the waypoint's configuration for a service.",
  ),
  filter: as(
    EnvoyFilterWaypointMatchFilterMatch,
    'Picks a network filter, or an HTTP filter inside it, in the waypoint.',
  ),
});

export const EnvoyFilterEnvoyConfigObjectMatch = message(
  'Conditions on the proxy and on the generated object under which a patch applies.',
  {
    context: oneOf(
      ['ANY', 'SIDECAR_INBOUND', 'SIDECAR_OUTBOUND', 'GATEWAY', 'WAYPOINT'],
      'Kind of proxy and direction of traffic: sidecar inbound, sidecar outbound, gateway, waypoint, or `ANY` of the sidecars and gateways. Default: ANY.',
    ),
    proxy: as(
      EnvoyFilterProxyMatch,
      'Further conditions on the proxy itself: its Istio version or node metadata.',
    ),
    listener: as(
      EnvoyFilterListenerMatch,
      'Selects listeners, filter chains and filters; for patches on those objects.',
    ),
    routeConfiguration: as(
      EnvoyFilterRouteConfigurationMatch,
      'Selects HTTP route configurations, virtual hosts or routes; for patches on those objects.',
    ),
    cluster: as(
      EnvoyFilterClusterMatch,
      'Selects upstream clusters by service, subset, port or Envoy name; for `applyTo: CLUSTER`.',
    ),
    waypoint: as(
      EnvoyFilterWaypointMatch,
      'Selects objects in a waypoint proxy; needed with, and only allowed with, context `WAYPOINT`.',
    ),
  },
  { oneOf: atMostOneOf('listener', 'routeConfiguration', 'cluster', 'waypoint'), cel: [waypointContext] },
);

export const EnvoyFilterPatch = message('How the matched object is changed and with which content.', {
  operation: oneOf(
    [
      'INVALID',
      'MERGE',
      'ADD',
      'REMOVE',
      'INSERT_BEFORE',
      'INSERT_AFTER',
      'INSERT_FIRST',
      'REPLACE',
      'MERGE_AND_REPLACE_LIST',
    ],
    'How to apply the patch: merge into the object, add, remove, replace it, or insert before, after or first among its siblings. Required.',
  ),
  value: anyObject(
    'The Envoy v3 configuration fragment to merge or insert, in JSON form; unnecessary for REMOVE.',
  ),
  filterClass: oneOf(
    ['UNSPECIFIED', 'AUTHN', 'AUTHZ', 'STATS'],
    "Position for an added HTTP filter relative to Istio's own: at authentication, authorization or statistics. Default: decided by the operation.",
  ),
});

export const EnvoyFilterEnvoyConfigObjectPatch = message(
  'One change: what kind of Envoy object, which of them, and how to alter it.',
  {
    applyTo: oneOf(
      [
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
      ],
      'Type of Envoy object to patch, such as `LISTENER`, `HTTP_FILTER`, `VIRTUAL_HOST`, `CLUSTER` or `BOOTSTRAP`. Required.',
    ),
    match: as(
      EnvoyFilterEnvoyConfigObjectMatch,
      'Narrows the patch to certain proxies and generated objects. Default: all objects of the chosen type.',
    ),
    patch: as(EnvoyFilterPatch, 'The operation and the Envoy configuration fragment to use for it.'),
  },
);

export const EnvoyFilterSpec = message(
  'Patches the Envoy configuration Istio generates; powerful, tied to internal names, and may break on upgrades.',
  {
    workloadSelector: as(
      WorkloadSelector,
      'Restricts the patches to workloads with these labels in the same namespace; in the root namespace, in all namespaces. Excludes `targetRefs`.',
    ),
    targetRefs: list(
      PolicyTargetReference,
      'Gateways or other objects whose proxies get the patches, for waypoints and Gateway API gateways. Cannot be combined with a selector.',
      { maxItems: 16, protoName: 'targetRefs' },
    ),
    configPatches: list(
      EnvoyFilterEnvoyConfigObjectPatch,
      'The list of changes, each with a place to apply it, a match condition and the content.',
    ),
    priority: int32(
      'Order among EnvoyFilters of one namespace; lower numbers, which may be negative, are applied first. Default: 0.',
    ),
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
