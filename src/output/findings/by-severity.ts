import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { severityRank } from './severity-rank.ts';

/** A copy with the worst findings first, otherwise in the order of every output: for what may get cut. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return sortFindings(findings).sort((a, b) => severityRank[b.severity] - severityRank[a.severity]);
}
