export { readVmDump } from './read-vm-dump.ts';
export { readVmSnapshot, type ReadSnapshot, type SnapshotOptions } from './read-snapshot.ts';
export type { VmEntryStatus } from './entry-status.ts';
export { strayDumps } from './stray-dumps.ts';
export { vmStatus, type VmStatus, type VmStatusFilter } from './vm-status.ts';
export type { IstiodSnapshot, VmConnection, VmDump, VmSnapshot } from './vm-snapshot.ts';
