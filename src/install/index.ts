export { carryOutInstall } from './carry-out-install.ts';
export { desiredObjects, type DesiredInstall } from './desired-objects.ts';
export type { InstallEvent } from './install-event.ts';
export { InstallFailure, type InstallProgress } from './install-failure.ts';
export { LockHeld, takeLock } from './install-lock.ts';
export { writesOf, type InstallPlan } from './install-plan.ts';
export { planInstall } from './plan-install.ts';
export { readInstallState } from './read-install-state.ts';
export { serverFacts, type ServerFacts } from './server-facts.ts';
