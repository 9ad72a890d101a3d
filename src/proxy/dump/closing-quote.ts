import type { JsonBytes } from './json-bytes.ts';

const quote = 0x22;
const backslash = 0x5c;

/**
 * Where the string ends whose next character is at `at`: the place of its closing quote. The number of bytes when it
 * goes on behind them, one more when they end between a backslash and what it escapes.
 */
export function closingQuote({ bytes, words, shift }: JsonBytes, at: number): number {
  const { length } = bytes;
  const wordCount = words.length;
  let i = at;
  while (i < length) {
    if (((i + shift) & 3) === 0) {
      let word = (i + shift) >> 2;
      while (word < wordCount && isPlain(words[word])) word += 1;
      i = (word << 2) - shift;
      if (i >= length) return length;
    }
    const byte = bytes[i];
    if (byte === quote) return i;
    i += byte === backslash ? 2 : 1;
  }
  return i;
}

/**
 * Whether none of four bytes is a quote or a backslash: what differs from all of them in some bit of each byte lets no
 * subtraction of one borrow from the bit on top of it.
 */
function isPlain(word = 0): boolean {
  const quotes = word ^ 0x22222222;
  const backslashes = word ^ 0x5c5c5c5c;
  const found = ((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes);
  return (found & 0x80808080) === 0;
}
