import { isPlainInFlow, startsPlain } from './character-classes.ts';
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  doubleQuote,
  openBrace,
  openBracket,
  singleQuote,
  space,
} from './characters.ts';
import { NameTable } from './name-table.ts';
import { kubernetesKey } from './scalar.ts';

/** Thrown when a text is not in the subset that the plain readers understand; the full reader then decides. */
export const notPlain = new Error('not plain YAML');

/**
 * Reads what stands on one line: quoted text, plain scalars, flow collections. What it makes of them is up to its
 * subclasses: values, or positions. All offsets are into the text, which must end with a line feed.
 */
export abstract class PlainLine<Node, Map extends Node, List extends Node> {
  protected readonly text: string;
  protected at = 0;
  protected level = 0;
  /** End of the key that was read last. */
  protected keyEnd = 0;

  constructor(text: string) {
    this.text = text;
  }

  protected abstract openMap(start: number): Map;
  protected abstract openList(start: number): List;
  /** Adds to a map; throws {@link notPlain} when the key is there already. */
  protected abstract addEntry(map: Map, name: string, keyStart: number, keyEnd: number, node: Node): void;
  protected abstract addItem(list: List, node: Node): void;
  /** `end` is behind the closing bracket. */
  protected abstract closeFlow(collection: Map | List, end: number): void;
  protected abstract makePlain(start: number, end: number): Node;
  protected abstract makeQuoted(start: number, value: string, end: number): Node;

  /** Quoted text at the current place; moves behind the closing quote. */
  protected readQuoted(): string {
    return this.text.charCodeAt(this.at) === doubleQuote ? this.readDoubleQuoted() : this.readSingleQuoted();
  }

  private readDoubleQuoted(): string {
    const { text, at: start } = this;
    let escaped = false;
    let at = start + 1;
    for (let code = text.charCodeAt(at); code !== doubleQuote; code = text.charCodeAt(++at)) {
      if (code < space) throw notPlain;
      if (code !== backslash) continue;
      escaped = true;
      if (text.charCodeAt(++at) < space) throw notPlain;
    }
    this.at = at + 1;
    return escaped ? unescape(text.slice(start, at + 1)) : text.slice(start + 1, at);
  }

  private readSingleQuoted(): string {
    const { text, at: start } = this;
    let doubled = false;
    let at = start + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code < space) throw notPlain;
      if (code === singleQuote) {
        if (text.charCodeAt(at + 1) !== singleQuote) break;
        doubled = true;
        at++;
      }
      at++;
    }
    this.at = at + 1;
    const value = text.slice(start + 1, at);
    return doubled ? value.replaceAll("''", "'") : value;
  }

  /** A flow collection on one line; moves behind its closing bracket. */
  protected readFlow(): Node {
    this.descend();
    const collection = this.text.charCodeAt(this.at) === openBrace ? this.readFlowMap() : this.readFlowList();
    this.closeFlow(collection, this.at);
    this.level--;
    return collection;
  }

  protected descend(): void {
    if (++this.level > deepest) throw notPlain;
  }

  private readFlowMap(): Map {
    const map = this.openMap(this.at++);
    if (this.skipSpaces() === closeBrace) {
      this.at++;
      return map;
    }
    do {
      this.skipSpaces();
      const start = this.at;
      const key = this.readFlowKey();
      const end = this.keyEnd;
      this.skipSpaces();
      this.addEntry(map, key, start, end, this.readFlowValue());
    } while (this.continues(closeBrace));
    return map;
  }

  private readFlowList(): List {
    const list = this.openList(this.at++);
    if (this.skipSpaces() === closeBracket) {
      this.at++;
      return list;
    }
    do {
      this.skipSpaces();
      this.addItem(list, this.readFlowValue());
    } while (this.continues(closeBracket));
    return list;
  }

  /** Moves behind the comma, or behind the closing bracket and says no. */
  private continues(closing: number): boolean {
    const code = this.skipSpaces();
    this.at++;
    if (code !== comma && code !== closing) throw notPlain;
    return code === comma;
  }

  private readFlowKey(): string {
    const { text, at: start } = this;
    if (isQuote(text.charCodeAt(start))) {
      const key = this.readQuoted();
      this.keyEnd = this.at;
      if (this.skipSpaces() !== colon) throw notPlain;
      this.at++;
      return key;
    }
    const end = this.flowPlainEnd();
    if (text.charCodeAt(end) !== colon || text.charCodeAt(end + 1) !== space) throw notPlain;
    if (text.charCodeAt(end - 1) === space) throw notPlain;
    this.keyEnd = end;
    this.at = end + 1;
    return keys.get(text, start, end);
  }

  private readFlowValue(): Node {
    const { text, at: start } = this;
    const code = text.charCodeAt(start);
    if (code === openBrace || code === openBracket) return this.readFlow();
    if (isQuote(code)) {
      const value = this.readQuoted();
      return this.makeQuoted(start, value, this.at);
    }
    this.at = this.flowPlainEnd();
    return this.makePlain(start, this.trimmedEnd(this.at));
  }

  /** The end of a stretch of text without the blanks before it. */
  protected trimmedEnd(end: number): number {
    let at = end;
    while (this.text.charCodeAt(at - 1) === space) at--;
    return at;
  }

  /** Where the plain scalar ends that starts at the current place of a flow collection. */
  private flowPlainEnd(): number {
    const { text, at: start } = this;
    if (!startsPlain(text, start)) throw notPlain;
    for (let at = start + 1; ; at++) {
      const code = text.charCodeAt(at);
      if (isPlainInFlow(code)) continue;
      if (code === comma || code === closeBrace || code === closeBracket) return at;
      if (code !== colon) throw notPlain;
      if (!isPlainInFlow(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === space) return at;
    }
  }

  /** Moves over blanks and gives the character after them. */
  protected skipSpaces(): number {
    const { text } = this;
    let code = text.charCodeAt(this.at);
    while (code === space) code = text.charCodeAt(++this.at);
    return code;
  }
}

/** As deep as ordinary files nest, with room to spare. */
const deepest = 100;

/** Plain keys by their text. */
export const keys = new NameTable((text) => {
  const key = kubernetesKey(text);
  if (key === undefined) throw notPlain;
  // The engine's own copy of a property name: quick to compare, and without ties to the text.
  return Object.keys({ [key]: 0 })[0] ?? key;
});

/** Whether a character opens quoted text. */
export function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}

function unescape(quoted: string): string {
  try {
    // The escapes of JSON mean the same in YAML, which has more of them.
    return JSON.parse(quoted) as string;
  } catch {
    throw notPlain;
  }
}
