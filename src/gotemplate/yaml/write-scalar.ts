import { TemplateFault } from '../template-fault.ts';
import { fold, type Place } from './fold.ts';
import { isText } from './plain-meaning.ts';

/**
 * The lines of a text as a scalar of YAML at a place: plain if it can be, else in quotes; what has several
 * lines as a block.
 */
export function writeScalar(given: string, place: Place): string[] {
  const text = checked(given);
  if (text.includes('\n')) {
    return fitsBlock(text) ? blockOf(text) : fold(escapedUnits(text), place, 'double');
  }
  if (!isText(text)) return [doubleQuoted(text)];
  if (fitsPlain(text)) return fold(Array.from(text), place, 'plain');
  if (special.test(text)) return fold(escapedUnits(text), place, 'double');
  return fold(Array.from(text.replaceAll("'", "''")), place, 'single');
}

const mostOfKey = 128;

/** A key that stands in one line before its value; undefined if it is too long for that or has several lines. */
export function writeKey(given: string): string | undefined {
  const text = checked(given);
  if (lineBreak.test(text) || Buffer.byteLength(text) > mostOfKey) return undefined;
  if (!isText(text)) return doubleQuoted(text);
  if (fitsPlain(text)) return text;
  return special.test(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

/** YAML cannot be made of control characters that JSON does not escape; a line end of its own becomes a blank. */
function checked(text: string): string {
  if (/[\x7f-\x84\x86-\x9f\ufffe\uffff]/.test(text))
    throw new TemplateFault('the text has control characters');
  return text.includes('\x85')
    ? text
        .split('\x85')
        .map((part) => part.trim())
        .join(' ')
    : text;
}

/** What must be escaped; blanks before a line end cannot be kept otherwise. */
const special = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]|[ ][\n\u2028\u2029]/;
const lineBreak = /[\n\u2028\u2029]/;

const fitsBlock = (text: string): boolean => !special.test(text) && !text.endsWith(' ');

const indicatorAtStart = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t\n]|$))/;
const indicatorInside = /:(?:[ \t\n]|$)|[ \t]#/;

const fitsPlain = (text: string): boolean =>
  !special.test(text) &&
  !lineBreak.test(text) &&
  !/^ | $/.test(text) &&
  !indicatorAtStart.test(text) &&
  !indicatorInside.test(text.slice(1));

/** A literal block: its indicator says how many line ends are at its end. */
function blockOf(text: string): string[] {
  const indentation = /^[ \n\u2028\u2029]/.test(text) ? '2' : '';
  let ends = 0;
  while (text.charAt(text.length - 1 - ends) === '\n') ends += 1;
  const chomping = ends === 0 ? '-' : ends === 1 && text !== '\n' ? '' : '+';
  const lines = (ends === 0 ? text : text.slice(0, -1)).split('\n');
  return [`|${indentation}${chomping}`, ...lines];
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u2028': '\\L',
  '\u2029': '\\P',
};
const unescaped = /^[\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/;

const doubleQuoted = (text: string): string => `"${escapedUnits(text).join('')}"`;

/** The characters as they stand in double quotes. Behind a byte order mark all are escaped. */
function escapedUnits(text: string): string[] {
  const marked = text.startsWith('\ufeff');
  return Array.from(text, (character) => {
    const known = escapes[character];
    if (known !== undefined) return known;
    if (unescaped.test(character) && !marked) return character;
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
    return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });
}
