import { MeshctlError } from '../../errors.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { forgetBefore } from './before-store.ts';
import { planHashOf } from './plan-hash-of.ts';
import { requireOldPlane } from './require-old-plane.ts';
import { readUpgradeState } from './state-object.ts';
import { StateStore } from './state-store.ts';
import type { UpgradeState } from './upgrade-state.ts';

/**
 * The state to carry a plan out with: that of the same plan if it was begun, else a new one.
 *
 * @throws {MeshctlError} `environment` when another upgrade, or a rollback, is under way, `input` as `requireOldPlane`.
 */
export async function openStore(writer: ClusterWriter, plan: UpgradePlan): Promise<StateStore> {
  const state = await readUpgradeState(writer.client, plan.istioNamespace);
  if (state === undefined) {
    await requireOldPlane(writer, plan);
    return StateStore.begin(writer, plan);
  }
  if (state.planHash === planHashOf(plan)) {
    refuseHalfUndone(state);
    return StateStore.resume(writer, state, 'running');
  }
  if (state.phase !== 'done' && state.phase !== 'rolled-back') throw isAnother(state);
  await requireOldPlane(writer, plan);
  for (const { id, beforePieces = 0 } of state.records) {
    const step = state.plan.steps.findIndex((one) => one.id === id);
    await forgetBefore(writer, { namespace: plan.istioNamespace, step }, beforePieces);
  }
  return StateStore.begin(writer, plan);
}

function refuseHalfUndone({ phase, records }: UpgradeState): void {
  const half = records.find(({ state }) => state === 'undoing');
  if (half === undefined && phase !== 'rolling-back') return;
  const what = half === undefined ? 'the upgrade' : `the step ${half.id}`;
  throw new MeshctlError('environment', `${what} is half taken back`, {
    hint: 'finish that with `meshctl upgrade rollback` first',
  });
}

const isAnother = ({ plan, phase }: UpgradeState): MeshctlError =>
  new MeshctlError('environment', 'another upgrade is under way', {
    reason: `from ${plan.from.revision} to ${plan.to.revision}, and it is ${phase}`,
    hint: 'go on with it by `meshctl upgrade resume`, or take it back with `meshctl upgrade rollback`',
  });
