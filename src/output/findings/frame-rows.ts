import type { Finding } from '../../finding.ts';
import { drawLine } from '../drawn-line.ts';
import type { DrawnLine } from '../drawn-line.ts';

type Range = Finding['range'];

export interface FrameLimits {
  /** Cells that the source may take; longer lines are cut around the start of the range. */
  readonly width: number;
  /** Lines of the range that are shown. */
  readonly most: number;
  /** Lines above and below the range. */
  readonly around: 0 | 1;
}

/** A line of source as it is drawn. */
export interface FrameRow {
  readonly line: number;
  /** Printable, cut to the width. */
  readonly text: string;
  /** The cells of `text` that belong to the range, `to` exclusive; both are the same for a point. */
  readonly marked?: Cells;
  /** Whether the range starts on this line. */
  readonly opens: boolean;
}

export interface Cells {
  readonly from: number;
  readonly to: number;
}

export interface Frame {
  /** None when the source is not to be had. */
  readonly rows: readonly FrameRow[];
  /** Whether the range has lines below these. */
  readonly more: boolean;
}

/** Reads the lines `from`..`to`, as `FindingReport.lines` does. */
export type Source = (from: number, to: number) => readonly string[];

/** The source around a range, line by line, whatever it is to be drawn with. */
export function frameRows(range: Range, source: Source, { width, most, around }: FrameLimits): Frame {
  const first = range.start.line;
  const last = lastLine(range);
  const shown = Math.min(last, first + most - 1);
  const above = Math.max(1, first - around);
  const below = shown === last ? last + around : shown;
  const texts = withoutBlankEnd(source(above, below), shown - above + 1);
  if (texts.length <= first - above) return { rows: [], more: false };

  const view = viewOf(range, texts[first - above] ?? '', width);
  const rows = texts.map((text, index) => {
    const line = above + index;
    const drawn = drawLine(view.cut(text));
    const marked = line >= first && line <= shown ? markedCells(drawn, line, range, view) : undefined;
    return { line, text: visible(drawn, view), opens: line === first, ...(marked && { marked }) };
  });
  return { rows, more: shown < last };
}

/** A range that ends before the first character of a line covers nothing of that line. */
function lastLine({ start, end }: Range): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

/** A blank line below the range says nothing. */
function withoutBlankEnd(texts: readonly string[], needed: number): readonly string[] {
  return texts.length > needed && (texts.at(-1) ?? '').trim() === '' ? texts.slice(0, -1) : texts;
}

/** The part of the lines that fits: the same for all lines of a frame, so that they stay aligned. */
interface View {
  /** UTF-16 offset where the lines are cut before they are drawn, since a line can be a megabyte long. */
  readonly base: number;
  readonly cut: (text: string) => string;
  /** Cells of a cut line that are shown. */
  readonly left: number;
  readonly right: number;
}

function viewOf(range: Range, text: string, width: number): View {
  const offset = range.start.column - 1;
  const base = Math.max(0, Math.min(offset, text.length) - 4 * width);
  const cut = (line: string): string => line.replace(/\r$/, '').slice(base, base + 8 * width);
  const drawn = drawLine(cut(text));
  const start = drawn.cellOf(offset - base);
  const end = range.end.line === range.start.line ? drawn.cellOf(range.end.column - 1 - base) : start;
  const fits = base === 0 && (drawn.width <= width || end + ellipsis.length <= width);
  const left = fits ? 0 : Math.max(0, Math.min(start - Math.floor(width / 4), drawn.width + 1 - width));
  return { base, cut, left, right: left + width };
}

const ellipsis = '...';

function visible(drawn: DrawnLine, { left, right }: View): string {
  const before = left > 0 && drawn.width > 0 ? ellipsis : '';
  const after = drawn.width > right ? ellipsis : '';
  return before + drawn.slice(left + before.length, right - after.length) + after;
}

/** The cells of a visible line that belong to the range. */
function markedCells(drawn: DrawnLine, line: number, range: Range, view: View): Cells | undefined {
  const opens = line === range.start.line;
  const text = drawn.slice(0, drawn.width);
  const start = opens ? drawn.cellOf(range.start.column - 1 - view.base) : text.search(/\S|$/);
  const end =
    line === range.end.line ? drawn.cellOf(range.end.column - 1 - view.base) : text.trimEnd().length;
  const from = Math.max(0, start - view.left);
  const to = Math.min(end, view.right) - view.left;
  if (to > from) return { from, to };
  return opens ? { from, to: from } : undefined;
}
