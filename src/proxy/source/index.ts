export type { AdminAnswer, AdminRequest, AdminTarget } from './admin-target.ts';
export { adminSource, type ProxySource } from './proxy-source.ts';
export { saveDump, type SavedDump, type SaveDumpOptions } from './save-dump.ts';
export { answerOf, requestAdmin } from './request-admin.ts';
export { refusedAnswer } from './admin-error.ts';
