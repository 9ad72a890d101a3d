export type { UpgradeFacts } from './upgrade-facts.ts';
export { upgradeFactsFrom } from './upgrade-facts-from.ts';
export { gatherUpgradeFacts, type GatherUpgradeOptions } from './gather-upgrade-facts.ts';
