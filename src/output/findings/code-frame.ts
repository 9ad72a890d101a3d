import type { Finding } from '../../finding.ts';
import type { Paint } from '../colors.ts';
import { frameRows, type Cells, type FrameRow, type Source } from './frame-rows.ts';

export interface FrameOptions {
  /** Cells that the source may take; longer lines are cut around the start of the range. */
  readonly width: number;
  /** Paints the underline. */
  readonly mark: (text: string) => string;
  readonly faint: Paint['dim'];
}

/** Lines of the range that are shown; with one line above and one below a frame has five. */
const mostLines = 3;

/**
 * The source around a range, with line numbers and the range underlined; no lines when the source is not to be had.
 */
export function codeFrame(range: Finding['range'], source: Source, options: FrameOptions): string[] {
  const { rows, more } = frameRows(range, source, { width: options.width, most: mostLines, around: 1 });
  const frame = drawRows(rows, options);
  return more ? [...frame, gutterOf(rows, options)('', '...')] : frame;
}

/** The first line of a range alone, with what belongs to the range underlined: for places beside the finding. */
export function lineFrame(range: Finding['range'], source: Source, options: FrameOptions): string[] {
  return drawRows(frameRows(range, source, { width: options.width, most: 1, around: 0 }).rows, options);
}

function drawRows(rows: readonly FrameRow[], options: FrameOptions): string[] {
  const row = gutterOf(rows, options);
  return rows.flatMap(({ line, text, marked, opens }) => [
    row(String(line), text),
    ...(marked === undefined ? [] : [row('', underline(marked, opens, options))]),
  ]);
}

/** Puts a line number, or blanks as wide, before a row. */
function gutterOf(
  rows: readonly FrameRow[],
  { faint }: FrameOptions,
): (label: string, text: string) => string {
  const width = String(rows.at(-1)?.line ?? '').length;
  return (label, text) => `${faint(`${label.padStart(width)} |`)} ${text}`.trimEnd();
}

/** `^~~~`, or `~~~~` on the lines after the first. Only the marks are painted: some terminals show the colour of blanks. */
function underline({ from, to }: Cells, opens: boolean, { mark }: FrameOptions): string {
  const marks = '~'.repeat(Math.max(1, to - from));
  return ' '.repeat(from) + mark(opens ? `^${marks.slice(1)}` : marks);
}
