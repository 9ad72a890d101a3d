import type { UpgradeStep } from '../upgrade-plan.ts';
import type { HealthOptions } from './health-options.ts';

/** How an upgrade is carried out or taken back. */
export interface RunOptions {
  /** Milliseconds for each thing that is waited for: a roll-out, a budget, a control plane. Default: five minutes. */
  readonly timeout?: number;
  /** Who runs it, for others who find the lock. Default: `meshctl`. */
  readonly holder?: string;
  /** Ends it, resumable: its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** How a plan is carried out. */
export interface ExecuteOptions extends RunOptions {
  /** The last step to carry out. Default: the last of the plan. */
  readonly until?: string;
  /** Asked before each step; false stops there. Default: nobody is asked. */
  readonly confirm?: (step: UpgradeStep) => Promise<boolean>;
  /**
   * What follows when a step fails or what it moved is not well: `stop` leaves all as it is, `rollback` takes that step
   * back, and a watch with the step that it watches. Default: `stop`.
   */
  readonly onFailure?: 'stop' | 'rollback';
  readonly health?: HealthOptions;
}

/** How an upgrade is taken back. */
export interface RollbackOptions extends RunOptions {
  /** Of the control planes. Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** The last step that stays done. Default: all are taken back. */
  readonly to?: string;
}
