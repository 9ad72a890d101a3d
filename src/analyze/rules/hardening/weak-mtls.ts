import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { effectiveMtls } from '../../peer-authentication.ts';
import type { Workload } from '../../workloads.ts';
import { demandsIdentity } from './demands-identity.ts';
import { policiesOfWorkload } from './policies-of-workload.ts';
import { servedWorkloads } from './served-workloads.ts';

/** A workload that takes requests without mutual TLS from anywhere. */
export interface WeakMtls {
  readonly workload: Workload;
  readonly mode: string;
  /** Undefined where no PeerAuthentication says so. */
  readonly policy: MeshObject<'PeerAuthentication'> | undefined;
  /** Where the policy says it. */
  readonly path: Path;
}

/** Every workload, and port of one, that takes plain text: `mesh.derive(weakMtls)`. */
export const weakMtls = (mesh: Mesh): readonly WeakMtls[] =>
  mesh
    .derive(servedWorkloads)
    .filter((workload) => !demandsIdentity(policiesOfWorkload(mesh, workload)))
    .flatMap((workload) => weaknessesOf(mesh, workload));

function weaknessesOf(mesh: Mesh, workload: Workload): readonly WeakMtls[] {
  const { mode, policy, byPort, portPolicy } = effectiveMtls(mesh, workload);
  const ports = Object.entries(byPort).map(([port, portMode]) => ({
    ...{ workload, mode: portMode, policy: portPolicy, path: ['spec', 'portLevelMtls', port, 'mode'] },
  }));
  return [{ workload, mode, policy, path: ['spec', 'mtls', 'mode'] }, ...ports].filter(
    (one) => one.mode === 'PERMISSIVE' || one.mode === 'DISABLE',
  );
}
