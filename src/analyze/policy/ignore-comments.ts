import type { NumberedLine, Range, SourceDocument } from '../../resources/index.ts';

/** `# meshctl-ignore[IST0101, gateway/selector]: reason`. */
export interface IgnoreComment {
  /** What stands in the brackets; none when there are no brackets. */
  readonly names: readonly { readonly name: string; readonly range: Range }[];
  /** Empty when none is given. */
  readonly reason: string;
  readonly range: Range;
  readonly about: About;
}

/**
 * What a comment is about: all of its document, what stands on its line, or what begins on the line below it, with all
 * that is in it. Nothing, when an empty line or the end follows.
 */
type About =
  { readonly scope: 'document' | 'nothing' } | { readonly scope: 'line' | 'below'; readonly line: number };

const marker = 'meshctl-ignore';

/**
 * The suppressions in the comments of a document; those before or at its first line are about all of it. None for a
 * document that could not be read.
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

function aboutOf(line: NumberedLine, document: SourceDocument): About {
  const { number, text } = line;
  if (isSeparator(text) || isAtHead(number, document)) return { scope: 'document' };
  if (!isComment(text)) return { scope: 'line', line: number };
  for (let next = number + 1; ; next += 1) {
    const below = lineAt(document, next) ?? '';
    if (!isComment(below)) return below.trim() === '' ? { scope: 'nothing' } : { scope: 'below', line: next };
  }
}

/** Whether nothing of the document stands above a line. */
function isAtHead(line: number, document: SourceDocument): boolean {
  for (let number = line - 1; ; number -= 1) {
    const above = lineAt(document, number);
    if (above === undefined || isSeparator(above)) return true;
    if (above.trim() !== '' && !isComment(above)) return false;
  }
}

const lineAt = (document: SourceDocument, number: number): string | undefined =>
  document.lines(number, number)[0];

const isSeparator = (line: string): boolean => /^(---|\.\.\.)/.test(line);

const isComment = (line: string): boolean => line.trimStart().startsWith('#');
