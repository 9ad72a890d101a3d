import { element, verbatim, type Markup } from './markup.ts';

/**
 * Data for the script of a page, which finds them by `id`. Nothing in them can end the block: what HTML would read as
 * markup, or refuse, stands there as an escape of JSON.
 */
export function dataBlock(id: string, json: string): Markup {
  return element('script', { type: 'application/json', id }, verbatim(json.replace(unsafe, escaped)));
}

const unsafe = /[<\x7f-\x9f\u2028\u2029]|\p{Noncharacter_Code_Point}/gu;

function escaped(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
