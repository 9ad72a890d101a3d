/** What is different from one version of Istio to another, and what of it concerns a mesh. */
export { allChanges } from './all-changes.ts';
export {
  judgeUpgrade,
  type IgnoredSetting,
  type JudgedChange,
  type UpgradeJudgement,
} from './judge-upgrade.ts';
export type { CompatibilityJudgement, ProfileSetting } from './judge-compatibility.ts';
export type { GateJudgement } from './judge-gates.ts';
export type { RemovedSetting } from './removed-settings.ts';
export type { ChangeArea, ChangeSource, Revert, UpgradeChange } from './upgrade-change.ts';
export { upgradeChanges } from './upgrade-changes.ts';
