import { MeshctlError } from '../src/errors.ts';
import type { MeshVersions } from '../src/istiod/index.ts';
import type { CommandIo } from './command-io.ts';
import { istiodOptions, type ControlPlaneOptions } from './control-plane-options.ts';
import { connectOptions, type KubeOptions } from './kube-options.ts';

/** Why the versions of a mesh are not known. */
export interface Unread {
  readonly unread: MeshctlError;
  /** Whether there is a cluster to ask. */
  readonly configured: boolean;
}

/** Reads the versions that run in the cluster; a cluster that does not tell is part of the answer. */
export async function readMeshVersions(
  io: CommandIo,
  options: KubeOptions & ControlPlaneOptions,
): Promise<MeshVersions | Unread> {
  const { connect } = await import('../src/kube/index.ts');
  let configured = false;
  try {
    const client = await connect(connectOptions(io, options));
    configured = true;
    const { meshVersions } = await import('../src/istiod/index.ts');
    return await meshVersions(client, istiodOptions(io, options));
  } catch (error) {
    io.interrupt().throwIfAborted();
    if (!(error instanceof MeshctlError)) throw error;
    return { unread: error, configured };
  }
}
