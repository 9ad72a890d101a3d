export { applyBaseline, type BaselineOptions, type BaselineResult } from './apply-baseline.ts';
export { applyPolicy, type PolicyContext, type PolicyResult } from './apply-policy.ts';
export type { Baseline, BaselineEntry, BaselinePlace } from './baseline.ts';
export { baselineCoverage, type RunScope } from './baseline-coverage.ts';
export { baselineText } from './baseline-text.ts';
export { baselineOf, prunedBaseline } from './make-baseline.ts';
export type { Level, Policy } from './policy.ts';
export {
  policyOf,
  type PolicySettings,
  type WrittenIgnore,
  type WrittenSeverities,
} from './policy-settings.ts';
export { PolicyScan, type ScanOptions } from './policy-scan.ts';
export { readBaseline } from './read-baseline.ts';
export { RuleNames, unreadableCode, type NamedRule } from './rule-names.ts';
export { policyRules } from './rules.ts';
