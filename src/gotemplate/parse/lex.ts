import { errorAt, type TemplateSource } from '../template-error.ts';
import { lexAction } from './lex-action.ts';
import type { Token } from './token.ts';

const blank = /[ \t\r\n]/;

/**
 * The tokens of a template: texts, with blanks trimmed where `{{-` and `-}}` say so, and what is in actions. Comments are
 * left out. Source of the syntax: https://pkg.go.dev/text/template
 */
export function lex(source: TemplateSource): Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  let position = 0;
  let trimStart = false;
  while (position < text.length) {
    const left = text.indexOf('{{', position);
    const end = left === -1 ? text.length : left;
    const trimEnd = left !== -1 && text.charAt(left + 2) === '-' && blank.test(text.charAt(left + 3));
    addText(tokens, text, trimmed(text, position, end, trimStart, trimEnd));
    if (left === -1) break;
    const inside = left + (trimEnd ? 4 : 2);
    const close = text.startsWith('/*', inside)
      ? passComment(source, left, inside)
      : lexAction(source, left, inside, tokens);
    position = close.end;
    trimStart = close.trim;
  }
  tokens.push({ kind: 'end of text', text: '', at: text.length });
  return tokens;
}

type Span = readonly [start: number, end: number];

function trimmed(text: string, start: number, end: number, trimStart: boolean, trimEnd: boolean): Span {
  let [from, to] = [start, end];
  if (trimStart) while (from < to && blank.test(text.charAt(from))) from += 1;
  if (trimEnd) while (to > from && blank.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

function addText(tokens: Token[], text: string, [start, end]: Span): void {
  if (end > start) tokens.push({ kind: 'text', text: text.slice(start, end), at: start });
}

function passComment(source: TemplateSource, left: number, inside: number): { end: number; trim: boolean } {
  const { text } = source;
  const close = text.indexOf('*/', inside);
  if (close === -1) throw errorAt(source, left, 'a comment is not closed: */}} is missing');
  const end = close + 2;
  if (text.startsWith('}}', end)) return { end: end + 2, trim: false };
  if (blank.test(text.charAt(end)) && text.startsWith('-}}', end + 1)) return { end: end + 4, trim: true };
  throw errorAt(source, end, 'after the end of a comment, */, }} must follow at once');
}
