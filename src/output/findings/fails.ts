import type { Severity } from '../../finding.ts';

const rank: Record<Severity | 'never', number> = { info: 0, warning: 1, error: 2, never: 3 };

/** Whether a finding of this severity fails the build. */
export function fails(severity: Severity, failOn: Severity | 'never'): boolean {
  return rank[severity] >= rank[failOn];
}
