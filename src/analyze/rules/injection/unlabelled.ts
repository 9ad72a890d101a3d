import { isSystemNamespace } from '../../injection.ts';
import type { KindName } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import type { Workload } from '../../workloads.ts';

/**
 * Namespaces that carry no label about injection. istioctl lists all; otherwise only those whose workloads depend on it,
 * or that hold policies for workloads.
 */
export function unlabelledNamespaces(mesh: Mesh): readonly MeshObject<'Namespace'>[] {
  return mesh
    .of('Namespace')
    .filter(
      (namespace) =>
        namespace.name !== 'istio-system' &&
        isUnlabelled(namespace) &&
        (mesh.settings.compat || isOfInterest(mesh, namespace.name)),
    );
}

const isUnlabelled = ({ labels }: MeshObject): boolean =>
  labels['istio.io/dataplane-mode'] !== 'ambient' &&
  (labels['istio-injection'] ?? '') === '' &&
  labels['istio.io/rev'] === undefined;

function isOfInterest(mesh: Mesh, namespace: string): boolean {
  if (isSystemNamespace(namespace) || namespace === mesh.rootNamespace) return false;
  const workloads = mesh.workloads.in(namespace);
  if (workloads.length > 0) return workloads.some(dependsOnNamespace);
  return mesh.derive(namespacesWithPolicies).has(namespace);
}

/** VMs join by themselves, and a label of its own decides for a Pod. */
const dependsOnNamespace = ({ pod, labels }: Workload): boolean =>
  pod !== undefined && pod.hostNetwork !== true && !decisive.some((name) => name in labels);

const decisive = ['sidecar.istio.io/inject', 'istio.io/rev', 'istio.io/dataplane-mode'];

const policies: readonly KindName[] = [
  'AuthorizationPolicy',
  'PeerAuthentication',
  'ProxyConfig',
  'RequestAuthentication',
  'Sidecar',
  'Telemetry',
];

const namespacesWithPolicies = (mesh: Mesh): ReadonlySet<string> =>
  new Set(policies.flatMap((kind) => mesh.of(kind).map(({ namespace }) => namespace)));
