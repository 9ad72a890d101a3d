import { CHOMPING_MODE, getScalarValue, SCALAR_STYLE, EVENT_ID } from 'js-yaml';
import { bar, carriageReturn, dash, hash, lineFeed, space, tab } from './characters.ts';
import { notPlain } from './plain-line.ts';

export interface BlockScalar {
  readonly value: string;
  /** The end of its last line; with `+`, of the blank lines after it. */
  readonly end: number;
  /** The start of the line after it. */
  readonly next: number;
}

/**
 * Reads the block scalar whose `|` or `>` stands at an offset, in a node whose content must be indented by more than
 * `parent` columns. Throws `notPlain` for indentation indicators and for whatever is unusual.
 */
export function readBlockScalar(text: string, at: number, end: number, parent: number): BlockScalar {
  const header = readHeader(text, at + 1);
  const lines = measure(text, header.next, end, parent);
  const { indent, contentEnd, next, ragged } = lines;
  const scalarEnd = header.chomping === CHOMPING_MODE.KEEP ? next : contentEnd;
  const content = text.slice(header.next - 1, contentEnd);
  if (unsafe.test(content)) throw notPlain;
  const literal = text.charCodeAt(at) === bar;
  if (literal && !ragged) {
    const body = content.replaceAll(`\n${' '.repeat(indent)}`, '\n').slice(1);
    return { value: body + lineEnds(header.chomping, text, contentEnd, next), end: scalarEnd, next };
  }
  const style = literal ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  const chomping = header.chomping;
  const place = { valueStart: header.next, valueEnd: next, style, chomping, indent, fast: false };
  return {
    value: getScalarValue(text, { type: EVENT_ID.SCALAR, ...place, ...noProperties }),
    end: scalarEnd,
    next,
  };
}

const noProperties = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };

/** What YAML does not allow, and what may start a document in its middle. */
const unsafe = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

type Chomping = (typeof CHOMPING_MODE)[keyof typeof CHOMPING_MODE];

function readHeader(text: string, from: number): { chomping: Chomping; next: number } {
  let at = from;
  let chomping: Chomping = CHOMPING_MODE.CLIP;
  if (text.charAt(at) === '+') chomping = CHOMPING_MODE.KEEP;
  if (text.charCodeAt(at) === dash) chomping = CHOMPING_MODE.STRIP;
  if (chomping !== CHOMPING_MODE.CLIP) at++;
  const afterHeader = at;
  while (text.charCodeAt(at) === space) at++;
  if (text.charCodeAt(at) === hash && at > afterHeader) at = text.indexOf('\n', at);
  if (text.charCodeAt(at) !== lineFeed) throw notPlain;
  return { chomping, next: at + 1 };
}

interface Lines {
  readonly indent: number;
  /** After the last line that is not blank, before its line feed. */
  readonly contentEnd: number;
  readonly next: number;
  /** There are blank lines of spaces: they may be content. */
  readonly ragged: boolean;
}

function measure(text: string, start: number, end: number, parent: number): Lines {
  let indent = -1;
  let contentEnd = start;
  let ragged = false;
  let line = start;
  while (line < end) {
    let at = line;
    while (text.charCodeAt(at) === space) at++;
    const code = text.charCodeAt(at);
    if (code === lineFeed) {
      ragged ||= at > line;
      line = at + 1;
      continue;
    }
    if (indent === -1) indent = firstIndent(at - line, code, parent, ragged);
    if (at - line < indent) break;
    contentEnd = text.indexOf('\n', at);
    line = contentEnd + 1;
  }
  if (indent === -1) throw notPlain;
  return { indent, contentEnd, next: line, ragged };
}

function firstIndent(column: number, code: number, parent: number, ragged: boolean): number {
  if (column <= parent || ragged || code === tab || code === carriageReturn) throw notPlain;
  return column;
}

function lineEnds(chomping: Chomping, text: string, contentEnd: number, next: number): string {
  if (chomping === CHOMPING_MODE.STRIP) return '';
  return chomping === CHOMPING_MODE.KEEP ? text.slice(contentEnd, next) : '\n';
}
