import { groupBy } from '../group-by.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { carries, type Workload } from './workloads.ts';

type Policy = MeshObject<'PeerAuthentication'>;

/** What a workload asks of its clients, and the policy that says so. */
export interface EffectiveMtls {
  readonly mode: 'STRICT' | 'PERMISSIVE' | 'DISABLE';
  /** Undefined for the default. */
  readonly policy: Policy | undefined;
  /** Ports of the workload that have a mode of their own, by number, and the policy that says so. */
  readonly byPort: Readonly<Record<string, string>>;
  readonly portPolicy: Policy | undefined;
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
  const byPort = modesByPort(selecting);
  const portPolicy = Object.keys(byPort).length === 0 ? undefined : selecting;
  for (const policy of [selecting, ...wide]) {
    const mode = policy?.spec.mtls?.mode;
    if (mode !== undefined && mode !== 'UNSET') return { mode, policy, byPort, portPolicy };
  }
  return { mode: 'PERMISSIVE', policy: undefined, byPort, portPolicy };
}

/** A port whose mode is UNSET follows the others. */
const modesByPort = (policy: Policy | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(policy?.spec.portLevelMtls ?? {}).flatMap(([port, { mode = 'UNSET' }]) =>
      mode === 'UNSET' ? [] : [[port, mode]],
    ),
  );

const selectorOf = ({ spec: { selector } }: Policy): Readonly<Record<string, string>> =>
  selector?.matchLabels ?? {};

const isForAll = (policy: Policy): boolean => Object.keys(selectorOf(policy)).length === 0;

const policiesByNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Policy[]> =>
  groupBy(mesh.of('PeerAuthentication'), ({ namespace }) => namespace);
