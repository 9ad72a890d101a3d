import type { FailOn } from '../report.ts';

/** Severities as numbers, the worst highest; no finding reaches `never`. */
export const severityRank: Readonly<Record<FailOn, number>> = { info: 0, warning: 1, error: 2, never: 3 };
