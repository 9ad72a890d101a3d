export { readVmSnapshot, type ReadSnapshot } from './read-snapshot.ts';
export type { VmEntryStatus } from './entry-status.ts';
export { vmStatus, type VmStatus } from './vm-status.ts';
export type { IstiodSnapshot, VmConnection } from './vm-snapshot.ts';
