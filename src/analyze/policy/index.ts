export { applyPolicy, type PolicyContext, type PolicyResult } from './apply-policy.ts';
export type { Level, Policy } from './policy.ts';
export {
  policyOf,
  type PolicySettings,
  type WrittenIgnore,
  type WrittenSeverities,
} from './policy-settings.ts';
export { PolicyScan, type ScanOptions } from './policy-scan.ts';
export { RuleNames, type NamedRule } from './rule-names.ts';
export { policyRules } from './rules.ts';
