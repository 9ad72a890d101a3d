import { pushTo } from '../group-by.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { workloadOf, Workloads, type Workload } from './workloads.ts';

/** Which Services send requests to which workloads. */
export interface ServiceWorkloads {
  /** Those that a Service selects; none for one without a selector. */
  readonly selectedBy: ReadonlyMap<MeshObject<'Service'>, readonly Workload[]>;
  /** The Services that select a workload, in the order of the input; only workloads that have any. */
  readonly servicesOf: ReadonlyMap<Workload, readonly MeshObject<'Service'>[]>;
}

/** Services and the workloads of the mesh. */
export const serviceWorkloads = (mesh: Mesh): ServiceWorkloads => mesh.derive(ofAll);

/** Services and Deployments, the only templates that istioctl reads. */
export const serviceDeployments = (mesh: Mesh): ServiceWorkloads => mesh.derive(ofDeployments);

const ofAll = (mesh: Mesh): ServiceWorkloads => joined(mesh, mesh.workloads);

const ofDeployments = (mesh: Mesh): ServiceWorkloads =>
  joined(mesh, new Workloads(mesh.of('Deployment').flatMap((object) => workloadOf(object) ?? [])));

function joined(mesh: Mesh, workloads: Workloads): ServiceWorkloads {
  const selectedBy = new Map<MeshObject<'Service'>, readonly Workload[]>();
  const servicesOf = new Map<Workload, MeshObject<'Service'>[]>();
  for (const service of mesh.of('Service')) {
    const { selector = {} } = service.spec;
    if (Object.keys(selector).length === 0) continue;
    const selected = workloads.matching(selector, service.namespace);
    selectedBy.set(service, selected);
    for (const workload of selected) pushTo(servicesOf, workload, service);
  }
  return { selectedBy, servicesOf };
}
