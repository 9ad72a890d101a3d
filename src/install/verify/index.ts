export { formatVerifyReport } from './format-verify-report.ts';
export { readVerifySnapshot } from './read-verify-snapshot.ts';
export { verifyInstall } from './verify-install.ts';
export type { VerifyReport } from './verify-report.ts';
export type { VerifySnapshot } from './verify-snapshot.ts';
