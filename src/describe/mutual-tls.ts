import { effectiveMtls, type Mesh, type MeshObject, type Workload } from '../analyze/index.ts';
import { given } from '../given.ts';
import type { Level, MutualTlsView } from './description.ts';
import { refOf } from './object-ref.ts';

/** What a workload asks of its clients, which object says so, and for how many workloads that object is. */
export function mutualTlsOf(mesh: Mesh, workload: Workload): MutualTlsView {
  const { mode, policy, byPort, portPolicy } = effectiveMtls(mesh, workload);
  return {
    ...{ mode, level: levelOf(mesh, policy) },
    ...given({ policy: policy && refOf(policy) }),
    ports: byPort,
    ...given({ portPolicy: portPolicy && refOf(portPolicy) }),
  };
}

function levelOf(mesh: Mesh, policy: MeshObject<'PeerAuthentication'> | undefined): Level {
  if (policy === undefined) return 'default';
  if (Object.keys(policy.spec.selector?.matchLabels ?? {}).length > 0) return 'workload';
  return policy.namespace === mesh.rootNamespace ? 'mesh' : 'namespace';
}
