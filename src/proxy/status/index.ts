export type { ProxyStatus, StatusAnswer, TypeStatus } from './proxy-status.ts';
export { readStatus } from './read-status.ts';
export { selectProxies, type ProxyFilter } from './select-proxies.ts';
export { shortAge } from './short-age.ts';
export {
  compareSync,
  type ComparedKind,
  type RefusedUpdate,
  type SyncComparison,
  type SyncSection,
} from './compare-sync.ts';
export { formatSync } from './format-sync.ts';
