export { checkInvariants } from './check-invariants.ts';
export type { Injection, Observed } from './observed.ts';
export type { Violation } from './violation.ts';
