import { isKey, isPlain, startsKey, startsPlain } from './character-classes.ts';
import {
  bar,
  carriageReturn,
  colon,
  dash,
  greaterThan,
  hash,
  lineFeed,
  openBrace,
  openBracket,
  space,
} from './characters.ts';
import { readBlockScalar, type BlockScalar } from './plain-block-scalar.ts';
import { isQuote, keys, notPlain, PlainLine } from './plain-line.ts';
import type { SourceText } from './source-text.ts';

/**
 * Reads documents in the subset of YAML that nearly all Kubernetes files keep to, several times as fast as the full
 * reader: block mappings and sequences, one-line scalars and flow collections, block scalars. Whatever it answers is
 * what the full reader would say; anything else it leaves alone.
 */
export abstract class PlainReader<Node, Map extends Node, List extends Node> extends PlainLine<
  Node,
  Map,
  List
> {
  private end = 0;
  private indent = -1;
  private readonly usable: boolean;

  constructor(source: SourceText) {
    super(source.text);
    this.usable = source.hasPlainLines;
  }

  /** A value that is not written at all: where it would be. */
  protected abstract makeEmpty(at: number): Node;
  protected abstract makeBlock(start: number, scalar: BlockScalar): Node;

  /** The document between two line starts; null when it is empty, undefined when it is not plain. */
  read(start: number, end: number): Map | null | undefined {
    if (!this.usable) return undefined;
    try {
      return this.readDocument(start, end);
    } catch (error) {
      if (error !== notPlain) throw error;
      return undefined;
    }
  }

  private readDocument(start: number, end: number): Map | null {
    this.end = end;
    this.level = 0;
    this.toLine(start);
    if (this.isAtEnd()) return null;
    if (this.indent !== 0) throw notPlain;
    const map = this.readMap();
    if (!this.isAtEnd()) throw notPlain;
    return map;
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

  private readMap(): Map {
    const { indent } = this;
    const map = this.openMap(this.at);
    this.descend();
    do {
      const start = this.at;
      const key = this.readKey();
      const end = this.keyEnd;
      this.addEntry(map, key, start, end, this.readValue(indent));
    } while (this.indent === indent);
    this.finish(indent);
    return map;
  }

  private readList(): List {
    const { indent } = this;
    const list = this.openList(this.at);
    this.descend();
    do {
      this.addItem(list, this.readItem(indent));
    } while (this.indent === indent && this.isItem(this.at));
    this.finish(indent);
    return list;
  }

  private finish(indent: number): void {
    this.level--;
    if (this.indent > indent) throw notPlain;
  }

  /** Reads a key and its colon. */
  private readKey(): string {
    const { text, at: start } = this;
    const end = this.findKeyEnd(start);
    if (end === -1) throw notPlain;
    this.keyEnd = end;
    if (!isQuote(text.charCodeAt(start))) {
      this.at = end + 1;
      return keys.get(text, start, end);
    }
    const key = this.readQuoted();
    this.at++;
    return key;
  }

  /** The offset of the colon of a key that starts at an offset, or -1 when there is no key. */
  private findKeyEnd(start: number): number {
    const { text } = this;
    let at = start + 1;
    if (startsKey(text, start)) while (isKey(text.charCodeAt(at))) at++;
    else if (isQuote(text.charCodeAt(start))) at = this.findQuotedEnd(start);
    else return -1;
    if (text.charCodeAt(at) !== colon) return -1;
    const next = text.charCodeAt(at + 1);
    return next === space || next === lineFeed || next === carriageReturn ? at : -1;
  }

  private findQuotedEnd(start: number): number {
    this.at = start;
    this.readQuoted();
    const end = this.at;
    this.at = start;
    return end;
  }

  /** The value after a colon, of a key in column `indent`. */
  private readValue(indent: number): Node {
    const start = this.at;
    const code = this.skipSpaces();
    if (code !== lineFeed && code !== carriageReturn && code !== hash) return this.readInline(indent);
    this.toLine(this.text.indexOf('\n', this.at) + 1);
    if (this.indent > indent) return this.readNode();
    return this.indent === indent && this.isItem(this.at) ? this.readList() : this.makeEmpty(start);
  }

  /** An item, from its dash in column `indent` on. */
  private readItem(indent: number): Node {
    const dashAt = this.at++;
    const code = this.skipSpaces();
    if (code === lineFeed || code === carriageReturn || code === hash) {
      this.toLine(this.text.indexOf('\n', this.at) + 1);
      return this.indent > indent ? this.readNode() : this.makeEmpty(dashAt + 1);
    }
    if (!this.isItem(this.at) && this.findKeyEnd(this.at) === -1) return this.readInline(indent);
    this.indent = indent + this.at - dashAt;
    return this.readNode();
  }

  private readNode(): Node {
    return this.isItem(this.at) ? this.readList() : this.readMap();
  }

  private isItem(at: number): boolean {
    if (this.text.charCodeAt(at) !== dash) return false;
    const next = this.text.charCodeAt(at + 1);
    return next === space || next === lineFeed || next === carriageReturn;
  }

  /** A value that starts on the line of its key or dash. */
  private readInline(indent: number): Node {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (startsPlain(text, at)) return this.readPlain();
    if (isQuote(code)) return this.readQuotedLine();
    if (code === bar || code === greaterThan) return this.readBlock(indent);
    if (code !== openBrace && code !== openBracket) throw notPlain;
    const node = this.readFlow();
    this.finishLine();
    return node;
  }

  private readPlain(): Node {
    const { text, at: start } = this;
    let at = start + 1;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (isPlain(code)) continue;
      if (code === colon && isPlain(text.charCodeAt(at + 1)) && text.charCodeAt(at + 1) !== space) continue;
      if (code === hash && text.charCodeAt(at - 1) !== space) continue;
      break;
    }
    const end = this.trimmedEnd(at);
    const node = this.makePlain(start, end);
    this.at = end;
    this.finishLine();
    return node;
  }

  private readQuotedLine(): Node {
    const start = this.at;
    const value = this.readQuoted();
    const node = this.makeQuoted(start, value, this.at);
    this.finishLine();
    return node;
  }

  private readBlock(indent: number): Node {
    const start = this.at;
    const scalar = readBlockScalar(this.text, start, this.end, indent);
    this.toLine(scalar.next);
    return this.makeBlock(start, scalar);
  }
}
