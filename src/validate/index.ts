export { validate, type ValidateOptions, type Validation } from './validate.ts';
export { ruleInfos, type DocumentedRule } from './rule-infos.ts';
