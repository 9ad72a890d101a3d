import type { ClusterWriter } from '../../kube/apply/index.ts';
import { noUpgrade } from './rollback.ts';
import { stateIn, stateKey } from './state-object.ts';
import type { UpgradeState } from './upgrade-state.ts';

/**
 * Asks who carries an upgrade out to stop after what is under way.
 *
 * @throws {MeshctlError} `input` when there is none.
 */
export async function pauseUpgrade(writer: ClusterWriter, namespace: string): Promise<UpgradeState> {
  const key = stateKey(namespace);
  const there = await writer.get(key);
  if (there === undefined) throw noUpgrade(namespace);
  return stateIn(await writer.patch(key, { data: { pause: 'true' } }, { type: 'merge' }));
}
