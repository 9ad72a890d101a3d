import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { cutToWidth } from '../display-width.ts';
import { markdownCode, markdownText } from '../markdown-text.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { countChecked, countFindings } from '../summary-counts.ts';
import { pathFrom } from './file-path.ts';

/** GitHub refuses comments of more than 65,536 characters; some room is left for what a script puts around it. */
const mostCharacters = 60_000;

/** A report for a comment on a change: a heading, a table of findings, a line of totals. */
export function formatMarkdown(report: FindingReport, { root }: FormatOptions = {}): string {
  return markdownReport(report, { root, rows: Infinity });
}

export interface MarkdownLimits {
  readonly root?: string | undefined;
  /** Findings that are listed; the others are counted. */
  readonly rows: number;
}

/** The report with at most so many findings, and with fewer when the text would get too long for a comment. */
export function markdownReport(report: FindingReport, { root, rows }: MarkdownLimits): string {
  const { tool, summary } = report;
  const findings = sortFindings(report.findings);
  const head = `### ${markdownText(tool.name)}: ${countFindings(summary)}\n`;
  const total = `${markdownText(countChecked(summary))}\n`;
  if (findings.length === 0) return [head, total].join('\n');

  const listed = rowsThatFit(findings.slice(0, rows), root);
  const table = ['| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n', ...listed].join('');
  const rest = findings.length - listed.length;
  const more = rest === 0 ? [] : [`${rest} more ${rest === 1 ? 'is' : 'are'} not listed here.\n`];
  return [head, table, ...more, total].join('\n');
}

function rowsThatFit(findings: readonly Finding[], root: string | undefined): string[] {
  const rows: string[] = [];
  let length = 0;
  for (const finding of findings) {
    const row = `${rowOf(finding, root)}\n`;
    length += row.length;
    if (length > mostCharacters) break;
    rows.push(row);
  }
  return rows;
}

/** One finding must not use up the room of all others. */
const mostOfMessage = 500;

function rowOf(finding: Finding, root: string | undefined): string {
  const { code, rule, severity, file, range, message, hint, docs } = finding;
  const place = `${pathFrom(root, file)}:${range.start.line}:${range.start.column}`;
  const text = [message, ...(hint === undefined ? [] : [`Hint: ${hint}`])]
    .map((line) => markdownText(cutToWidth(line, mostOfMessage)))
    .join('<br>');
  const link = /^https?:\/\/[^\s()<>|]+$/.test(docs)
    ? `[${markdownText(code)}](${docs})`
    : markdownText(code);
  return `| ${severity} | ${markdownCode(place)} | ${text} | ${link} ${markdownCode(rule)} |`;
}
