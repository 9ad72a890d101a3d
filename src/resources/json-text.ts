import type { Json, JsonObject } from '../json.ts';
import { stringEnd, type Stretch } from './json-items.ts';
import { maxDepth } from './parse-events.ts';
import type { Chunk } from './split.ts';

/**
 * The value of a text that is plain JSON, read the fast way. Undefined when the text is not JSON, and for what JSON
 * leaves open and the YAML reader decides: numbers too large, extreme nesting, and duplicate keys, unless the text is
 * `trusted` to have none.
 */
export function parseJson(text: string, trusted = false): Json | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const members = countMembers(value);
  if (Number.isNaN(members)) return undefined;
  return trusted || members === countColons(text) ? value : undefined;
}

/** Members of all objects in a value, or NaN for what needs the other reader. */
function countMembers(value: Json | undefined, depth = 0): number {
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : NaN;
  if (!isTree(value)) return 0;
  if (depth > maxDepth) return NaN;
  if (Array.isArray(value))
    return value.reduce<number>((sum, item) => sum + countMembers(item, depth + 1), 0);
  let count = 0;
  for (const name in value) count += 1 + countMembers(value[name], depth + 1);
  return count;
}

const isTree = (value: Json | undefined): value is JsonObject | Json[] =>
  typeof value === 'object' && value !== null;

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
const openBrace = 123;
const closeBrace = 125;

/** The stretches of a chunk that hold one document each: itself, or every object of a sequence of JSON objects. */
export function splitJson(text: string, chunk: Chunk): Stretch[] {
  const parts: Stretch[] = [];
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
