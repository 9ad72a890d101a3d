import type { Detection, DetectQuery } from '../../detect/index.ts';

/** A text in the patches of EnvoyFilters, as a regular expression. */
export const envoyFilter = (value: string): Detection => ({
  kind: 'EnvoyFilter',
  path: 'spec.configPatches[].patch.value',
  predicate: 'mentions',
  value,
});

/** A variable of istiod that has a value. */
export const istiodEnv = (path: string, value: string): DetectQuery => ({
  entries: [{ kind: 'IstiodEnv', path, predicate: 'equals', value }],
});
