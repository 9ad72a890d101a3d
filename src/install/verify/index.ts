export { formatVerifyReport } from './format-verify-report.ts';
export { readVerifySnapshot, type ReadVerifyOptions } from './read-verify-snapshot.ts';
export { verifyInstall, type VerifyOptions } from './verify-install.ts';
export type { CheckOutcome, VerifyCheck, VerifyReport, VerifySection } from './verify-report.ts';
export type { MeshAuthority, VerifySnapshot } from './verify-snapshot.ts';
