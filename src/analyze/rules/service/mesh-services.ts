import { isAmbientNamespace, mayBeInMesh, namespaceInjection } from '../../injection.ts';
import { namespacesAreInjectedByDefault } from '../../injector-settings.ts';
import type { Mesh } from '../../mesh.ts';
import { isControlPlane } from '../../control-plane.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { serviceWorkloads } from '../../service-workloads.ts';

/** The Services whose ports Istio judges: not those of the control plane or of gateways that it manages itself. */
export const judgedServices = (mesh: Mesh): readonly MeshObject<'Service'>[] =>
  mesh.of('Service').filter(({ labels }) => !isControlPlane(labels) && !isManaged(labels));

const isManaged = (labels: Readonly<Record<string, string>>): boolean =>
  managers.has(labels['gateway.istio.io/managed'] ?? '');

const managers: ReadonlySet<string> = new Set([
  'istio.io-gateway-controller',
  'istio.io-mesh-controller',
  'istio.io-eastwest-controller',
]);

/** Whether requests to a Service may reach the mesh: its workloads are in it, or may be for all that the input says. */
export function mayServeMesh(mesh: Mesh, service: MeshObject<'Service'>): boolean {
  const selected = serviceWorkloads(mesh).selectedBy.get(service) ?? [];
  if (selected.length > 0) return selected.some((workload) => mayBeInMesh(mesh, workload));
  const { namespace } = service;
  const injection = namespaceInjection(mesh, namespace);
  if (typeof injection === 'object' || injection === 'unknown') return true;
  return (
    isAmbientNamespace(mesh, namespace) ||
    (injection === 'unlabelled' && namespacesAreInjectedByDefault(mesh))
  );
}
