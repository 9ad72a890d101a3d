import { printValue } from '../print/print-value.ts';
import { quoteText } from '../print/quote-text.ts';
import { TemplateFault } from '../template-fault.ts';
import { compareText } from '../values/compare-text.ts';
import { contextFunction, goFunction } from '../values/go-function.ts';
import { mapOf } from '../values/go-map.ts';
import type { GoValue } from '../values/go-value.ts';
import { withElements } from '../values/typed.ts';
import { textOf } from './text-of.ts';
import { textList, toTexts } from './text-list.ts';

/** The white space of Go. */
const space = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const spaces = new RegExp(space.source, 'g');

const present = (values: readonly GoValue[]): GoValue[] =>
  values.filter((value) => value !== null && value !== undefined);

/** https://masterminds.github.io/sprig/strings.html, without what changes the case of words. */
export const strings = {
  trim: goFunction(['string'], trimSpace),
  trimAll: goFunction(['string', 'string'], trimAll),
  trimall: goFunction(['string', 'string'], trimAll),
  trimPrefix: goFunction(['string', 'string'], (prefix, text) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimSuffix: goFunction(['string', 'string'], (suffix, text) =>
    text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  repeat: contextFunction(['int', 'string'], ({ allow }, count, text) => {
    if (count < 0) throw new TemplateFault('a text cannot be repeated a negative number of times');
    allow(count * text.length);
    return text.repeat(count);
  }),
  substr: goFunction(['int', 'int', 'string'], substring),
  trunc: goFunction(['int', 'string'], truncate),
  nospace: goFunction(['string'], (text) => text.replace(spaces, '')),
  contains: goFunction(['string', 'string'], (part, text) => text.includes(part)),
  hasPrefix: goFunction(['string', 'string'], (prefix, text) => text.startsWith(prefix)),
  hasSuffix: goFunction(['string', 'string'], (suffix, text) => text.endsWith(suffix)),
  quote: goFunction(['...any'], (...values) =>
    present(values)
      .map((value) => quoteText(textOf(value)))
      .join(' '),
  ),
  squote: goFunction(['...any'], (...values) =>
    present(values)
      .map((value) => `'${printValue(value)}'`)
      .join(' '),
  ),
  cat: goFunction(['...any'], (...values) => present(values).map(printValue).join(' ')),
  indent: contextFunction(['int', 'string'], ({ allow }, count, text) => indent(allow, count, text)),
  nindent: contextFunction(['int', 'string'], ({ allow }, count, text) => `\n${indent(allow, count, text)}`),
  replace: contextFunction(['string', 'string', 'string'], ({ allow }, old, replacement, text) => {
    if (replacement.length > old.length) allow(Math.max(text.length, 1) * replacement.length);
    return old === '' ? between(text, replacement) : text.replaceAll(old, () => replacement);
  }),
  plural: goFunction(['string', 'string', 'int'], (one, many, count) => (count === 1 ? one : many)),
  split: goFunction(['string', 'string'], (separator, text) => numbered(splitText(separator, text))),
  splitList: goFunction(['string', 'string'], (separator, text) => textList(splitText(separator, text))),
  splitn: goFunction(['string', 'int', 'string'], (separator, count, text) =>
    numbered(splitText(separator, text, count)),
  ),
  join: goFunction(['string', 'any'], (separator, value) => toTexts(value).join(separator)),
  toString: goFunction(['any'], textOf),
  toStrings: goFunction(['any'], (value) => textList(toTexts(value))),
  sortAlpha: goFunction(['any'], (value) =>
    textList(Array.isArray(value) ? toTexts(value).sort(compareText) : [textOf(value)]),
  ),
};

/** By steps: a pattern takes long for many blanks inside of a text. */
function trimSpace(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && space.test(text.charAt(start))) start += 1;
  while (end > start && space.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function trimAll(characters: string, text: string): string {
  const set = new Set(characters);
  const all = Array.from(text);
  let [start, end] = [0, all.length];
  while (start < end && set.has(all[start] ?? '')) start += 1;
  while (end > start && set.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join('');
}

/** Offsets count bytes, as in Go. */
function substring(start: number, end: number, text: string): string {
  const bytes = Buffer.from(text);
  const [from, to] = start < 0 ? [0, end] : [start, end < 0 || end > bytes.length ? bytes.length : end];
  if (from > to || to > bytes.length || to < 0)
    throw new TemplateFault(`a text has no part from ${from} to ${to}`);
  return bytes.subarray(from, to).toString();
}

function truncate(count: number, text: string): string {
  const bytes = Buffer.from(text);
  if (count < 0 && bytes.length + count > 0) return bytes.subarray(count).toString();
  return count >= 0 && bytes.length > count ? bytes.subarray(0, count).toString() : text;
}

function indent(allow: (size: number) => void, count: number, text: string): string {
  if (count < 0) throw new TemplateFault('a text cannot be indented by a negative number of blanks');
  const lines = text.split('\n');
  allow(lines.length * count);
  const blanks = ' '.repeat(count);
  return lines.map((line) => blanks + line).join('\n');
}

const between = (text: string, piece: string): string =>
  `${piece}${Array.from(text)
    .map((each) => each + piece)
    .join('')}`;

/** The parts of a text, at most `count` of them. An empty separator cuts between characters. */
function splitText(separator: string, text: string, count = -1): string[] {
  if (count === 0) return [];
  const parts = separator === '' ? Array.from(text) : text.split(separator);
  if (count < 0 || parts.length <= count) return parts;
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)];
}

/** The parts as `_0`, `_1`, ... of a map. */
const numbered = (parts: readonly string[]): GoValue =>
  withElements(mapOf(parts.map((part, i) => [`_${i}`, part] as const)), 'string');
