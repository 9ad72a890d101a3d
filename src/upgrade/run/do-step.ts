import type { JsonObject } from '../../json.ts';
import type { OwnerRestart, UpgradeStep } from '../upgrade-plan.ts';
import { actionsOf } from './actions-of.ts';
import { addBefore, notIn, readBefore, type BeforePlace } from './before-store.ts';
import type { BeforeValue } from './before-value.ts';
import { beforeValues, objectBefore } from './before-values.ts';
import { carryOutAction } from './carry-out-action.ts';
import { awaitHealth } from './health/observe.ts';
import { keptByHelm } from './kept-by-helm.ts';
import { movedOwners } from './moved-owners.ts';
import { PauseAsked } from './pause-asked.ts';
import { readStepObjects } from './read-step-objects.ts';
import type { RunContext, StepContext } from './run-context.ts';
import type { StepAction } from './step-action.ts';
import { StepFailure } from './step-failure.ts';
import { stepProblems } from './step-problems.ts';
import type { StepRecord } from './upgrade-state.ts';

/**
 * Carries a step out, or goes on with one that was interrupted: what it changes is recorded before its first write.
 *
 * @throws {StepFailure} when it cannot go on, or what it moved is not well. @throws {PauseAsked}
 */
export async function doStep(run: RunContext, step: UpgradeStep): Promise<void> {
  const { writer, plan, store, signal } = run;
  const objects = await readStepObjects(writer, step, plan, signal);
  const problems = stepProblems(step, objects, plan);
  if (problems.length > 0) throw new StepFailure('barred', problems);
  const record = await begunRecord(run, step);
  const context: StepContext = {
    ...{ ...run, step: step.id, stamp: record.began },
    keep: (values) => keep(run, step, values),
  };
  for (const message of keptByHelm(step, objects)) run.emit({ type: 'notice', step: step.id, message });
  const actions = actionsOf(step, objects, plan);
  await context.keep(await wholeValues(context, actions, objects));
  await carryOutAll(context, actions, ownersSoFar(run, step));
  await check(context, step);
  const now = store.record(step.id) ?? record;
  await store.saveRecord({ ...now, state: 'done', ended: new Date().toISOString() });
}

async function begunRecord({ store }: RunContext, { id }: UpgradeStep): Promise<StepRecord> {
  const there = store.record(id);
  if (there?.state === 'running') return there;
  const record: StepRecord = { id, state: 'running', began: new Date().toISOString() };
  await store.saveRecord(record);
  return record;
}

/** Adds to what is recorded of a step. */
async function keep(
  { writer, store, plan }: RunContext,
  step: UpgradeStep,
  values: readonly BeforeValue[],
): Promise<void> {
  const record = store.record(step.id);
  if (record === undefined) throw new TypeError(`the step ${step.id} was not begun`);
  const place: BeforePlace = { namespace: plan.istioNamespace, step: plan.steps.indexOf(step) };
  const { beforePieces: pieces = 0 } = record;
  const fresh = notIn(values, await readBefore(writer, place, pieces));
  if (fresh.length === 0) return;
  const beforePieces = await addBefore(writer, place, pieces, fresh);
  await store.saveRecord({ ...record, beforePieces });
}

/** Lists leave out of objects what nobody looks at; what is to come back must be whole. */
async function wholeValues(
  { writer, signal }: StepContext,
  actions: readonly StepAction[],
  objects: readonly JsonObject[],
): Promise<readonly BeforeValue[]> {
  return Promise.all(
    beforeValues(actions, objects).map(async (value) =>
      value.part === 'object'
        ? objectBefore(value.object, await writer.get(value.object, { signal }))
        : value,
    ),
  );
}

async function carryOutAll(
  context: StepContext,
  actions: readonly StepAction[],
  moved: readonly OwnerRestart[],
): Promise<void> {
  const { step, store, emit, signal } = context;
  for (const action of actions) {
    signal.throwIfAborted();
    if (await store.pauseWanted()) throw new PauseAsked();
    const outcome = await carryOutAction(context, action, moved);
    emit({ type: 'action', step, action, outcome });
  }
}

/** All that has moved up to a step. */
function ownersSoFar({ plan }: RunContext, step: UpgradeStep): readonly OwnerRestart[] {
  return plan.steps.slice(0, plan.steps.indexOf(step) + 1).flatMap(movedOwners);
}

async function check(context: StepContext, step: UpgradeStep): Promise<void> {
  const { writer, plan, signal } = context;
  const owners = movedOwners(step);
  if (owners.length > 0 || step.kind === 'install-revision') await awaitHealth(context, owners);
  if (step.kind !== 'set-tag') return;
  const left = actionsOf(step, await readStepObjects(writer, step, plan, signal), plan);
  if (left.length > 0)
    throw new StepFailure('barred', [`somebody else changes the tag ${step.tag} at the same time`]);
}
