import { codeOf, messageOf } from '../../errors.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { JsonBytes } from './json-bytes.ts';
import { JsonFault } from './json-fault.ts';
import { fieldsOf, wantedField, type Shape } from './shape.ts';
import { endOfString, skipValue } from './skip-value.ts';
import { TextCache } from './text-cache.ts';

/** Deeper values are refused: what walks them would run out of stack. Protobuf itself allows a hundred levels. */
const maxDepth = 500;

const texts = new TextCache();

const comma = 0x2c;
const colon = 0x3a;
const quote = 0x22;
const firstOfNull = 0x6e;
const openList = 0x5b;
const openObject = 0x7b;

/**
 * Reads a JSON text from its bytes, value by value, so that of a large text only what is wanted becomes objects.
 * What is skipped is not checked beyond its brackets and strings.
 *
 * ```ts
 * for (let more = cursor.enter('{'); more; more = cursor.next('}')) {
 *   if (cursor.key() === 'name') name = cursor.value();
 *   else cursor.skip();
 * }
 * ```
 */
export class JsonCursor {
  readonly bytes: Buffer;
  /** The byte that is read next. */
  at: number;
  readonly #text: JsonBytes;
  #keyEnd = 0;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.#text = new JsonBytes(bytes);
    this.at = at;
  }

  /** The first byte of the next value. */
  peek(): number | undefined {
    const byte = this.bytes[this.at];
    if (byte !== undefined && byte > 0x20) return byte;
    this.at = afterBlanks(this.bytes, this.at);
    return this.bytes[this.at];
  }

  /** Enters an object or list; false when it is empty, or null, which protobuf takes for the same. */
  enter(bracket: '{' | '['): boolean {
    const open = bracket.charCodeAt(0);
    const byte = this.peek();
    if (byte === firstOfNull && this.value() === null) return false;
    if (byte !== open) throw this.fault(`expected ${bracket}`);
    this.at += 1;
    if (this.peek() !== open + 2) return true;
    this.at += 1;
    return false;
  }

  /** Passes what stands behind a value; false at the end of the object or list. */
  next(bracket: '}' | ']'): boolean {
    const byte = this.peek();
    if (byte !== comma && byte !== bracket.charCodeAt(0)) throw this.fault(`expected , or ${bracket}`);
    this.at += 1;
    return byte === comma;
  }

  /** The next key of an object, up to its value. */
  key(): string {
    const start = this.#passKey();
    this.peek();
    return this.#stringAt(start, this.#keyEnd);
  }

  skip(): void {
    this.peek();
    this.at = skipValue(this.#text, this.at);
  }

  /** The next value, whole. */
  value(): Json {
    if (this.peek() === quote) return this.#string();
    const start = this.at;
    this.at = skipValue(this.#text, start, maxDepth);
    return smallNumber(this.bytes, start, this.at) ?? parse(this.bytes, start, this.at);
  }

  /** The next value, only with the fields that `shape` names, by the names they have there. */
  pick(shape: Shape): Json {
    if (shape === true) return this.value();
    const byte = this.peek();
    if (byte === openList) return this.#pickItems(shape);
    return byte === openObject ? this.#pickFields(shape) : this.value();
  }

  #pickItems(shape: Shape): Json[] {
    const items: Json[] = [];
    for (let more = this.enter('['); more; more = this.next(']'))
      // A list in a list is nothing that has fields; `value` knows how deep it may go.
      items.push(this.peek() === openList ? this.value() : this.pick(shape));
    return items;
  }

  #pickFields(shape: Exclude<Shape, true>): JsonObject {
    const fields = fieldsOf(shape);
    const picked: JsonObject = {};
    for (let more = this.enter('{'); more; more = this.next('}')) {
      const start = this.#passKey();
      const wanted = wantedField(fields, this.bytes, start + 1, this.#keyEnd - 1);
      if (wanted === undefined) this.skip();
      else picked[wanted.field] = this.pick(wanted.shape);
    }
    return picked;
  }

  /** Where the next key starts; `#keyEnd` is its end. */
  #passKey(): number {
    if (this.peek() !== quote) throw this.fault('expected the name of a field');
    const start = this.at;
    this.#keyEnd = endOfString(this.#text, start + 1);
    this.at = this.#keyEnd;
    if (this.peek() !== colon) throw this.fault('expected :');
    this.at += 1;
    return start;
  }

  /** Refuses what stands behind the last value. */
  end(): void {
    if (this.peek() !== undefined) throw this.fault('more text behind the end');
  }

  #string(): string {
    const start = this.at;
    this.at = endOfString(this.#text, start + 1);
    return this.#stringAt(start, this.at);
  }

  /** The string between two quotes, which are at `start` and before `end`. */
  #stringAt(start: number, end: number): string {
    const known = texts.read(this.bytes, start + 1, end - 1);
    if (known !== undefined) return known;
    const plain = this.bytes.toString('utf8', start + 1, end - 1);
    if (!plain.includes('\\')) return plain;
    const text = parse(this.bytes, start, end);
    return typeof text === 'string' ? text : '';
  }

  fault(message: string): JsonFault {
    const ended = this.at >= this.bytes.length;
    return new JsonFault(ended ? `ends too early: ${message}` : message, this.at);
  }
}

function afterBlanks(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at += 1;
  }
}

/** Ports, weights and the like, which are many; undefined for everything else. */
function smallNumber(bytes: Buffer, start: number, end: number): number | undefined {
  const first = bytes[start] ?? 0;
  if (end - start > 9 || (first === 0x30 && end - start > 1)) return undefined;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

function parse(bytes: Buffer, start: number, end: number): Json {
  try {
    return JSON.parse(bytes.toString('utf8', start, end)) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError) && codeOf(error) !== 'ERR_STRING_TOO_LONG') throw error;
    throw new JsonFault(messageOf(error), start);
  }
}
