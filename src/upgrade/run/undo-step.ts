import type { UpgradeStep } from '../upgrade-plan.ts';
import { readBefore } from './before-store.ts';
import { carryOutAction } from './carry-out-action.ts';
import type { RunContext, StepContext } from './run-context.ts';
import { undoActionsOf } from './undo-actions-of.ts';

/**
 * Takes a step back, or goes on with that: everything is as it was before its first write. One that was not begun, or is
 * taken back already, is left alone.
 *
 * @throws {StepFailure} when it cannot be taken back.
 */
export async function undoStep(run: RunContext, step: UpgradeStep): Promise<void> {
  const { writer, plan, store, emit, signal } = run;
  const there = store.record(step.id);
  if (there === undefined || there.state === 'undone') return;
  emit({ type: 'step-started', step: step.id, way: 'undo' });
  const stamp = (there.state === 'undoing' ? there.undoBegan : undefined) ?? new Date().toISOString();
  const record = { ...there, state: 'undoing', undoBegan: stamp } as const;
  await store.saveRecord(record);
  const place = { namespace: plan.istioNamespace, step: plan.steps.indexOf(step) };
  const before = await readBefore(writer, place, record.beforePieces ?? 0);
  const begun = new Set(store.state.records.map(({ id }) => id));
  const context: StepContext = { ...run, step: step.id, stamp, keep: () => Promise.resolve() };
  for (const action of undoActionsOf(step, before, plan, begun)) {
    signal.throwIfAborted();
    const outcome = await carryOutAction(context, action, []);
    emit({ type: 'action', step: step.id, action, outcome });
  }
  await store.saveRecord({ ...record, state: 'undone', ended: new Date().toISOString() });
  emit({ type: 'step-done', step: step.id, way: 'undo' });
}
