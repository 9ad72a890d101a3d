import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { carries, type Workload } from './workloads.ts';

type Policy = MeshObject<'PeerAuthentication'>;

/** What a workload asks of its clients, and the policy that says so. */
export interface EffectiveMtls {
  readonly mode: 'STRICT' | 'PERMISSIVE' | 'DISABLE';
  /** Undefined for the default. */
  readonly policy: Policy | undefined;
  /** Whether some port has a mode of its own. */
  readonly differsByPort: boolean;
}

/**
 * The mutual TLS of a workload: of the policy that selects it, else of its namespace, else of the root namespace; the
 * first that sets a mode decides.
 */
export function effectiveMtls(mesh: Mesh, { namespace, labels }: Workload): EffectiveMtls {
  const policies = mesh.derive(policiesByNamespace);
  const own = policies.get(namespace) ?? [];
  const selecting = own.find((policy) => !isForAll(policy) && carries(labels, selectorOf(policy)));
  const wide = [own.find(isForAll), (policies.get(mesh.rootNamespace) ?? []).find(isForAll)];
  const differsByPort = Object.keys(selecting?.spec.portLevelMtls ?? {}).length > 0;
  for (const policy of [selecting, ...wide]) {
    const mode = policy?.spec.mtls?.mode;
    if (mode !== undefined && mode !== 'UNSET') return { mode, policy, differsByPort };
  }
  return { mode: 'PERMISSIVE', policy: undefined, differsByPort };
}

const selectorOf = ({ spec: { selector } }: Policy): Readonly<Record<string, string>> =>
  selector?.matchLabels ?? {};

const isForAll = (policy: Policy): boolean => Object.keys(selectorOf(policy)).length === 0;

function policiesByNamespace(mesh: Mesh): ReadonlyMap<string, readonly Policy[]> {
  const policies = new Map<string, Policy[]>();
  for (const policy of mesh.of('PeerAuthentication')) {
    const known = policies.get(policy.namespace);
    if (known === undefined) policies.set(policy.namespace, [policy]);
    else known.push(policy);
  }
  return policies;
}
