import type { TypeStatus } from './proxy-status.ts';

/** Type URL without its prefix to the name of its discovery service. */
const shortNames = new Map([
  ['envoy.config.cluster.v3.Cluster', 'CDS'],
  ['envoy.config.listener.v3.Listener', 'LDS'],
  ['envoy.config.endpoint.v3.ClusterLoadAssignment', 'EDS'],
  ['envoy.config.route.v3.RouteConfiguration', 'RDS'],
  ['envoy.config.core.v3.TypedExtensionConfig', 'ECDS'],
  ['envoy.extensions.transport_sockets.tls.v3.Secret', 'SDS'],
  ['istio.networking.nds.v1.NameTable', 'NDS'],
  ['istio.mesh.v1alpha1.ProxyConfig', 'PCDS'],
  ['istio.workload.Address', 'WDS'],
  ['istio.workload.Workload', 'WDS'],
  ['istio.security.Authorization', 'WADS'],
]);

/** CDS for the type URL of clusters, and so on; a type URL without a short name stays as it is. */
export const shortNameOf = (typeUrl: string): string =>
  shortNames.get(typeUrl.replace(/^type\.googleapis\.com\//, '')) ?? typeUrl;

const first = ['CDS', 'LDS', 'EDS', 'RDS'];

/** CDS, LDS, EDS, RDS, then the others by type URL. */
export function inTypeOrder(types: readonly TypeStatus[]): readonly TypeStatus[] {
  const keyOf = ({ shortName, typeUrl }: TypeStatus): string => {
    const place = first.indexOf(shortName);
    return place >= 0 ? String(place) : `${first.length}${typeUrl}`;
  };
  return types
    .map((type) => ({ type, key: keyOf(type) }))
    .sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
    .map(({ type }) => type);
}
