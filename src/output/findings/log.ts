import { sortFindings } from '../../finding-order.ts';
import { printable } from '../printable.ts';
import type { FindingReport } from '../report.ts';
import { place } from './place.ts';

/** One line per finding, for grep, editors and problem matchers: `file:line:column: severity message [code rule]`. */
export function formatLog({ findings }: FindingReport): string {
  return sortFindings(findings)
    .map(
      (finding) =>
        `${place(finding)}: ${finding.severity} ${printable(`${finding.message} [${finding.code} ${finding.rule}]`)}\n`,
    )
    .join('');
}
