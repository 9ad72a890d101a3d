import { errorAt, type TemplateSource } from '../template-error.ts';
import type { Token, TokenKind } from './token.ts';

/** Where an action ends, and whether it trims the text behind it. */
export interface ActionEnd {
  readonly end: number;
  readonly trim: boolean;
}

/** Adds the tokens of one action, which starts at `left` and has its content at `inside`. */
export function lexAction(source: TemplateSource, left: number, inside: number, tokens: Token[]): ActionEnd {
  const { text } = source;
  tokens.push({ kind: 'left', text: '{{', at: left });
  let open = 0;
  let position = inside;
  for (;;) {
    const end = endAt(text, position);
    if (end !== undefined) {
      if (open > 0) throw errorAt(source, position, 'a parenthesis is not closed');
      tokens.push({ kind: 'right', text: '}}', at: position });
      return end;
    }
    if (position >= text.length) throw errorAt(source, left, 'an action is not closed: }} is missing');
    const token = tokenAt(source, position);
    if (token.kind === '(') open += 1;
    if (token.kind === ')') open -= 1;
    if (open < 0) throw errorAt(source, position, 'a parenthesis is closed that was not opened');
    tokens.push(token);
    position += token.text.length;
  }
}

const trimmingEnd = /[ \t\r\n]-\}\}/y;

function endAt(text: string, position: number): ActionEnd | undefined {
  if (text.startsWith('}}', position)) return { end: position + 2, trim: false };
  trimmingEnd.lastIndex = position;
  return trimmingEnd.test(text) ? { end: position + 4, trim: true } : undefined;
}

const space = /[ \t\r\n]+/y;
const number =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)/y;

/** What a token is, by its first character; the first that fits. */
const forms: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  ['space', space],
  ['number', new RegExp(`(?=[+-]|\\.?[0-9])${number.source}`, 'y')],
  ['field', /\.[\p{L}\p{Nd}_]+/uy],
  ['dot', /\./y],
  ['variable', /\$[\p{L}\p{Nd}_]*/uy],
  ['identifier', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['string', /"(?:\\[^\n]|[^\\"\n])*"/y],
  ['raw string', /`[^`]*`/y],
  ['character', /'(?:\\[^\n]|[^\\'\n])*'/y],
  ['declare', /:=/y],
  ['assign', /=/y],
  ['pipe', /\|/y],
  ['comma', /,/y],
  ['(', /\(/y],
  [')', /\)/y],
];

function tokenAt(source: TemplateSource, at: number): Token {
  const { text } = source;
  for (const [kind, pattern] of forms) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return finish(source, kind, found, at);
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const quotes = { '"': 'a text', '`': 'a text', "'": 'a character' }[character];
  if (quotes !== undefined) throw errorAt(source, at, `${quotes} is not closed: ${character} is missing`);
  throw errorAt(source, at, `unexpected character ${JSON.stringify(character)}`);
}

const constants: Readonly<Record<string, TokenKind>> = { true: 'bool', false: 'bool', nil: 'nil' };
const keywords = new Set('block break continue define else end if range template with'.split(' '));
const wordEnd = /[ \t\r\n.,|:)(]|\}\}|$(?![^])/y;
const wordPart = /[\p{L}\p{Nd}_]/uy;

function finish(source: TemplateSource, kind: TokenKind, found: string, at: number): Token {
  const end = at + found.length;
  if (kind === 'space') return { kind, text: beforeTrim(source.text, found, at), at };
  if (kind === 'number') {
    wordPart.lastIndex = end;
    if (wordPart.test(source.text)) throw errorAt(source, at, 'a number is not well formed');
  }
  if (!['field', 'dot', 'variable', 'identifier'].includes(kind)) return { kind, text: found, at };
  wordEnd.lastIndex = end;
  if (!wordEnd.test(source.text)) {
    throw errorAt(
      source,
      end,
      `unexpected character ${JSON.stringify(source.text.charAt(end))} after ${found}`,
    );
  }
  if (kind !== 'identifier') return { kind, text: found, at };
  if (keywords.has(found)) return { kind: 'keyword', text: found, at };
  return { kind: Object.hasOwn(constants, found) ? (constants[found] ?? kind) : kind, text: found, at };
}

/** The last blank belongs to ` -}}`, if that follows. */
const beforeTrim = (text: string, found: string, at: number): string =>
  text.startsWith('-}}', at + found.length) ? found.slice(0, -1) : found;
