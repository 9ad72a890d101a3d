export { validate, type ValidateOptions, type Validation, type Visit } from './validate.ts';
export type { CheckedResource } from './check-resource.ts';
export { FrameSource } from './frame-source.ts';
export type { Loose } from './loose.ts';
export { proxyConfigFault } from './proxy-config-text.ts';
export { toFinding } from './to-finding.ts';
export { regexFault } from './values/regex.ts';
export { ruleInfos, type DocumentedRule } from './rule-infos.ts';
export { rulePage } from './rule-page.ts';
