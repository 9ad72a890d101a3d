import { goFunction } from '../values/go-function.ts';

/** What separates words in Go's `strings.Title`: what is no letter, digit or `_`. */
const separator = /[^\p{L}\p{Nd}_]/u;

/** https://masterminds.github.io/sprig/strings.html: what changes the case of letters, and cuts or wraps texts by words */
export const words = {
  lower: goFunction(['string'], (text) => text.toLowerCase()),
  upper: goFunction(['string'], (text) => text.toUpperCase()),
  title: goFunction(['string'], (text) => afterSeparators(text, (letter) => letter.toUpperCase())),
  untitle: goFunction(['string'], (text) => afterSeparators(text, (letter) => letter.toLowerCase())),
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
