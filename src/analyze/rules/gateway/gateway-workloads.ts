import { groupBy } from '../../../group-by.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { carries, type Workload } from '../../workloads.ts';

/**
 * The proxies that a Gateway configures, in whatever namespace they run. Without a selector it is for every gateway,
 * which only istioctl takes to be every Pod.
 */
export const workloadsOfGateway = (mesh: Mesh, { spec }: MeshObject<'Gateway'>): readonly Workload[] => {
  const { selector = {} } = spec;
  return Object.keys(selector).length === 0 && !mesh.settings.compat ? [] : mesh.workloads.matching(selector);
};

/** The namespaces that they run in, where their Secrets are; istioctl takes that of the first one for all. */
export function namespacesOfGateway(mesh: Mesh, gateway: MeshObject<'Gateway'>): readonly string[] {
  const namespaces = workloadsOfGateway(mesh, gateway).map(({ namespace }) => namespace);
  return mesh.settings.compat ? namespaces.slice(0, 1) : [...new Set(namespaces)];
}

/**
 * The Services that send requests to a workload. For istioctl a Service without a selector sends them to every Pod of
 * its namespace.
 */
export const servicesBefore = (mesh: Mesh, workload: Workload): readonly MeshObject<'Service'>[] =>
  mesh.settings.compat
    ? (mesh.derive(servicesByNamespace).get(workload.namespace) ?? []).filter(({ spec }) =>
        carries(workload.labels, spec.selector ?? {}),
      )
    : mesh.servicesOf(workload);

const servicesByNamespace = (mesh: Mesh): ReadonlyMap<string, readonly MeshObject<'Service'>[]> =>
  groupBy(mesh.of('Service'), ({ namespace }) => namespace);
