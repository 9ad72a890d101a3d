export {
  diffDumps,
  type ChangedResource,
  type DiffKind,
  type DiffOptions,
  type LoneResource,
  type ProxyDiff,
  type RejectedResource,
} from './diff-dumps.ts';
export type { Change } from './diff-values.ts';
export { formatDiff } from './format-diff.ts';
export { patchText } from './patch-text.ts';
