import { isAmbient, isInMesh } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import { serviceWorkloads } from '../../service-workloads.ts';
import type { Workload } from '../../workloads.ts';
import { isGatewayPod } from './is-gateway-pod.ts';
import { oneOfEachOwner } from './owner-of.ts';

/**
 * The workloads that are surely in the mesh and that clients are sent to, Pods with their owner as one:
 * `mesh.derive(servedWorkloads)`. Gateways are none.
 */
export function servedWorkloads(mesh: Mesh): readonly Workload[] {
  const { servicesOf } = serviceWorkloads(mesh);
  const served = mesh.workloads.all.filter(
    (workload) =>
      (servicesOf.has(workload) || workload.pod === undefined) &&
      !isGatewayPod(workload) &&
      (isInMesh(mesh, workload) || isAmbient(mesh, workload)),
  );
  return oneOfEachOwner(served);
}
