import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { cutToWidth } from '../display-width.ts';
import { markdownCode, markdownText } from '../markdown-text.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { countChecked, countFindings } from '../summary-counts.ts';
import { pathFrom } from './file-path.ts';
import { remarkLines } from './remark-lines.ts';

/** GitHub refuses comments of more than 65,536 characters; some room is left for what a script puts around it. */
const mostCharacters = 60_000;

/** A report for a comment on a change: a heading, a table of findings, a line of totals. */
export function formatMarkdown(report: FindingReport, { root }: FormatOptions = {}): string {
  return markdownReport(report, sortFindings(report.findings), {
    root,
    room: mostCharacters,
    sizeOf: (text) => text.length,
  });
}

export interface MarkdownLimits {
  readonly root: string | undefined;
  /** What `sizeOf` may give for the whole text; findings that do not fit are counted. */
  readonly room: number;
  readonly sizeOf: (text: string) => number;
  /** Lines above the totals, Markdown. */
  readonly notes?: readonly string[];
}

/** The report with the first of its findings, as many as there is room for. */
export function markdownReport(
  { tool, summary }: FindingReport,
  findings: readonly Finding[],
  { root, room, sizeOf, notes = [] }: MarkdownLimits,
): string {
  const head = `### ${markdownText(tool.name)}: ${countFindings(summary)}\n`;
  const end = [...notes, markdownText(countChecked(summary))].map((line) => `${line}\n`);
  if (findings.length === 0) return [head, ...end].join('\n');

  const title = '| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n';
  const taken = sizeOf([head, title, left(findings.length), ...end].join('\n'));
  const listed = rowsThatFit(findings, root, room - taken, sizeOf);
  const rest = findings.length - listed.length;
  return [head, title + listed.join(''), ...(rest === 0 ? [] : [left(rest)]), ...end].join('\n');
}

const left = (count: number): string => `${count} more ${count === 1 ? 'is' : 'are'} not listed here.\n`;

function rowsThatFit(
  findings: readonly Finding[],
  root: string | undefined,
  room: number,
  sizeOf: (text: string) => number,
): string[] {
  const rows: string[] = [];
  let size = 0;
  for (const finding of findings) {
    const row = `${rowOf(finding, root)}\n`;
    size += sizeOf(row);
    if (size > room) break;
    rows.push(row);
  }
  return rows;
}

/** One finding must not use up the room of all others. */
const mostOfMessage = 500;

function rowOf(finding: Finding, root: string | undefined): string {
  const { code, rule, severity, file, range, message, docs } = finding;
  const place = `${pathFrom(root, file)}:${range.start.line}:${range.start.column}`;
  const text = [message, ...remarkLines(finding, root)]
    .map((line) => markdownText(cutToWidth(line, mostOfMessage)))
    .join('<br>');
  const link = /^https?:\/\/[^\s()<>|]+$/.test(docs)
    ? `[${markdownText(code)}](${docs})`
    : markdownText(code);
  return `| ${severity} | ${markdownCode(place)} | ${text} | ${link} ${markdownCode(rule)} |`;
}
