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
import type { Json, JsonObject } from './resource.ts';
import { kubernetesKey, kubernetesScalar, type Scalar } from './scalar.ts';

/** Thrown when a text is not in the subset that the plain readers understand; the full reader then decides. */
export const notPlain = new Error('not plain YAML');

/** Reads the values that stand on one line: quoted text, plain scalars, flow collections. */
export class PlainLine {
  protected readonly text: string;
  protected at = 0;
  protected level = 0;

  /** The text must end with a line feed. */
  constructor(text: string) {
    this.text = text;
  }

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

  /** What a plain scalar between two offsets stands for; blanks before `end` do not count. */
  protected plainValue(start: number, end: number): Scalar {
    const { text } = this;
    let last = end;
    while (text.charCodeAt(last - 1) === space) last--;
    if (last - start <= longestWord) {
      const word = words.get(text, start, last);
      return word === nothing ? null : word;
    }
    return finite(kubernetesScalar(text.slice(start, last)));
  }

  /** Sets a property that is not there yet. */
  protected set(object: JsonObject, key: string, value: Json): void {
    // Also true for `__proto__`, `constructor` and whatever else an empty object seems to have.
    if (object[key] !== undefined) throw notPlain;
    object[key] = value;
  }

  /** A flow collection on one line; moves behind its closing bracket. */
  protected readFlow(): JsonObject | Json[] {
    this.descend();
    const collection = this.text.charCodeAt(this.at) === openBrace ? this.readFlowMap() : this.readFlowList();
    this.level--;
    return collection;
  }

  protected descend(): void {
    if (++this.level > deepest) throw notPlain;
  }

  private readFlowMap(): JsonObject {
    const object: JsonObject = {};
    this.at++;
    if (this.skipSpaces() === closeBrace) {
      this.at++;
      return object;
    }
    do {
      this.skipSpaces();
      const key = this.readFlowKey();
      this.skipSpaces();
      this.set(object, key, this.readFlowValue());
    } while (this.continues(closeBrace));
    return object;
  }

  private readFlowList(): Json[] {
    const items: Json[] = [];
    this.at++;
    if (this.skipSpaces() === closeBracket) {
      this.at++;
      return items;
    }
    do {
      this.skipSpaces();
      items.push(this.readFlowValue());
    } while (this.continues(closeBracket));
    return items;
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
    const code = text.charCodeAt(start);
    if (code === doubleQuote || code === singleQuote) {
      const key = this.readQuoted();
      if (this.skipSpaces() !== colon) throw notPlain;
      this.at++;
      return key;
    }
    const end = this.flowPlainEnd();
    if (text.charCodeAt(end) !== colon || text.charCodeAt(end + 1) !== space) throw notPlain;
    if (text.charCodeAt(end - 1) === space) throw notPlain;
    this.at = end + 1;
    return keys.get(text, start, end);
  }

  private readFlowValue(): Json {
    const { text, at: start } = this;
    const code = text.charCodeAt(start);
    if (code === openBrace || code === openBracket) return this.readFlow();
    if (code === doubleQuote || code === singleQuote) return this.readQuoted();
    this.at = this.flowPlainEnd();
    return this.plainValue(start, this.at);
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

/** Longer slices would keep the text alive that they were cut from. */
const longestWord = 12;
const nothing = Symbol('null');

/** Values of short plain scalars by their text. */
const words = new NameTable((text) => finite(kubernetesScalar(text)) ?? nothing);

/** Plain keys by their text. */
export const keys = new NameTable((text) => {
  const key = kubernetesKey(text);
  if (key === undefined) throw notPlain;
  // The engine's own copy of a property name: quick to compare, and without ties to the text.
  return Object.keys({ [key]: 0 })[0] ?? key;
});

function finite(value: Scalar): Scalar {
  if (typeof value === 'number' && !Number.isFinite(value)) throw notPlain;
  return value;
}

function unescape(quoted: string): string {
  try {
    // The escapes of JSON mean the same in YAML, which has more of them.
    return JSON.parse(quoted) as string;
  } catch {
    throw notPlain;
  }
}
