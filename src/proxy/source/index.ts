export type { AdminTarget } from './admin-target.ts';
export { adminSource, type ProxySource } from './proxy-source.ts';
export { saveDump, type SavedDump, type SaveDumpOptions } from './save-dump.ts';
