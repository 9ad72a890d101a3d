import { isKey, isPlain, startsKey, startsPlain } from './character-classes.ts';
import {
  bar,
  carriageReturn,
  colon,
  dash,
  doubleQuote,
  greaterThan,
  hash,
  lineFeed,
  openBrace,
  openBracket,
  singleQuote,
  space,
} from './characters.ts';
import { readBlockScalar } from './plain-block-scalar.ts';
import { keys, notPlain, PlainLine } from './plain-line.ts';
import type { Json, JsonObject } from './resource.ts';

/**
 * Reads documents in the subset of YAML that nearly all Kubernetes files keep to, several times as fast as the full
 * reader: block mappings and sequences, one-line scalars and flow collections, block scalars. Whatever it answers is
 * what the full reader would say; anything else it leaves alone.
 */
export class PlainYaml extends PlainLine {
  private end = 0;
  private indent = -1;
  private readonly usable: boolean;

  /** The text must end with a line feed. */
  constructor(text: string) {
    super(text);
    this.usable = text.endsWith('\n') && !(text.includes('\r') && /\r(?!\n)/.test(text));
  }

  /** The value of the document between two offsets, both at line starts; null when it is empty, undefined when it is not plain. */
  read(start: number, end: number): JsonObject | null | undefined {
    if (!this.usable) return undefined;
    try {
      return this.readDocument(start, end);
    } catch (error) {
      if (error !== notPlain) throw error;
      return undefined;
    }
  }

  private readDocument(start: number, end: number): JsonObject | null {
    this.end = end;
    this.level = 0;
    this.toLine(start);
    if (this.isAtEnd()) return null;
    if (this.indent !== 0) throw notPlain;
    const value = this.readMap();
    if (!this.isAtEnd()) throw notPlain;
    return value;
  }

  private isAtEnd(): boolean {
    return this.indent === -1;
  }

  /** Moves to the first character of the first line with content, from a line start on. */
  private toLine(start: number): void {
    const { text, end } = this;
    for (let line = start; line < end;) {
      let at = line;
      let code = text.charCodeAt(at);
      while (code === space) code = text.charCodeAt(++at);
      if (code === lineFeed) line = at + 1;
      else if (code === hash || code === carriageReturn) line = text.indexOf('\n', at) + 1;
      else {
        this.at = at;
        this.indent = at - line;
        return;
      }
    }
    this.at = end;
    this.indent = -1;
  }

  /** From the end of a value to the next line with content. */
  private finishLine(): void {
    const { text, at } = this;
    let code = this.skipSpaces();
    if (code === hash && this.at > at) code = lineFeed;
    if (code !== lineFeed && code !== carriageReturn) throw notPlain;
    this.toLine(text.indexOf('\n', this.at) + 1);
  }

  private readMap(): JsonObject {
    const { indent } = this;
    const object: JsonObject = {};
    this.descend();
    do {
      const key = this.readKey();
      this.set(object, key, this.readValue(indent));
    } while (this.indent === indent);
    this.finish(indent);
    return object;
  }

  private readList(): Json[] {
    const { indent } = this;
    const items: Json[] = [];
    this.descend();
    do {
      items.push(this.readItem(indent));
    } while (this.indent === indent && this.isItem(this.at));
    this.finish(indent);
    return items;
  }

  private finish(indent: number): void {
    this.level--;
    if (this.indent > indent) throw notPlain;
  }

  /** Reads a key and its colon. */
  private readKey(): string {
    const { text, at: start } = this;
    const end = this.keyEnd(start);
    if (end === -1) throw notPlain;
    const code = text.charCodeAt(start);
    if (code !== doubleQuote && code !== singleQuote) {
      this.at = end + 1;
      return keys.get(text, start, end);
    }
    const key = this.readQuoted();
    this.at++;
    return key;
  }

  /** The offset of the colon of a key that starts at an offset, or -1 when there is no key. */
  private keyEnd(start: number): number {
    const { text } = this;
    const first = text.charCodeAt(start);
    let at = start + 1;
    if (startsKey(text, start)) while (isKey(text.charCodeAt(at))) at++;
    else if (first === doubleQuote || first === singleQuote) at = this.quotedEnd(start);
    else return -1;
    if (text.charCodeAt(at) !== colon) return -1;
    const next = text.charCodeAt(at + 1);
    return next === space || next === lineFeed || next === carriageReturn ? at : -1;
  }

  private quotedEnd(start: number): number {
    this.at = start;
    this.readQuoted();
    const end = this.at;
    this.at = start;
    return end;
  }

  /** The value after a colon, of a key in column `indent`. */
  private readValue(indent: number): Json {
    const code = this.skipSpaces();
    if (code !== lineFeed && code !== carriageReturn && code !== hash) return this.readInline(indent);
    this.toLine(this.text.indexOf('\n', this.at) + 1);
    if (this.indent > indent) return this.readNode();
    return this.indent === indent && this.isItem(this.at) ? this.readList() : null;
  }

  /** An item, from its dash in column `indent` on. */
  private readItem(indent: number): Json {
    const dashAt = this.at;
    this.at++;
    const code = this.skipSpaces();
    if (code === lineFeed || code === carriageReturn || code === hash) {
      this.toLine(this.text.indexOf('\n', this.at) + 1);
      return this.indent > indent ? this.readNode() : null;
    }
    if (!this.isItem(this.at) && this.keyEnd(this.at) === -1) return this.readInline(indent);
    this.indent = indent + this.at - dashAt;
    return this.readNode();
  }

  private readNode(): Json {
    return this.isItem(this.at) ? this.readList() : this.readMap();
  }

  private isItem(at: number): boolean {
    if (this.text.charCodeAt(at) !== dash) return false;
    const next = this.text.charCodeAt(at + 1);
    return next === space || next === lineFeed || next === carriageReturn;
  }

  /** A value that starts on the line of its key or dash. */
  private readInline(indent: number): Json {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (startsPlain(text, at)) return this.readPlain();
    let value: Json;
    if (code === doubleQuote || code === singleQuote) value = this.readQuoted();
    else if (code === openBrace || code === openBracket) value = this.readFlow();
    else if (code === bar || code === greaterThan) return this.readBlock(indent);
    else throw notPlain;
    this.finishLine();
    return value;
  }

  private readPlain(): Json {
    const { text, at: start } = this;
    let at = start + 1;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (isPlain(code)) continue;
      if (code === colon && isPlain(text.charCodeAt(at + 1)) && text.charCodeAt(at + 1) !== space) continue;
      if (code === hash && text.charCodeAt(at - 1) !== space) continue;
      break;
    }
    const value = this.plainValue(start, at);
    this.at = at;
    if (text.charCodeAt(at) === hash) this.at--;
    this.finishLine();
    return value;
  }

  private readBlock(indent: number): string {
    const { value, next } = readBlockScalar(this.text, this.at, this.end, indent);
    this.toLine(next);
    return value;
  }
}
