import type { Finding, Related, Severity } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { printable } from '../printable.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { plain } from '../plain.ts';
import type { Paint } from '../colors.ts';
import { wrapText } from '../wrap-text.ts';
import { byFile } from './by-file.ts';
import { codeFrame, lineFrame, type FrameOptions } from './code-frame.ts';
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
/** How much deeper the lines of a related place stand. */
const step = '  ';
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
function frameOf({ file, range, severity }: Finding, layout: Layout): string[] {
  const source = (from: number, to: number): readonly string[] => layout.lines(file, from, to);
  const frame = codeFrame(range, source, frameOptions(layout, severity, range.end.line + 1));
  return frame.length === 0 ? [] : ['', ...frame, ''];
}

function frameOptions({ styles, columns }: Layout, severity: Severity, lastLine: number): FrameOptions {
  const gutter = String(lastLine).length + ' | '.length;
  const room = columns === undefined ? widestSource : Math.max(narrowestSource, columns - indent - gutter);
  return { width: Math.min(room, widestSource), mark: styles[severity], faint: styles.dim };
}

function details(finding: Finding, layout: Layout): string[] {
  const where = [resourceName(finding.resource), finding.path].filter((part) => part !== '').join(', ');
  return [
    ...labelled('at', where, layout),
    ...labelled('cluster', finding.cluster ?? '', layout),
    ...labelled('refused by', refusers(finding.rejectedBy), layout),
    ...labelled('hint', finding.hint ?? '', layout),
    ...finding.related.flatMap((other) => relatedLines(other, finding, layout)),
    ...finding.fixes.flatMap((fix) => labelled('fix', fix.description, layout)),
    ...labelled('docs', finding.docs, layout),
  ];
}

function labelled(label: string, text: string, layout: Layout): string[] {
  return text === '' ? [] : wrapped(`${label}: ${text}`, layout);
}

/** A related place with its line, unless the frame of the finding is where it is. */
function relatedLines(other: Related, finding: Finding, layout: Layout): string[] {
  const { file, range, message } = other;
  const text = labelled('related', `${place(other)} ${message}`, layout);
  const near = file === finding.file && Math.abs(range.start.line - finding.range.start.line) <= 1;
  if (near) return text;
  const options = frameOptions(layout, 'info', range.start.line);
  const frame = lineFrame(range, (from, to) => layout.lines(file, from, to), {
    ...options,
    width: options.width - step.length,
  });
  return [...text, ...frame.map((line) => step + line)];
}
