import type { Finding } from '../../finding.ts';
import { drawLine } from '../drawn-line.ts';
import type { DrawnLine } from '../drawn-line.ts';
import type { Paint } from '../colors.ts';

type Range = Finding['range'];

export interface FrameOptions {
  /** Cells that the source may take; longer lines are cut around the start of the range. */
  readonly width: number;
  /** Paints the underline. */
  readonly mark: (text: string) => string;
  readonly faint: Paint['dim'];
}

/** Lines of the range that are shown; with one line above and one below a frame has five. */
const mostLines = 3;

/** Reads the lines `from`..`to`, as `FindingReport.lines` does. */
type Source = (from: number, to: number) => readonly string[];

/**
 * The source around a range, with line numbers and the range underlined; no lines when the source is not to be had.
 */
export function codeFrame(range: Range, source: Source, options: FrameOptions): string[] {
  const first = range.start.line;
  const last = lastLine(range);
  const shown = Math.min(last, first + mostLines - 1);
  const above = Math.max(1, first - 1);
  const texts = withoutBlankEnd(source(above, shown === last ? last + 1 : shown), shown - above + 1);
  if (texts.length <= first - above) return [];

  const view = viewOf(range, texts[first - above] ?? '', options.width);
  const gutter = String(above + texts.length - 1).length;
  const row = (label: string, text: string): string =>
    `${options.faint(`${label.padStart(gutter)} |`)} ${text}`.trimEnd();

  const frame = texts.flatMap((text, index) => {
    const line = above + index;
    const drawn = drawLine(view.cut(text));
    const rows = [row(String(line), visible(drawn, view))];
    const under = line >= first && line <= shown ? underline(drawn, line, range, view) : '';
    if (under !== '') rows.push(row('', indented(under, options.mark)));
    return rows;
  });
  if (shown < last) frame.push(row('', '...'));
  return frame;
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

/** `^~~~` below the part of the line that belongs to the range, with the blanks before it. */
function underline(drawn: DrawnLine, line: number, range: Range, view: View): string {
  const opens = line === range.start.line;
  const text = drawn.slice(0, drawn.width);
  const start = opens ? drawn.cellOf(range.start.column - 1 - view.base) : text.search(/\S|$/);
  const end =
    line === range.end.line ? drawn.cellOf(range.end.column - 1 - view.base) : text.trimEnd().length;
  const length = Math.min(end, view.right) - start;
  if (length < 1) return opens ? `${' '.repeat(start - view.left)}^` : '';
  return ' '.repeat(Math.max(0, start - view.left)) + (opens ? '^' : '~') + '~'.repeat(length - 1);
}

/** Paints the marks only: some terminals show the colour of blanks. */
function indented(under: string, mark: FrameOptions['mark']): string {
  const marks = under.trimStart();
  return under.slice(0, under.length - marks.length) + mark(marks);
}
