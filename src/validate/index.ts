export {
  validate,
  type ValidateOptions,
  type Validation,
  type ValidationMemory,
  type Visit,
} from './validate.ts';
export { annotationFault } from './annotation-fault.ts';
export { currentFilterName } from './envoy-filter-name.ts';
export type { CheckedResource } from './check-resource.ts';
export { FrameSource } from './frame-source.ts';
export { linesFrom } from './lines-from.ts';
export type { Loose } from './loose.ts';
export { toFinding } from './to-finding.ts';
export { isCipherSuite } from './values/cipher-suites.ts';
export { regexFault } from './values/regex.ts';
export { isHeaderValue } from './virtual-service/headers.ts';
export { ruleInfos, type DocumentedRule } from './rule-infos.ts';
