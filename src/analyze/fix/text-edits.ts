import type { Edit } from '../../finding.ts';
import type { Position } from '../../resources/index.ts';

/**
 * A text with edits made; they must not overlap. Lines and columns count as in findings: from 1, in UTF-16 code units, a
 * byte order mark not counted. What lies behind the end of the text counts as its end.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const offsetOf = offsets(body);
  const parts: string[] = [mark];
  let from = 0;
  for (const { range, text: by } of edits.toSorted((a, b) =>
    comparePositions(a.range.start, b.range.start),
  )) {
    parts.push(body.slice(from, offsetOf(range.start)), by);
    from = offsetOf(range.end);
  }
  return [...parts, body.slice(from)].join('');
}

/** Which of two places comes first, as `sort` wants it. */
export const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;

function offsets(text: string): (place: Position) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
}

/** Whether places in a text are beyond doubt: line breaks other than LF and CRLF are counted differently by many. */
export const hasClearLines = (text: string): boolean => !/\r(?!\n)/.test(text);
