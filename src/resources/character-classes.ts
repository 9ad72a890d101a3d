import { colon, dash, dot, space } from './characters.ts';

const inKey = 1;
const startOfPlain = 2;
const inPlain = 4;
const inFlow = 8;

const classes = new Uint8Array(128);
mark(inPlain | inFlow, range(space, 126));
unmark(inPlain | inFlow, ':#');
unmark(inFlow, ',[]{}');
const wordCharacters = `${range(48, 57)}${range(65, 90)}${range(97, 122)}_/`;
mark(inKey, `${wordCharacters}.-`);
mark(startOfPlain, `${wordCharacters}.~+$<=^;(\\`);

/** What a plain key consists of that needs no closer look. */
export function isKey(code: number): boolean {
  return code < 128 && ((classes[code] ?? 0) & inKey) !== 0;
}

/** Whether a plain key starts at an offset that is no indicator, marker or merge key: `name`, `:authority`. */
export function startsKey(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === colon) return isKey(text.charCodeAt(at + 1));
  return isKey(code) && code !== dash && code !== dot;
}

/** What may stand in a plain scalar wherever it wants: not `:` and `#`, which depend on their neighbours. */
export function isPlain(code: number): boolean {
  return code < 128 ? ((classes[code] ?? 0) & inPlain) !== 0 : isWideText(code);
}

/** Like {@link isPlain}, within a flow collection. */
export function isPlainInFlow(code: number): boolean {
  return code < 128 ? ((classes[code] ?? 0) & inFlow) !== 0 : isWideText(code);
}

/** Whether a plain scalar starts at an offset, with a character that means nothing else. */
export function startsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (startsWord(code)) return true;
  const next = text.charCodeAt(at + 1);
  return (code === dash && startsWord(next)) || (code === colon && (startsWord(next) || next === colon));
}

function startsWord(code: number): boolean {
  return code < 128 ? ((classes[code] ?? 0) & startOfPlain) !== 0 : isWideText(code);
}

/** Printable beyond ASCII; surrogates and marks are left to the full reader. */
function isWideText(code: number): boolean {
  return (
    (code >= 0xa0 && code < 0xd800) || (code >= 0xe000 && code < 0xfeff) || (code > 0xfeff && code < 0xfffe)
  );
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)).join('');
}

function mark(flags: number, characters: string): void {
  for (const character of characters)
    classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) | flags;
}

function unmark(flags: number, characters: string): void {
  for (const character of characters)
    classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) & ~flags;
}
