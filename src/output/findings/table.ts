import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { printable } from '../printable.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { plain } from '../plain.ts';
import type { Paint } from '../colors.ts';
import { wrapText } from '../wrap-text.ts';
import { byFile } from './by-file.ts';
import { codeFrame } from './code-frame.ts';
import { portablePath } from './file-path.ts';
import { place } from './place.ts';
import { refusers } from './refusers.ts';
import { resourceName } from './resource-name.ts';

/**
 * Findings for people, grouped by file, each with the source it is about. Nothing is cut but source lines: to the width
 * of the terminal, or to 200 cells without one. No findings, no text.
 */
export function formatTable(report: FindingReport, options: FormatOptions = {}): string {
  const layout: Layout = { styles: options.styles ?? plain, columns: options.columns, lines: report.lines };
  const blocks = Array.from(byFile(sortFindings(report.findings)), ([file, findings]) =>
    [
      layout.styles.path(printable(portablePath(file))),
      findings.map((finding) => describe(finding, layout)).join('\n\n'),
    ].join('\n'),
  );
  return blocks.map((block) => `${block}\n`).join('\n');
}

interface Layout {
  readonly styles: Paint;
  readonly columns: number | undefined;
  readonly lines: FindingReport['lines'];
}

const indent = 4;
const widestSource = 200;
const narrowestSource = 20;

function describe(finding: Finding, layout: Layout): string {
  const { styles } = layout;
  const heading = [
    styles[finding.severity](finding.severity),
    styles.bold(printable(finding.code)),
    `(${printable(finding.rule)})`,
    place(finding),
  ].join(' ');
  const body = [
    ...wrapped(finding.message, layout),
    ...frameOf(finding, layout),
    ...details(finding, layout),
  ];
  return [`  ${heading}`, ...body.map((line) => (line === '' ? '' : ' '.repeat(indent) + line))].join('\n');
}

function wrapped(text: string, { columns }: Layout): string[] {
  return wrapText(
    printable(text),
    columns === undefined ? undefined : Math.max(narrowestSource, columns - indent),
  );
}

/** The code frame between two blank lines. */
function frameOf({ file, range, severity }: Finding, { styles, columns, lines }: Layout): string[] {
  const gutter = String(range.end.line + 1).length + ' | '.length;
  const room = columns === undefined ? widestSource : Math.max(narrowestSource, columns - indent - gutter);
  const frame = codeFrame(range, (from, to) => lines(file, from, to), {
    width: Math.min(room, widestSource),
    mark: styles[severity],
    faint: styles.dim,
  });
  return frame.length === 0 ? [] : ['', ...frame, ''];
}

function details(finding: Finding, layout: Layout): string[] {
  const where = [resourceName(finding.resource), finding.path].filter((part) => part !== '').join(', ');
  const labelled: [string, string][] = [
    ['at', where],
    ['cluster', finding.cluster ?? ''],
    ['refused by', refusers(finding.rejectedBy)],
    ['hint', finding.hint ?? ''],
    ...finding.related.map((other): [string, string] => ['related', `${place(other)} ${other.message}`]),
    ...finding.fixes.map((fix): [string, string] => ['fix', fix.description]),
    ['docs', finding.docs],
  ];
  return labelled
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) => wrapped(`${label}: ${text}`, layout));
}
