import { carryOut } from '../../changes/index.ts';
import { plainText, valueIn } from '../../json.ts';
import { waitGone } from '../../kube/apply/index.ts';
import type { OwnerRestart } from '../upgrade-plan.ts';
import { awaitBudgets } from './await-budgets.ts';
import { awaitGateway } from './await-gateway.ts';
import { awaitOwner } from './await-owner.ts';
import { observe } from './health/observe.ts';
import { installSpec } from './install-spec.ts';
import { labelObject } from './label-object.ts';
import { patchObject } from './patch-object.ts';
import { replacePods } from './replace-pods.ts';
import { requireUnused } from './require-unused.ts';
import { restartOwner } from './restart-owner.ts';
import { restoreObject } from './restore-object.ts';
import type { StepContext } from './run-context.ts';
import type { StepAction, WriteObject } from './step-action.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Does one thing to the cluster, or waits for it. `moved` are the owners whose health is looked at.
 *
 * @throws {StepFailure} when it cannot be done, or something is not well. @throws {MeshctlError} as the writer does.
 */
export async function carryOutAction(
  context: StepContext,
  action: StepAction,
  moved: readonly OwnerRestart[],
): Promise<ActionOutcome> {
  switch (action.type) {
    case 'label':
      return labelObject(context.writer, action, context.signal);
    case 'patch':
      return patchObject(context.writer, action, context.signal);
    case 'write':
      return write(context, action);
    case 'restore':
      return restoreObject(context, action);
    case 'install':
      return installSpec(context, action);
    case 'await-budgets':
      return awaitBudgets(context, action.owner);
    case 'restart':
      return restartOwner(context, action);
    case 'replace-pods':
      return replacePods(context, action.owner);
    case 'await-owner':
      return awaitOwner(context, action.owner);
    default:
      return look(context, action, moved);
  }
}

async function look(
  context: StepContext,
  action: Extract<StepAction, { readonly type: 'await-gateway' | 'require-unused' | 'observe' }>,
  moved: readonly OwnerRestart[],
): Promise<ActionOutcome> {
  if (action.type === 'await-gateway') return awaitGateway(context, action);
  if (action.type === 'require-unused') return requireUnused(context, action.revision);
  await observe(context, moved, action.seconds);
  return 'done';
}

async function write(
  { writer, timeout, signal }: StepContext,
  { change }: WriteObject,
): Promise<ActionOutcome> {
  // What istiod fills in of a webhook counts as its own; a tag that moves is ours all the same.
  await carryOut(writer, change, { forceConflicts: true, signal });
  if (change.action !== 'delete') return 'done';
  const uid = plainText(valueIn(change.live, 'metadata', 'uid'));
  const state = await waitGone(writer, change.object, uid, { timeout, signal });
  const { kind, name } = change.object;
  if (!state.ready) throw new StepFailure('ill', [`${kind} ${name} is not gone in time: ${state.reason}`]);
  return 'done';
}
