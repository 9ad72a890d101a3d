import type { Position, Range } from '../../range.ts';
import type { Edit } from '../edit-step.ts';

/** For tests: a text with edits made, the last one first. */
export function applied(text: string, edits: readonly Edit[]): string {
  const offset = offsets(text);
  return edits.reduceRight(
    (result, { range, text: by }) =>
      result.slice(0, offset(range.start)) + by + result.slice(offset(range.end)),
    text,
  );
}

/** For tests: the text of a range. */
export function cut(text: string, { start, end }: Range): string {
  const offset = offsets(text);
  return text.slice(offset(start), offset(end));
}

function offsets(text: string): (place: Position) => number {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  return ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1;
}
