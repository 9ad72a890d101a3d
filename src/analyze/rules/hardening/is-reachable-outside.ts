import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { workloadsOfGateway } from '../gateway/gateway-workloads.ts';

/**
 * Whether clients outside of the cluster may reach a Gateway: unless all Services of its proxies are known to be for the
 * cluster alone, or its selector is that of an egress gateway.
 */
export function isReachableOutside(mesh: Mesh, gateway: MeshObject<'Gateway'>): boolean {
  const labels = Object.values(gateway.spec.selector ?? {});
  if (labels.some((value) => value.includes('egress'))) return false;
  const services = workloadsOfGateway(mesh, gateway).flatMap((workload) => mesh.servicesOf(workload));
  return services.length === 0 || services.some(isPublic);
}

/** Whether a Service is reached from outside of the cluster. */
export const isPublic = ({ spec: { type, externalIPs = [] } }: MeshObject<'Service'>): boolean =>
  type === 'LoadBalancer' || type === 'NodePort' || externalIPs.length > 0;
