import type { NumberedLine, Range, SourceDocument } from '../../resources/index.ts';

/** `# meshctl-ignore[IST0101, gateway/selector]: reason`. */
export interface IgnoreComment {
  /** What stands in the brackets; none when there are no brackets. */
  readonly names: readonly { readonly name: string; readonly range: Range }[];
  /** Empty when none is given. */
  readonly reason: string;
  readonly range: Range;
  /** The line that it is about; `document` for all of it, undefined when nothing follows that it could be about. */
  readonly about: number | 'document' | undefined;
}

const marker = 'meshctl-ignore';

/**
 * The suppressions in the comments of a document: at the end of a line for that line, above a line for the next one,
 * before or at the first line for the whole document. None for a document that could not be read.
 */
export function ignoreComments(document: SourceDocument): readonly IgnoreComment[] {
  if (document.value === undefined) return [];
  return document.linesWith(marker).flatMap((line) => {
    const comment = parseComment(line);
    return comment === undefined ? [] : [{ ...comment, about: aboutOf(line, document) }];
  });
}

function parseComment(line: NumberedLine): Omit<IgnoreComment, 'about'> | undefined {
  const match = /(?<=^|\s)#\s*meshctl-ignore(?![\w-])(\s*\[([^\]]*)\])?(.*)$/.exec(line.text);
  if (match === null) return undefined;
  const { 0: whole, 1: brackets, 2: inside, 3: rest = '', index } = match;
  const range = rangeIn(line, index, whole.trimEnd().length);
  if (brackets === undefined || inside === undefined) return { names: [], reason: '', range };
  const start = index + whole.length - rest.length - 1 - inside.length;
  const names = Array.from(inside.matchAll(/[^\s,]+/g), ({ 0: name, index: at }) => ({
    name,
    range: rangeIn(line, start + at, name.length),
  }));
  const reason = rest.replace(/^\s*:?\s*/, '').trimEnd();
  return { names, reason: /[\p{L}\p{N}]/u.test(reason) ? reason : '', range };
}

function rangeIn({ number: line }: NumberedLine, offset: number, length: number): Range {
  return { start: { line, column: offset + 1 }, end: { line, column: offset + 1 + length } };
}

function aboutOf({ number, text }: NumberedLine, document: SourceDocument): IgnoreComment['about'] {
  if (number <= document.locate([]).value.start.line) return 'document';
  if (!isComment(text)) return number;
  for (let next = number + 1; ; next += 1) {
    const [below = ''] = document.lines(next, next);
    if (!isComment(below)) return below.trim() === '' ? undefined : next;
  }
}

const isComment = (line: string): boolean => line.trimStart().startsWith('#');
