import { JsonFault } from './json-fault.ts';

const quote = 0x22;
const backslash = 0x5c;

/**
 * The end of the JSON value at `at`, found by its brackets and strings alone. Throws JsonFault when there is none.
 * A hundred megabytes go through these loops: they are written for speed.
 */
export function skipValue(bytes: Buffer, at: number, maxDepth = 0x3fffffff): number {
  const first = bytes[at];
  if (first === quote) return endOfString(bytes, at + 1);
  return isOpening(first) ? endOfBrackets(bytes, at, maxDepth) : endOfScalar(bytes, at);
}

function endOfBrackets(bytes: Buffer, at: number, maxDepth: number): number {
  const { length } = bytes;
  let depth = 0;
  let i = at;
  while (i < length) {
    const byte = bytes[i++] ?? 0;
    if (byte === quote) i = endOfString(bytes, i);
    else if (byte < 0x5b) continue;
    else if (isOpening(byte)) {
      if (++depth > maxDepth) throw new JsonFault(`nested in more than ${maxDepth} levels`, i);
    } else if (isClosing(byte) && --depth === 0) return i;
  }
  throw new JsonFault('ends in the middle of a value', length);
}

const isOpening = (byte: number | undefined): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/** The end of the string whose first character is at `at`: behind its closing quote. */
export function endOfString(bytes: Buffer, at: number): number {
  const { length } = bytes;
  let i = at;
  while (i < length) {
    if (isPlain(bytes[i]) && isPlain(bytes[i + 1]) && isPlain(bytes[i + 2]) && isPlain(bytes[i + 3])) {
      i += 4;
      continue;
    }
    const byte = bytes[i++];
    if (byte === quote) return i;
    if (byte === backslash) i += 1;
  }
  throw new JsonFault('ends in the middle of a string', length);
}

const isPlain = (byte = 0): boolean => byte !== quote && byte !== backslash;

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
