import { ByteSink } from './byte-sink.ts';
import { closingQuote } from './closing-quote.ts';
import { JsonBytes } from './json-bytes.ts';
import { isBracket } from './skip-value.ts';

/** What is left of a text, and where in it a byte of that stood. */
export interface Sieved {
  readonly bytes: Buffer;
  readonly placeOf: (offset: number) => number;
}

const quote = 0x22;
const openList = 0x5b;
/** How many brackets are open in a section, and around it: `{"configs": [`. */
const inside = 3;
const outside = 2;
/** A section that has not said by then what it is, is kept. */
const headLength = 256;

/**
 * Takes the text of a dump piece by piece, and leaves `{"@type": "..."}` of the sections that nobody wants. Only those
 * that say first what they are, as Envoy writes them, are emptied. Brackets and strings are followed through the whole
 * text: what stands in a string is never taken for a section, and what is cut off stays so.
 */
export class SectionSieve {
  readonly #isWanted: (type: string) => boolean;
  readonly #sink: ByteSink;
  readonly #gaps: { readonly at: number; readonly missing: number }[] = [];
  #missing = 0;
  #depth = 0;
  /** Whether what is around sections is a list. */
  #isList = false;
  #isDropping = false;
  #inString = false;
  /** Whether the piece before ended with a backslash. */
  #isEscaped = false;
  /** The end of the piece before: a section that has only begun. */
  #rest: Buffer = Buffer.alloc(0);

  /** `isWanted` is asked with the full name of a section's message; `size` is how long the text may be. */
  constructor(isWanted: (type: string) => boolean, size?: number) {
    this.#isWanted = isWanted;
    this.#sink = new ByteSink(size);
  }

  /** The piece may be overwritten afterwards. */
  push(piece: Buffer): void {
    this.#pass(this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]), headLength);
  }

  end(): Sieved {
    this.#pass(this.#rest, 0);
    const gaps = this.#gaps;
    return {
      bytes: this.#sink.bytes(),
      placeOf: (offset) => offset + (gaps.findLast(({ at }) => at <= offset)?.missing ?? 0),
    };
  }

  #pass(piece: Buffer, leastHead: number): void {
    const text = new JsonBytes(piece);
    this.#rest = Buffer.alloc(0);
    let at = 0;
    while (at < piece.length) {
      const end = this.#toBoundary(text, at);
      if (end === undefined) {
        this.#take(piece.subarray(at));
        return;
      }
      if (this.#depth === outside) {
        this.#closeSection(piece.subarray(at, end));
        at = end;
      } else {
        this.#take(piece.subarray(at, end - 1));
        if (piece.length - end < leastHead) {
          this.#depth = outside;
          this.#rest = Buffer.from(piece.subarray(end - 1));
          return;
        }
        at = end - 1 + this.#openSection(piece.subarray(end - 1));
      }
    }
  }

  /** Behind the next bracket that opens or closes a section; undefined when it is not in this piece. */
  #toBoundary(text: JsonBytes, from: number): number | undefined {
    const { bytes } = text;
    const { length } = bytes;
    let i = this.#inString ? this.#passString(text, from + Number(this.#isEscaped)) : from;
    while (i < length) {
      const byte = bytes[i++] ?? 0;
      if (byte === quote) i = this.#passString(text, i);
      else if (byte < 0x5b) continue;
      else if (isBracket(byte, 0x5b)) {
        if (this.#opens(byte)) return i;
      } else if (isBracket(byte, 0x5d) && --this.#depth === outside) return i;
    }
    return undefined;
  }

  /** Whether this bracket is that of a section. */
  #opens(bracket: number): boolean {
    this.#depth += 1;
    if (this.#depth === outside) this.#isList = bracket === openList;
    return this.#depth === inside;
  }

  #passString(text: JsonBytes, at: number): number {
    const end = closingQuote(text, at);
    this.#inString = end >= text.bytes.length;
    this.#isEscaped = end > text.bytes.length;
    return end + 1;
  }

  #take(bytes: Buffer): void {
    if (this.#isDropping) this.#missing += bytes.length;
    else this.#sink.add(bytes);
  }

  /** Decides about the section that begins here; gives the length of what has been dealt with. */
  #openSection(bytes: Buffer): number {
    const [head = '{', type] = typed.exec(bytes.toString('latin1', 0, headLength)) ?? [];
    this.#sink.add(bytes.subarray(0, head.length));
    this.#isDropping = this.#isList && type !== undefined && !this.#isWanted(type);
    return head.length;
  }

  #closeSection(bytes: Buffer): void {
    this.#take(bytes.subarray(0, -1));
    if (this.#isDropping) this.#gaps.push({ at: this.#sink.length, missing: this.#missing });
    this.#isDropping = false;
    this.#take(bytes.subarray(-1));
  }
}

const typed = /^\{\s*"@type"\s*:\s*"(?:[^"\\]*\/)?([^"\\/]*)"/;
