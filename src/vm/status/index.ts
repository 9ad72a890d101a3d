export { readVmSnapshot, type ReadSnapshot, type SnapshotOptions } from './read-snapshot.ts';
export type { VmEntryStatus } from './entry-status.ts';
export type { VmProblem } from './problems.ts';
export { vmStatus, type VmGroupStatus, type VmStatus, type VmStatusFilter } from './vm-status.ts';
export type { IstiodSnapshot, VmConnection, VmSnapshot } from './vm-snapshot.ts';
