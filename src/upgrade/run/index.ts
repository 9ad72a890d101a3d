export { actionsOf } from './actions-of.ts';
export type { BeforeValue } from './before-value.ts';
export { beforeValues } from './before-values.ts';
export type { HealthOptions } from './health-options.ts';
export type { ExecuteOptions, RollbackOptions, RunOptions } from './run-options.ts';
export type { StepAction } from './step-action.ts';
export { undoActionsOf } from './undo-actions-of.ts';
export type { ActionOutcome, UpgradeEvent } from './upgrade-event.ts';
export type { StepRecord, UpgradePhase, UpgradeState } from './upgrade-state.ts';
