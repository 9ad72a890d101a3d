import type { UpgradeFacts } from '../../src/upgrade/facts/index.ts';
import type { UpgradePlan } from '../../src/upgrade/index.ts';

/** A plan, and what it was made from. */
export interface MadePlan {
  readonly plan: UpgradePlan;
  readonly facts: UpgradeFacts;
}
