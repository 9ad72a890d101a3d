export type { AdminTarget } from './admin-target.ts';
export { adminSource, type ProxySource } from './proxy-source.ts';
export { saveDump } from './save-dump.ts';
