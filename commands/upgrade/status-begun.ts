import type { ClusterClient } from '../../src/kube/index.ts';
import { noUpgrade, readUpgradeState, type UpgradeState } from '../../src/upgrade/run/index.ts';

/**
 * The upgrade that was begun.
 *
 * @throws {MeshctlError} `input` when there is none.
 */
export async function begunUpgrade(client: ClusterClient, namespace: string): Promise<UpgradeState> {
  const state = await readUpgradeState(client, namespace);
  if (state === undefined) throw noUpgrade(namespace);
  return state;
}
