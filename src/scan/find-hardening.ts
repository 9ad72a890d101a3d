import { allRules, analyze, type Analysis, type AnalyzeOptions } from '../analyze/index.ts';
import type { ReadResult } from '../resources/index.ts';

/** Rules about settings that are risky, whatever the version; `analyze` runs them only when it is asked to. */
export const hardeningRules = allRules.filter(({ slug }) => slug.startsWith('hardening/'));

/** Looks for risky settings, as `analyze` looks for mistakes: with its suppressions, severities and options. */
export function findHardening(read: ReadResult, options: AnalyzeOptions): Promise<Analysis> {
  return analyze(read, { ...options, only: hardeningRules.map(({ slug }) => slug) });
}
