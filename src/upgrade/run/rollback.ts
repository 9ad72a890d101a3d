import { MeshctlError } from '../../errors.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { UpgradeStep } from '../upgrade-plan.ts';
import { eventsOf } from './events-of.ts';
import { noStep, withReason } from './execute-plan.ts';
import { healthOf } from './health-options.ts';
import type { RunContext } from './run-context.ts';
import type { RollbackOptions } from './run-options.ts';
import { readUpgradeState } from './state-object.ts';
import { StateStore } from './state-store.ts';
import { StepFailure } from './step-failure.ts';
import { undoStep } from './undo-step.ts';
import type { UpgradeEvent } from './upgrade-event.ts';
import type { UpgradeState } from './upgrade-state.ts';
import { withLock } from './with-lock.ts';

/**
 * Takes the steps of an upgrade back that were begun, the last one first, to what was before each. After an end of any
 * kind the same call goes on where it was. The last event is `ended`, with the state.
 *
 * @throws {MeshctlError} `input` when there is no upgrade or no such step, `environment` as `executePlan`.
 */
export function rollback(
  writer: ClusterWriter,
  options: RollbackOptions = {},
): AsyncGenerator<UpgradeEvent, void, undefined> {
  return eventsOf(async (emit, signal) => {
    const { istioNamespace: namespace = 'istio-system', holder = 'meshctl', timeout = 300_000 } = options;
    await withLock(writer, { namespace, holder, emit, signal }, async (ends) => {
      const state = await readUpgradeState(writer.client, namespace);
      if (state === undefined) throw noUpgrade(namespace);
      const { plan } = state;
      const steps = stepsAfter(state, options.to);
      const store = await StateStore.resume(writer, state, 'rolling-back');
      const run = { writer, plan, store, emit, timeout, health: healthOf(), holder, signal: ends };
      await withReason(run, () => undoSteps(run, steps, options.to === undefined));
      emit({ type: 'ended', state: store.state });
    });
  }, options.signal);
}

function stepsAfter({ plan }: UpgradeState, to: string | undefined): readonly UpgradeStep[] {
  if (to === undefined) return plan.steps;
  const last = plan.steps.findIndex(({ id }) => id === to);
  if (last === -1) throw noStep(to, plan);
  return plan.steps.slice(last + 1);
}

async function undoSteps(run: RunContext, steps: readonly UpgradeStep[], isAll: boolean): Promise<void> {
  for (const step of steps.toReversed()) {
    try {
      await undoStep(run, step);
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      run.emit({ type: 'step-failed', step: step.id, problems: error.problems });
      await run.store.savePhase('stopped', `${step.id}: ${error.problems.join('; ')}`);
      return;
    }
  }
  await run.store.savePhase(isAll ? 'rolled-back' : 'waiting');
}

/** @throws {MeshctlError} */
export const noUpgrade = (namespace: string): MeshctlError =>
  new MeshctlError('input', `no upgrade was begun in the namespace ${namespace}`, {
    hint: 'make a plan with `meshctl upgrade plan`, and begin with `meshctl upgrade canary`; -i names another namespace',
  });
