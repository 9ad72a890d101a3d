export { mergeKeyOf } from './merge-keys.ts';
export { strategicMerge } from './strategic-merge.ts';
