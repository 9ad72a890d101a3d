import { groupBy } from '../../../group-by.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { carries, type Workload } from '../../workloads.ts';

type Policy = MeshObject<'AuthorizationPolicy'>;

/** The AuthorizationPolicies that decide about requests to a workload, those of its waypoint too. */
export function policiesOfWorkload(mesh: Mesh, workload: Workload): readonly Policy[] {
  const policies = mesh.derive(byNamespace);
  const namespaces = new Set([workload.namespace, mesh.rootNamespace]);
  return [...namespaces].flatMap((namespace) =>
    (policies.get(namespace) ?? []).filter((policy) => isFor(mesh, policy, workload)),
  );
}

const byNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Policy[]> =>
  groupBy(mesh.of('AuthorizationPolicy'), ({ namespace }) => namespace);

function isFor(mesh: Mesh, { namespace, spec }: Policy, workload: Workload): boolean {
  const { selector, targetRef, targetRefs = [] } = spec;
  const targets = [...(targetRef === undefined ? [] : [targetRef]), ...targetRefs];
  if (targets.length === 0) return carries(workload.labels, selector?.matchLabels ?? {});
  return targets.some(({ kind = '', name = '' }) => isTargeted(mesh, workload, { kind, name, namespace }));
}

interface Target {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

function isTargeted(mesh: Mesh, workload: Workload, { kind, name, namespace }: Target): boolean {
  if (kind === 'GatewayClass') return true;
  if (kind === 'Service') return mesh.servicesOf(workload).some((service) => service.name === name);
  if (kind !== 'Gateway') return false;
  const gateway = mesh.find('KubernetesGateway', namespace, name);
  return gateway === undefined || gateway.spec.gatewayClassName === 'istio-waypoint';
}
