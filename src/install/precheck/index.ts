export { capacityFindings } from './checks/capacity.ts';
export { installPrecheck } from './install-precheck.ts';
export { parseFromVersion } from './parse-from-version.ts';
export { precheck } from './precheck.ts';
export type { PrecheckOptions } from './precheck-options.ts';
export { failsPrecheck, type Check, type PrecheckReport } from './precheck-report.ts';
export { readPrecheckFacts } from './read-precheck-facts.ts';
