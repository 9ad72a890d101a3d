import type { Severity } from '../../finding.ts';
import type { FindingReport } from '../report.ts';
import { severityRank } from './severity-rank.ts';

/** The report without findings below a severity. Its summary stays: it counts what is not shown, too. */
export function withoutLesser(report: FindingReport, least: Severity): FindingReport {
  if (least === 'info') return report;
  const findings = report.findings.filter(({ severity }) => severityRank[severity] >= severityRank[least]);
  return { ...report, findings };
}
