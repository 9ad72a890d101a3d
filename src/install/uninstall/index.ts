export type { InstallEvent } from '../install-event.ts';
export { carryOutUninstall } from './carry-out-uninstall.ts';
export { planUninstall } from './plan-uninstall.ts';
export { readUninstallState } from './read-uninstall-state.ts';
export type { RevisionUser, UninstallPlan, UninstallTarget } from './uninstall-plan.ts';
