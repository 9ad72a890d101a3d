export { validate, type ValidateOptions, type Validation } from './validate.ts';
export { ruleInfos, type DocumentedRule } from './rule-infos.ts';
export { rulePage } from './rule-page.ts';
export type { RuleInfo } from './rule.ts';
