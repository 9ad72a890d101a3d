import { expandHost } from '../expand-host.ts';
import { serviceOf, type Host } from './hosts.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { gatewayName } from './names.ts';

type Referring = MeshObject<'VirtualService'> | MeshObject<'DestinationRule'>;

/**
 * What a host means to a VirtualService or DestinationRule: the Services and ServiceEntries of that name which it can
 * reach. Compatible with istioctl that is what its namespace sees, or those it is exported to; otherwise it is enough
 * that one of its users sees the host: its namespace, those it is exported to, those of its gateways.
 */
export function hostsSeenBy(mesh: Mesh, object: Referring, host: string): readonly Host[] {
  const { exportTo = [] } = object.spec;
  if (mesh.settings.compat) return decisive(mesh.hosts.lookup(object.namespace, exportTo, host));
  const name = nameOf(object.namespace, host);
  for (const user of usersOf(mesh, object)) {
    const found = mesh.hosts.lookup(user, [], name);
    if (found.length > 0) return found;
  }
  return [];
}

/** The full name that a host means, written with the domain of Kubernetes whatever domain the cluster has. */
export const nameOf = (namespace: string, host: string): string =>
  expandHost(namespace, host).replace(/\.svc\.(?!cluster\.local$)[a-z0-9.-]+$/, '.svc.cluster.local');

/** istioctl knows one thing for each name: the Service, else the ServiceEntry that it read last. */
const decisive = (hosts: readonly Host[]): readonly Host[] => {
  const one = hosts.find(({ object }) => object.kind === 'Service') ?? hosts.at(-1);
  return one === undefined ? [] : [one];
};

/** The namespaces in which an object takes effect, as far as it names them. */
export function usersOf(mesh: Mesh, { namespace, spec }: Referring): ReadonlySet<string> {
  const named = (spec.exportTo ?? []).filter((to) => !['.', '*', '~'].includes(to));
  const gateways = ('gateways' in spec ? (spec.gateways ?? []) : []).filter((name) => name !== 'mesh');
  const proxies = gateways.flatMap((reference) => gatewayNamespaces(mesh, gatewayName(reference, namespace)));
  return new Set([namespace, ...named, ...proxies]);
}

/** Where a Gateway and its proxies are. */
function gatewayNamespaces(mesh: Mesh, { namespace, name }: ReturnType<typeof gatewayName>): string[] {
  const { selector = {} } = mesh.find('Gateway', namespace, name)?.spec ?? {};
  const proxies = Object.keys(selector).length === 0 ? [] : mesh.workloads.matching(selector);
  return [namespace, ...proxies.map((workload) => workload.namespace)];
}

/**
 * Whether a host that nobody in the input holds does not exist: the input is complete, or holds what its namespace
 * offers; for a host outside of the cluster, the ServiceEntries of the namespace that uses it.
 */
export function isHostGiven(mesh: Mesh, namespace: string, host: string): boolean {
  const name = nameOf(namespace, host);
  return name.endsWith('.svc.cluster.local')
    ? mesh.isGiven(serviceOf(namespace, name).namespace)
    : mesh.isKnown('ServiceEntry', namespace);
}
