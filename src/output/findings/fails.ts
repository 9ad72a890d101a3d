import type { Severity } from '../../finding.ts';
import type { FailOn } from '../report.ts';

const rank: Readonly<Record<FailOn, number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** Whether a finding of this severity fails the build. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return rank[severity] >= rank[failOn];
}
