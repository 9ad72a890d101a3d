import { valueIn } from '../../json.ts';
import type { OwnerRestart } from '../upgrade-plan.ts';
import { ownerKey } from './object-keys.ts';
import { poll } from './poll.ts';
import type { StepContext } from './run-context.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Waits until every budget over the Pods of an owner allows a disruption: a roll-out does not ask them itself.
 *
 * @throws {StepFailure} that names the budget which does not in time.
 */
export async function awaitBudgets(context: StepContext, owner: OwnerRestart): Promise<ActionOutcome> {
  const left = await poll(context, () => refusals(context, owner));
  if (left.length > 0) throw new StepFailure('barred', left);
  return 'done';
}

async function refusals(
  { writer, signal }: StepContext,
  { kind, namespace, name, budgets }: OwnerRestart,
): Promise<readonly string[]> {
  if (budgets.length === 0) return [];
  const owner = await writer.get(ownerKey({ kind, namespace, name }), { signal });
  // Nobody is disturbed who does not run.
  if (owner === undefined || valueIn(owner, 'spec', 'replicas') === 0) return [];
  const reasons: string[] = [];
  for (const budget of budgets) {
    const key = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', namespace, name: budget };
    const live = await writer.get(key, { signal });
    const allowed = valueIn(live, 'status', 'disruptionsAllowed');
    if (live !== undefined && (typeof allowed !== 'number' || allowed < 1))
      reasons.push(
        `PodDisruptionBudget ${namespace}/${budget} allows no disruption of ${kind} ${namespace}/${name}`,
      );
  }
  return reasons;
}
