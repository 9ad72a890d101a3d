import { analyze, hardeningRules, type Analysis, type AnalyzeOptions } from '../analyze/index.ts';
import type { ReadResult } from '../resources/index.ts';

/** Looks for risky settings, as `analyze` looks for mistakes: with its suppressions, severities and options. */
export function findHardening(read: ReadResult, options: AnalyzeOptions): Promise<Analysis> {
  return analyze(read, { ...options, only: hardeningRules.map(({ slug }) => slug) });
}
