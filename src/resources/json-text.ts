import type { Json } from '../json.ts';
import { maxDepth } from './parse-events.ts';
import type { Chunk } from './split.ts';

/**
 * The value of a text that is plain JSON, read the fast way. Undefined when the text is not JSON, and for what JSON
 * leaves open and the YAML reader decides: duplicate keys, numbers too large, extreme nesting.
 */
export function parseJson(text: string): Json | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  return countMembers(value) === countColons(text) ? value : undefined;
}

/** Members of all objects, or -1 for values that need the other reader. */
function countMembers(root: Json): number {
  let count = 0;
  let level: Json[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return -1;
    const next: Json[] = [];
    for (const value of level) {
      if (typeof value === 'number' && !Number.isFinite(value)) return -1;
      if (typeof value !== 'object' || value === null) continue;
      const children = Object.values(value);
      if (!Array.isArray(value)) count += children.length;
      for (const child of children) next.push(child);
    }
    level = next;
  }
  return count;
}

function countColons(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === colon) count++;
    else if (code === quote) at = stringEnd(text, at);
  }
  return count;
}

const quote = 34;
const colon = 58;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/** The offset of the closing quote of the string that starts at an offset, or the length of the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) return at;
  }
  return text.length;
}

/** The stretches of a chunk that hold one document each: itself, or every object of a sequence of JSON objects. */
export function splitJson(text: string, chunk: Chunk): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (let start = chunk.start; start < chunk.end;) {
    const end = objectEnd(text, start, chunk.end);
    const isMore = end !== undefined && startsObject(text, end, chunk.end);
    if (!isMore || (parts.length === 0 && parseJson(text.slice(start, end)) === undefined)) {
      parts.push({ start, end: chunk.end });
      break;
    }
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

/** Where the JSON object ends that is first in a stretch of text; undefined when there is none or it is not closed. */
function objectEnd(text: string, from: number, end: number): number | undefined {
  if (!startsObject(text, from, end)) return undefined;
  let at = text.indexOf('{', from);
  for (let depth = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at);
    else if (code === openBrace) depth++;
    else if (code === closeBrace && --depth === 0) return at + 1;
  }
  return undefined;
}

function startsObject(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at < end && text.charCodeAt(at) === openBrace;
}
