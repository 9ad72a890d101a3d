import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { printable } from '../printable.ts';
import type { FindingReport } from '../report.ts';
import { place } from './place.ts';
import { remarks } from './remarks.ts';

/**
 * One line per finding, for grep, editors and problem matchers: `file:line:column: severity message [code rule]`, then
 * `(cluster: east)` and `(hint: ...)` where there are any.
 */
export function formatLog({ findings }: FindingReport): string {
  return sortFindings(findings)
    .map((finding) => `${findingLine(finding)}\n`)
    .join('');
}

/** A finding on one line. */
export function findingLine(finding: Finding): string {
  return `${place(finding)}: ${finding.severity} ${printable(textOf(finding))}`;
}

function textOf(finding: Finding): string {
  const { message, code, rule } = finding;
  const more = remarks(finding).filter(([label]) => label !== 'related');
  return [`${message} [${code} ${rule}]`, ...more.map(([label, text]) => `(${label}: ${text})`)].join(' ');
}
