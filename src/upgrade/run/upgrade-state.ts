import type { UpgradePlan } from '../upgrade-plan.ts';

/** How far an upgrade is, as the cluster keeps it. */
export interface UpgradeState {
  readonly plan: UpgradePlan;
  /** SHA-256 of the plan. */
  readonly planHash: string;
  readonly phase: UpgradePhase;
  /** Somebody asked to stop after what is under way. */
  readonly pauseWanted: boolean;
  /** Why it stopped, in words; absent while nothing is wrong. */
  readonly reason?: string;
  /** Of the steps that were begun, in the order of the plan. */
  readonly records: readonly StepRecord[];
  /** Of the object that holds it: the precondition of the next write. */
  readonly resourceVersion: string;
}

/**
 * `running`: under way, or its runner was killed. `paused`: as asked. `waiting`: as far as it was to go. `stopped`:
 * `reason` says why. `rolling-back` is to `rolled-back` what `running` is to `done`.
 */
export type UpgradePhase =
  'running' | 'paused' | 'waiting' | 'stopped' | 'done' | 'rolling-back' | 'rolled-back';

/** What became of a step. */
export interface StepRecord {
  readonly id: string;
  /** `running` and `undoing` before the first write, `done` and `undone` when its check has passed. */
  readonly state: 'running' | 'done' | 'undoing' | 'undone';
  /** RFC 3339; the restarts of the step bear this time. */
  readonly began: string;
  readonly ended?: string;
  /** The restarts of its undoing bear this time. */
  readonly undoBegan?: string;
  /** So many objects hold its before-values; absent when it writes nothing. */
  readonly beforePieces?: number;
}
