import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { jsonText } from '../envelope.ts';
import { printable } from '../printable.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { pathFrom } from './file-path.ts';
import { fingerprints } from './fingerprint.ts';
import { remarks } from './remarks.ts';

/** A GitLab code quality report: the array that merge requests read from `artifacts:reports:codequality`. */
export function formatGitlab(report: FindingReport, { root }: FormatOptions = {}): string {
  const findings = sortFindings(report.findings);
  const prints = fingerprints(findings, report.lines, (file) => pathFrom(root, file));
  return jsonText(
    findings.map((finding, index) => ({
      description: printable(descriptionOf(finding, root)),
      check_name: finding.rule,
      fingerprint: prints[index],
      severity: severityOf(finding),
      location: {
        path: pathFrom(root, finding.file),
        positions: { begin: finding.range.start, end: finding.range.end },
      },
    })),
  );
}

/** GitLab shows one line of an issue. */
function descriptionOf(finding: Finding, root: string | undefined): string {
  const more = remarks(finding, root).map(([label, text]) => `(${label}: ${text})`);
  return [`${finding.code}: ${finding.message}`, ...more].join(' ');
}

/** A document that the cluster will not take is worse than one that takes effect wrongly. */
function severityOf({ severity, rejectedBy }: Finding): 'critical' | 'major' | 'minor' | 'info' {
  if (severity === 'info') return 'info';
  if (severity === 'warning') return 'minor';
  return rejectedBy.length > 0 ? 'critical' : 'major';
}
