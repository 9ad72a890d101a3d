import type { Severity } from './advisory.ts';

/** The word for a score of CVSS, from 0 to 10. */
export function severityOf(score: number | undefined): Severity {
  if (score === undefined) return 'unscored';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}
