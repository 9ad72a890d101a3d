import { waitReady } from '../../kube/apply/index.ts';
import type { OwnerRestart } from '../upgrade-plan.ts';
import { ownerKey } from './object-keys.ts';
import type { StepContext } from './run-context.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Waits until all Pods of an owner have its newest template and are ready. One that is gone has none.
 *
 * @throws {StepFailure} when they are not in time.
 */
export async function awaitOwner(
  { writer, emit, step, timeout, signal }: StepContext,
  owner: OwnerRestart,
): Promise<ActionOutcome> {
  const key = ownerKey(owner);
  if ((await writer.get(key, { signal })) === undefined) return 'unchanged';
  const named = `${owner.kind} ${owner.namespace}/${owner.name}`;
  const left = await waitReady(writer, [key], {
    ...{ timeout, signal },
    onWaiting: ([first]) => {
      if (first !== undefined) emit({ type: 'waiting', step, reason: `${named}: ${first.reason}` });
    },
  });
  if (left.length > 0)
    throw new StepFailure(
      'ill',
      left.map(({ reason }) => `${named}: ${reason}`),
    );
  return 'done';
}
