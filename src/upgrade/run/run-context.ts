import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import type { BeforeValue } from './before-value.ts';
import type { FilledHealth } from './health-options.ts';
import type { StateStore } from './state-store.ts';
import type { UpgradeEvent } from './upgrade-event.ts';

/** What everything needs that carries an upgrade out or takes it back. */
export interface RunContext {
  readonly writer: ClusterWriter;
  readonly plan: UpgradePlan;
  readonly store: StateStore;
  readonly emit: (event: UpgradeEvent) => void;
  /** Milliseconds for each thing that is waited for. */
  readonly timeout: number;
  readonly health: FilledHealth;
  readonly holder: string;
  readonly signal: AbortSignal;
}

/** One step on its way, or on its way back. */
export interface StepContext extends RunContext {
  readonly step: string;
  /** RFC 3339: the restarts of this step bear it, so that none is done twice. */
  readonly stamp: string;
  /** Records what is about to change; what was recorded before stays as it was. */
  readonly keep: (values: readonly BeforeValue[]) => Promise<void>;
}
