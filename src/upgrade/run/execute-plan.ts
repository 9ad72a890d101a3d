import { MeshctlError, messageOf } from '../../errors.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import { requirePlan } from '../check/index.ts';
import type { UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';
import { doStep } from './do-step.ts';
import { eventsOf } from './events-of.ts';
import { healthOf } from './health-options.ts';
import { openStore } from './open-store.ts';
import { PauseAsked } from './pause-asked.ts';
import type { RunContext } from './run-context.ts';
import type { ExecuteOptions } from './run-options.ts';
import { StepFailure } from './step-failure.ts';
import { undoStep } from './undo-step.ts';
import type { UpgradeEvent } from './upgrade-event.ts';
import { withLock } from './with-lock.ts';

/**
 * Carries a plan out, step by step, and keeps in the cluster how far it is: after an end of any kind the same plan goes
 * on where it was. The last event is `ended`, with the state; a step that fails is told by it, too.
 *
 * @throws {MeshctlError} `input` for a plan that cannot be carried out, `environment` when another upgrade is under way,
 * somebody else carries this one out, or the cluster does not answer.
 */
export function executePlan(
  writer: ClusterWriter,
  plan: UpgradePlan,
  options: ExecuteOptions = {},
): AsyncGenerator<UpgradeEvent, void, undefined> {
  return eventsOf(async (emit, signal) => {
    requirePlan(plan);
    const steps = wantedSteps(plan, options.until);
    const { holder = 'meshctl', timeout = 300_000 } = options;
    const request = { namespace: plan.istioNamespace, holder, emit, signal };
    await withLock(writer, request, async (ends) => {
      const store = await openStore(writer, plan);
      const health = healthOf(options.health);
      const run = { writer, plan, store, emit, timeout, health, holder, signal: ends };
      await withReason(run, () => doSteps(run, steps, options));
      emit({ type: 'ended', state: store.state });
    });
  }, options.signal);
}

function wantedSteps(plan: UpgradePlan, until: string | undefined): readonly UpgradeStep[] {
  if (!plan.feasible)
    throw new MeshctlError('input', 'this plan cannot be carried out', {
      reason: plan.facts.find(({ verdict }) => verdict === 'stop')?.message ?? 'something stops it',
      hint: 'mend that, and make the plan anew with `meshctl upgrade plan`',
    });
  if (until === undefined) return plan.steps;
  const last = plan.steps.findIndex(({ id }) => id === until);
  if (last === -1) throw noStep(until, plan);
  return plan.steps.slice(0, last + 1);
}

/** @throws {MeshctlError} */
export const noStep = (id: string, { steps }: Pick<UpgradePlan, 'steps'>): MeshctlError =>
  new MeshctlError('input', `the plan has no step ${id}`, {
    hint: `its steps are ${steps.map((step) => step.id).join(', ')}`,
  });

/** What stops everything is kept where `upgrade status` looks for it; an end from outside is not. */
export async function withReason(run: RunContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    run.signal.throwIfAborted();
    if (error instanceof MeshctlError)
      await run.store.savePhase('stopped', messageOf(error)).catch(() => undefined);
    throw error;
  }
}

async function doSteps(
  run: RunContext,
  steps: readonly UpgradeStep[],
  options: ExecuteOptions,
): Promise<void> {
  const { store, plan } = run;
  for (const step of steps) {
    if (store.record(step.id)?.state === 'done') continue;
    if (!(await mayBegin(run, step, options))) return;
    if (!(await tryStep(run, step, options))) return;
  }
  const isDone = plan.steps.every(({ id }) => store.record(id)?.state === 'done');
  await store.savePhase(isDone ? 'done' : 'waiting');
}

async function mayBegin(
  { store }: RunContext,
  step: UpgradeStep,
  { confirm }: ExecuteOptions,
): Promise<boolean> {
  if (await store.pauseWanted()) {
    await store.savePhase('paused');
    return false;
  }
  if (confirm === undefined || (await confirm(step))) return true;
  await store.savePhase('waiting');
  return false;
}

/** Gives whether the next step may follow. */
async function tryStep(run: RunContext, step: UpgradeStep, options: ExecuteOptions): Promise<boolean> {
  const { store, emit } = run;
  emit({ type: 'step-started', step: step.id, way: 'do' });
  try {
    await doStep(run, step);
    emit({ type: 'step-done', step: step.id, way: 'do' });
    return true;
  } catch (error) {
    if (error instanceof PauseAsked) await store.savePhase('paused');
    else if (error instanceof StepFailure) await handleFailure(run, step, error, options);
    else throw error;
    return false;
  }
}

async function handleFailure(
  run: RunContext,
  step: UpgradeStep,
  { kind, problems }: StepFailure,
  { onFailure = 'stop' }: ExecuteOptions,
): Promise<void> {
  run.emit({ type: 'step-failed', step: step.id, problems });
  const reason = `${step.id}: ${problems.join('; ')}`;
  await run.store.savePhase('stopped', reason);
  if (kind !== 'ill' || onFailure !== 'rollback') return;
  const undone = toUndo(run.plan, step);
  for (const one of undone) await undoStep(run, one);
  const names = undone.map(({ id }) => id).join(' and ');
  await run.store.savePhase('stopped', `${reason} (${names} was taken back)`);
}

/** A watch is of what moved right before it. */
function toUndo({ steps }: RunContext['plan'], failed: UpgradeStep): readonly UpgradeStep[] {
  const before = steps.slice(0, steps.indexOf(failed) + 1).toReversed();
  const last = before.findIndex(({ kind }) => kind !== 'watch');
  return last === -1 ? [failed] : before.slice(0, last + 1);
}
