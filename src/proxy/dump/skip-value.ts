import { closingQuote } from './closing-quote.ts';
import type { JsonBytes } from './json-bytes.ts';
import { JsonFault } from './json-fault.ts';

const quote = 0x22;

/**
 * The end of the JSON value at `at`, found by its brackets and strings alone. Throws JsonFault when there is none.
 * A hundred megabytes go through these loops: they are written for speed.
 */
export function skipValue(text: JsonBytes, at: number, maxDepth = 0x3fffffff): number {
  const first = text.bytes[at];
  if (first === quote) return endOfString(text, at + 1);
  return isBracket(first, 0x5b) ? endOfBrackets(text, at, maxDepth) : endOfScalar(text.bytes, at);
}

function endOfBrackets(text: JsonBytes, at: number, maxDepth: number): number {
  const { bytes } = text;
  const { length } = bytes;
  let depth = 0;
  let i = at;
  while (i < length) {
    const byte = bytes[i++] ?? 0;
    if (byte === quote) i = endOfString(text, i);
    else if (byte < 0x5b) continue;
    else if (isBracket(byte, 0x5b)) {
      if (++depth > maxDepth) throw new JsonFault(`nested in more than ${maxDepth} levels`, i);
    } else if (isBracket(byte, 0x5d) && --depth === 0) return i;
  }
  throw new JsonFault('ends in the middle of a value', length);
}

/** Square and curly brackets differ in one bit, which no other character of this pair has. */
export const isBracket = (byte = 0, bracket: 0x5b | 0x5d): boolean => (byte & 0xdf) === bracket;

/** The end of the string whose first character is at `at`: behind its closing quote. */
export function endOfString(text: JsonBytes, at: number): number {
  const end = closingQuote(text, at);
  if (end < text.bytes.length) return end + 1;
  throw new JsonFault('ends in the middle of a string', text.bytes.length);
}

function endOfScalar(bytes: Buffer, at: number): number {
  const { length } = bytes;
  let end = at;
  while (end < length && !endsScalar(bytes[end])) end += 1;
  if (end > at) return end;
  throw new JsonFault(at < length ? 'no value where one is expected' : 'ends where a value is expected', at);
}

/** A blank, a comma, a colon, or what closes an object or list. */
function endsScalar(byte = 0): boolean {
  return byte <= 0x20 || byte === 0x2c || byte === 0x3a || byte === 0x5d || byte === 0x7d;
}
