export type { MissingIstiod } from './each-istiod.ts';
export { expectedDump } from './expected-dump.ts';
export type { IstiodOptions } from './find-istiods.ts';
export { proxyStatus, type LiveStatus } from './proxy-status.ts';
