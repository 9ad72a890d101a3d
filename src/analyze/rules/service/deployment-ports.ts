import { isInMesh } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { serviceDeployments } from '../../service-workloads.ts';
import type { Workload } from '../../workloads.ts';

/** A Deployment in the mesh with the Services that select it, as istioctl looks at it. */
export interface DeploymentServices {
  readonly workload: Workload;
  readonly services: readonly MeshObject<'Service'>[];
}

/** The Deployments whose ports istioctl compares. */
export const deploymentsWithServices = (mesh: Mesh): readonly DeploymentServices[] =>
  Array.from(serviceDeployments(mesh).servicesOf, ([workload, services]) => ({ workload, services })).filter(
    ({ workload }) =>
      workload.object.labels['gateway.istio.io/managed'] !== 'istio.io-mesh-controller' &&
      isInMesh(mesh, workload),
  );
