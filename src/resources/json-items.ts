/** A stretch of text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the items of the list `items` lie that an object of JSON holds; empty when it holds none. It is looked for in one
 * pass over the text, which has to be JSON.
 */
export function jsonItems(text: string, from: number, end: number): readonly Stretch[] {
  const list = itemsStart(text, from, end);
  const items: Stretch[] = [];
  let start = -1;
  let depth = 0;
  for (let at = list; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at);
    else if (code === openBrace || code === openBracket) {
      if (++depth === 2) start = at;
    } else if (code === closeBrace || code === closeBracket) {
      if (--depth === 1) items.push({ start, end: at + 1 });
      if (depth === 0) return items;
    }
  }
  return [];
}

/** The bracket that opens the list; `end` when there is none. */
function itemsStart(text: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const close = stringEnd(text, at);
      const value = depth === 1 && text.slice(at, close + 1) === '"items"' ? valueStart(text, close + 1) : -1;
      if (text.charCodeAt(value) === openBracket) return value;
      at = close;
    } else if (code === openBrace || code === openBracket) depth++;
    else if (code === closeBrace || code === closeBracket) depth--;
  }
  return end;
}

/** Where the value begins after a key, or -1 when a text was no key. */
function valueStart(text: string, from: number): number {
  const [between] = /^\s*:\s*/.exec(text.slice(from, from + 1000)) ?? [];
  return between === undefined ? -1 : from + between.length;
}

/** The offset of the closing quote of the string that starts at an offset, or the length of the text. */
export function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) return at;
  }
  return text.length;
}

const quote = 34;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
