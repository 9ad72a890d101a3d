import type { Edit } from '../../../finding.ts';

type Position = Edit['range']['start'];

/** Lines of a file, of which the first has the number `first`, after edits; undefined when an edit lies outside. */
export function repairedLines(
  lines: readonly string[],
  first: number,
  edits: readonly Edit[],
): string[] | undefined {
  const text = lines.join('\n');
  const starts = startsOf(lines);
  const offsetOf = ({ line, column }: Position): number | undefined => {
    const start = starts[line - first];
    const length = lines[line - first]?.length ?? 0;
    return start === undefined || column > length + 1 ? undefined : start + column - 1;
  };
  const pieces: string[] = [];
  let done = 0;
  for (const { range, text: inserted } of edits.toSorted(byStart)) {
    const [from, to] = [offsetOf(range.start), offsetOf(range.end)];
    if (from === undefined || to === undefined || from < done || to < from) return undefined;
    pieces.push(text.slice(done, from), inserted);
    done = to;
  }
  return [...pieces, text.slice(done)].join('').split('\n');
}

/** Where each line starts in the text of all. */
function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  for (const { length } of lines.slice(0, -1)) starts.push((starts.at(-1) ?? 0) + length + 1);
  return lines.length === 0 ? [] : starts;
}

const byStart = ({ range: { start: a } }: Edit, { range: { start: b } }: Edit): number =>
  a.line - b.line || a.column - b.column;
