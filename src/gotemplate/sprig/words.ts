import { contextFunction, goFunction } from '../values/go-function.ts';
import { abbreviate } from './abbreviate.ts';
import { pascalCase, separatedCase } from './word-case.ts';
import { wrapText } from './wrap-words.ts';

/** What separates words in Go's `strings.Title`: what is no letter, digit or `_`. */
const separator = /[^\p{L}\p{Nd}_]/u;

/** https://masterminds.github.io/sprig/strings.html: what changes the case of letters, and cuts or wraps texts by words */
export const words = {
  lower: goFunction(['string'], (text) => text.toLowerCase()),
  upper: goFunction(['string'], (text) => text.toUpperCase()),
  title: goFunction(['string'], (text) => afterSeparators(text, (letter) => letter.toUpperCase())),
  untitle: goFunction(['string'], (text) => afterSeparators(text, (letter) => letter.toLowerCase())),
  swapcase: goFunction(['string'], (text) => Array.from(text, swapped).join('')),
  snakecase: goFunction(['string'], (text) => separatedCase(text, '_')),
  kebabcase: goFunction(['string'], (text) => separatedCase(text, '-')),
  camelcase: goFunction(['string'], pascalCase),
  initials: goFunction(['string'], (text) =>
    (text.match(/\S+/g) ?? []).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)).join(''),
  ),
  abbrev: goFunction(['int', 'string'], (width, text) => (width < 4 ? text : abbreviate(text, 0, width))),
  abbrevboth: goFunction(['int', 'int', 'string'], (start, width, text) =>
    width < 4 || (start > 0 && width < 7) ? text : abbreviate(text, start, width),
  ),
  wrap: goFunction(['int', 'string'], (width, text) => wrapText(text, width, '\n', false)),
  wrapWith: contextFunction(['int', 'string', 'string'], ({ allow }, width, lineEnd, text) => {
    allow(text.length * lineEnd.length);
    return wrapText(text, width, lineEnd === '' ? '\n' : lineEnd, true);
  }),
};

function afterSeparators(text: string, change: (letter: string) => string): string {
  let before = ' ';
  let result = '';
  for (const letter of text) {
    result += separator.test(before) ? change(letter) : letter;
    before = letter;
  }
  return result;
}

const swapped = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
