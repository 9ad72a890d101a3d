export { planUpgrade } from './plan-upgrade.ts';
export { planMarkdown } from './plan-markdown.ts';
export type { UpgradeRequest, WaveRequest } from './upgrade-request.ts';
