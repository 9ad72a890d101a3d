import type { ItemState, SectionKind } from './dump.ts';

/** A list of a section. */
export interface ListLayout {
  readonly field: string;
  /** The field of an item that holds the resource; none where the item is the resource. */
  readonly resource?: string;
  /** Unless the item itself holds one resource for each state. */
  readonly state?: ItemState;
}

/** How Envoy lays out a section. */
export interface SectionLayout {
  readonly kind: SectionKind;
  /** The message of the section, in `envoy.admin.v3`. */
  readonly message: string;
  /** Full name of the message of its resources. */
  readonly resourceType: string;
  /** The field that names a resource. */
  readonly nameField: string;
  readonly lists: readonly ListLayout[];
}

const config = 'envoy.config';

/** Every section that meshctl knows. */
export const sectionLayouts: readonly SectionLayout[] = [
  layout('bootstrap', 'BootstrapConfigDump', `${config}.bootstrap.v3.Bootstrap`, 'name', []),
  layout('clusters', 'ClustersConfigDump', `${config}.cluster.v3.Cluster`, 'name', [
    { field: 'static_clusters', resource: 'cluster', state: 'static' },
    { field: 'dynamic_active_clusters', resource: 'cluster', state: 'active' },
    { field: 'dynamic_warming_clusters', resource: 'cluster', state: 'warming' },
  ]),
  layout('listeners', 'ListenersConfigDump', `${config}.listener.v3.Listener`, 'name', [
    { field: 'static_listeners', resource: 'listener', state: 'static' },
    { field: 'dynamic_listeners', resource: 'listener' },
  ]),
  layout('routes', 'RoutesConfigDump', `${config}.route.v3.RouteConfiguration`, 'name', [
    { field: 'static_route_configs', resource: 'route_config', state: 'static' },
    { field: 'dynamic_route_configs', resource: 'route_config', state: 'active' },
  ]),
  layout('scopedRoutes', 'ScopedRoutesConfigDump', `${config}.route.v3.ScopedRouteConfiguration`, 'name', [
    { field: 'inline_scoped_route_configs', state: 'static' },
    { field: 'dynamic_scoped_route_configs', state: 'active' },
  ]),
  layout('endpoints', 'EndpointsConfigDump', `${config}.endpoint.v3.ClusterLoadAssignment`, 'cluster_name', [
    { field: 'static_endpoint_configs', resource: 'endpoint_config', state: 'static' },
    { field: 'dynamic_endpoint_configs', resource: 'endpoint_config', state: 'active' },
  ]),
  layout('secrets', 'SecretsConfigDump', 'envoy.extensions.transport_sockets.tls.v3.Secret', 'name', [
    { field: 'static_secrets', resource: 'secret', state: 'static' },
    { field: 'dynamic_active_secrets', resource: 'secret', state: 'active' },
    { field: 'dynamic_warming_secrets', resource: 'secret', state: 'warming' },
  ]),
  layout('ecds', 'EcdsConfigDump', `${config}.core.v3.TypedExtensionConfig`, 'name', [
    { field: 'ecds_filters', resource: 'ecds_filter', state: 'active' },
  ]),
  layout('clusterStatuses', 'Clusters', 'envoy.admin.v3.ClusterStatus', 'name', [
    { field: 'cluster_statuses', state: 'active' },
  ]),
];

function layout(
  kind: SectionKind,
  message: string,
  resourceType: string,
  nameField: string,
  lists: readonly ListLayout[],
): SectionLayout {
  return { kind, message: `envoy.admin.v3.${message}`, resourceType, nameField, lists };
}
