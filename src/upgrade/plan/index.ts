export { planUpgrade } from './plan-upgrade.ts';
export type { UpgradeRequest, WaveRequest } from './upgrade-request.ts';
