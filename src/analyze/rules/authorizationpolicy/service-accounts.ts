import { managedGatewaysOf } from '../../gateway-api/index.ts';
import { isKind } from '../../workloads.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** The service accounts that the input holds, or that workloads of it run as, by namespace. */
export function accountsByNamespace(mesh: Mesh): ReadonlyMap<string, ReadonlySet<string>> {
  const accounts = new Map<string, Set<string>>();
  const add = (namespace: string, name: string | undefined): void => {
    if (name === undefined || name === '') return;
    const known = accounts.get(namespace) ?? new Set();
    accounts.set(namespace, known.add(name));
  };
  for (const { namespace, name } of mesh.of('ServiceAccount')) add(namespace, name);
  for (const { namespace, object, pod } of mesh.workloads.all)
    add(namespace, pod === undefined ? machineAccount(object) : pod.serviceAccountName);
  // istiod makes the proxies of a Gateway of Gateway API, and their account.
  for (const { model, name } of mesh.derive(managedGatewaysOf)) {
    const { namespace, annotations } = model.gateway;
    add(namespace, annotations['gateway.istio.io/service-account'] ?? name);
  }
  return accounts;
}

function machineAccount(object: MeshObject): string | undefined {
  if (isKind(object, 'WorkloadEntry')) return object.spec.serviceAccount;
  return isKind(object, 'WorkloadGroup') ? object.spec.template?.serviceAccount : undefined;
}
