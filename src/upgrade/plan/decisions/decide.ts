import type { UpgradeFact } from '../../upgrade-plan.ts';
import { capacityFacts } from './capacity-facts.ts';
import { changeFacts } from './change-facts.ts';
import { clusterFacts } from './cluster-facts.ts';
import { controlPlaneFacts } from './control-plane-facts.ts';
import type { DecisionSources } from './decision-sources.ts';
import { definitionFacts } from './definition-facts.ts';
import { followerFacts } from './follower-facts.ts';
import { gatewayFacts } from './gateway-facts.ts';
import { nameFacts } from './name-facts.ts';
import { nodeAgentFacts } from './node-agent-facts.ts';
import { removalFacts } from './removal-facts.ts';
import { settingsFacts } from './settings-facts.ts';
import { versionFacts } from './version-facts.ts';

/** What was decided, and whether the old control plane can go at the end. */
export interface Decisions {
  readonly decided: readonly UpgradeFact[];
  readonly removes: boolean;
}

/** Decides what the facts mean for an upgrade: what stops it comes first, what is fine last. */
export function decide(sources: DecisionSources): Decisions {
  const stays = removalFacts(sources);
  const all = [
    ...nameFacts(sources),
    ...versionFacts(sources),
    ...controlPlaneFacts(sources),
    ...followerFacts(sources),
    ...gatewayFacts(sources),
    ...settingsFacts(sources),
    ...definitionFacts(sources),
    ...changeFacts(sources),
    ...clusterFacts(sources),
    ...capacityFacts(sources),
    ...nodeAgentFacts(sources),
    ...stays,
  ];
  const order: readonly UpgradeFact['verdict'][] = ['stop', 'warn', 'plan', 'fine'];
  return {
    decided: order.flatMap((wanted) => all.filter(({ verdict }) => verdict === wanted)),
    removes: stays.length === 0 && sources.way.from.revision !== sources.way.to.revision,
  };
}
