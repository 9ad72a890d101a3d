import type { UpgradeFact } from '../../upgrade-plan.ts';
import type { DecisionSources } from './decision-sources.ts';

/** What was decided, and whether the old control plane can go at the end. */
export interface Decisions {
  readonly decided: readonly UpgradeFact[];
  readonly removes: boolean;
}

/** Decides what the facts mean for an upgrade. */
export function decide({ movement, way }: DecisionSources): Decisions {
  return { decided: [], removes: movement.stranded.length === 0 && way.from.revision !== way.to.revision };
}
