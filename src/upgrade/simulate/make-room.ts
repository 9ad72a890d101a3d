import { compareText } from '../../compare-text.ts';
import { objectIn, valueIn } from '../../json.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { OwnerRestart, UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';

/**
 * Gives room to the budgets that would stop a plan, and tells of each, in words: in a real cluster somebody has to do it,
 * or Pods have to come up first.
 */
export async function makeRoom(writer: ClusterWriter, plan: UpgradePlan): Promise<readonly string[]> {
  const owners = plan.steps.flatMap(ownersIn);
  const covered = new Map(
    owners.flatMap((owner) => owner.budgets.map((name) => [`${owner.namespace}/${name}`, { owner, name }])),
  );
  const told: string[] = [];
  for (const { owner, name } of covered.values()) {
    const { kind, namespace } = owner;
    const key = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', namespace, name };
    const budget = await writer.get(key);
    if (budget === undefined || Number(valueIn(budget, 'status', 'disruptionsAllowed') ?? 0) > 0) continue;
    const { minAvailable } = objectIn(budget, 'spec');
    const spec = { maxUnavailable: '100%', ...(minAvailable !== undefined && { minAvailable: null }) };
    await writer.patch(key, { spec }, { type: 'merge', fieldManager: 'meshctl' });
    told.push(
      `PodDisruptionBudget ${namespace}/${name} allows no disruption: ${kind} ${namespace}/${owner.name} waits for room in it`,
    );
  }
  return told.sort(compareText);
}

function ownersIn(step: UpgradeStep): readonly OwnerRestart[] {
  if (step.kind === 'wave') return step.namespaces.flatMap(({ owners }) => owners);
  return step.kind === 'restart' || step.kind === 'gateways' ? step.owners : [];
}
