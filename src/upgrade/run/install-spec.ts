import type { ClusterChange } from '../../changes/index.ts';
import {
  carryOutInstall,
  desiredObjects,
  InstallFailure,
  readInstallState,
  serverFacts,
  writesOf,
  type InstallEvent,
  type InstallPlan,
} from '../../install/index.ts';
import type { JsonObject } from '../../json.ts';
import { loadOperatorSpec, renderManifests } from '../../operator/index.ts';
import { objectBefore } from './before-values.ts';
import { planSpecInstall } from './plan-spec-install.ts';
import type { StepContext } from './run-context.ts';
import type { Install } from './step-action.ts';
import { whenUnlocked } from './when-unlocked.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Installs what an IstioOperator renders, after what it changes was recorded.
 *
 * @throws {StepFailure} when some of it does not become ready.
 */
export async function installSpec(context: StepContext, { spec }: Install): Promise<ActionOutcome> {
  const { writer, timeout, holder, signal } = context;
  const replan = async (): Promise<InstallPlan> => {
    const plan = await planOf(context, spec);
    await context.keep(writesOf(plan).filter(isTakenBack).map(beforeOf));
    return plan;
  };
  const plan = await replan();
  const install = async (): Promise<void> => {
    for await (const event of carryOutInstall(writer, plan, { timeout, holder, signal, replan }))
      tell(context, event);
  };
  try {
    await whenUnlocked(install, { ...context, patience: lockSeconds });
  } catch (error) {
    if (!(error instanceof InstallFailure)) throw error;
    throw new StepFailure('ill', [error.message]);
  }
  return writesOf(plan).length === 0 ? 'unchanged' : 'done';
}

/** So long, and a bit, the lock of an installation that was killed lasts. */
const lockSeconds = 62;

async function planOf({ writer, signal }: StepContext, spec: JsonObject): Promise<InstallPlan> {
  const version = await writer.client.get('/version', { signal });
  const { detected, kubeMinor = 32 } = serverFacts(version);
  const loaded = await loadOperatorSpec({
    files: [{ name: 'plan.json', text: JSON.stringify(spec) }],
    detected,
  });
  const desired = desiredObjects(loaded, await renderManifests(loaded, { kubeMinor }));
  return planSpecInstall(desired, await readInstallState(writer.client, desired, { signal }));
}

/** With a definition all of its objects would go, and with a namespace all that is in it: they stay as they are then. */
const isTakenBack = ({ object }: ClusterChange): boolean =>
  object.kind !== 'CustomResourceDefinition' && object.kind !== 'Namespace';

const beforeOf = ({ object, live }: ClusterChange) => objectBefore(object, live);

function tell({ emit, step }: StepContext, event: InstallEvent): void {
  if (event.type !== 'waiting') return;
  const [first] = event.waiting;
  if (first === undefined) return;
  const { kind, name } = first.object;
  emit({ type: 'waiting', step, reason: `${event.stage}: ${kind} ${name}: ${first.reason}` });
}
