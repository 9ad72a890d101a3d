import type { Severity } from '../../finding.ts';
import type { FailOn } from '../report.ts';
import { severityRank } from './severity-rank.ts';

/** Whether a finding of this severity fails the build. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return severityRank[severity] >= severityRank[failOn];
}
