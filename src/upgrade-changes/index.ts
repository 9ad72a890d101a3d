/** What is different from one version of Istio to another, and what of it concerns a mesh. */
export {
  judgeUpgrade,
  type IgnoredSetting,
  type JudgedChange,
  type UpgradeJudgement,
} from './judge-upgrade.ts';
export type { CompatibilityJudgement } from './judge-compatibility.ts';
export type { Revert, UpgradeChange } from './upgrade-change.ts';
export { upgradeChanges } from './upgrade-changes.ts';
