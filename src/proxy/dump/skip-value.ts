import { JsonFault } from './json-fault.ts';

const quote = 0x22;
const backslash = 0x5c;
/** Bytes after which a string is searched for its end natively: below that a loop is quicker. */
const longString = 48;

const other = 0;
const opens = 2;
const kinds = new Uint8Array(256);
kinds[quote] = 1;
for (const byte of Buffer.from('{[')) kinds[byte] = opens;
for (const byte of Buffer.from('}]')) kinds[byte] = 3;

/** The end of the JSON value at `at`, found by its brackets alone. Throws JsonFault when there is none. */
export function skipValue(bytes: Buffer, at: number, maxDepth = Infinity): number {
  if (kindAt(bytes, at) === other) return endOfScalar(bytes, at);
  const { length } = bytes;
  let depth = 0;
  let i = at;
  while (i < length) {
    const kind = kindAt(bytes, i++);
    if (kind === other) continue;
    if (kind === opens) depth += 1;
    else if (kind === 1) i = endOfString(bytes, i);
    else depth -= 1;
    if (depth <= 0) return closed(depth, i);
    if (depth > maxDepth) throw new JsonFault(`nested in more than ${maxDepth} levels`, i);
  }
  throw new JsonFault('ends in the middle of a value', length);
}

/** The end of the string whose first character is at `at`: behind its closing quote. */
export function endOfString(bytes: Buffer, at: number): number {
  const { length } = bytes;
  const far = Math.min(length, at + longString);
  for (let i = at; i < far; i++) {
    const byte = bytes[i];
    if (byte === quote) return i + 1;
    if (byte === backslash) i += 1;
  }
  return far === length && length - at < longString ? unclosed(length) : endOfLongString(bytes, at);
}

function endOfLongString(bytes: Buffer, at: number): number {
  for (let i = bytes.indexOf(quote, at); i >= 0; i = bytes.indexOf(quote, i + 1)) {
    let before = i - 1;
    while (before >= at && bytes[before] === backslash) before -= 1;
    if ((i - before) % 2 === 1) return i + 1;
  }
  return unclosed(bytes.length);
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

function closed(depth: number, end: number): number {
  if (depth === 0) return end;
  throw new JsonFault('a bracket is closed that was not opened', end - 1);
}

function unclosed(length: number): never {
  throw new JsonFault('ends in the middle of a string', length);
}

const kindAt = (bytes: Buffer, at: number): number => kinds[bytes[at] ?? 0] ?? other;
