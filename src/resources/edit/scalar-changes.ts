import type { Json } from '../../json.ts';
import { isJson, isScalar, lineBreak, lineLead, type Target, type TextChange } from './target.ts';
import { writeBlock, writeInline, writeLike, writeText, type Notation } from './write-value.ts';

type Changes = TextChange[] | undefined;

/** Another value in place of a scalar on one line. */
export function setValue(text: string, target: Target, value: Json): Changes {
  const { node } = target;
  if (!isPlainlyPlaced(text, target)) return undefined;
  const raw = text.slice(node.start, node.end);
  const notation = notationOf(text, target);
  if (typeof value === 'object' && value !== null && !notation.flow) {
    if (target.entry === undefined) return undefined;
    const start = afterColon(text, target.entry.keyEnd);
    const lines = writeBlock(value, deeperIndent(text, target), lineBreak(text, node.end));
    return [{ start, end: node.end, text: lines }];
  }
  const written = typeof value === 'string' ? writeLike(raw, value, notation) : writeInline(value, notation);
  return [replaceScalar(text, target, written)];
}

/** The scalar as text, with the characters it is written with. */
export function quoteValue(text: string, target: Target): Changes {
  const raw = text.slice(target.node.start, target.node.end);
  if (!isPlainlyPlaced(text, target) || raw === '' || /^["']/.test(raw)) return undefined;
  return [replaceScalar(text, target, JSON.stringify(raw))];
}

/** An object with one key around a scalar on one line. */
export function wrapValue(text: string, target: Target, key: string): Changes {
  const { node, entry } = target;
  if (!isPlainlyPlaced(text, target) || node.start === node.end) return undefined;
  const notation = notationOf(text, target);
  const name = writeText(key, notation);
  if (notation.flow) {
    const [open, close] = notation.json ? ['{', '}'] : ['{ ', ' }'];
    return [
      { start: node.start, end: node.start, text: `${open}${name}: ` },
      { start: node.end, end: node.end, text: close },
    ];
  }
  if (entry === undefined) return [{ start: node.start, end: node.start, text: `${name}: ` }];
  const start = afterColon(text, entry.keyEnd);
  const line = `${lineBreak(text, node.end)}${deeperIndent(text, target)}${name}: `;
  return [{ start, end: node.start, text: line }];
}

const notationOf = (text: string, target: Target): Notation => ({
  flow: target.inFlow,
  json: isJson(text, target),
});

/** A scalar on one line, with nothing but blanks between it and its key or dash. */
function isPlainlyPlaced(text: string, { node, entry, parent, inFlow }: Target): boolean {
  const raw = text.slice(node.start, node.end);
  if (!isScalar(node) || /[\r\n]/.test(raw) || /^[|>*&!]/.test(raw)) return false;
  if (entry !== undefined) return /^[ \t]*:[ \t]*$/.test(text.slice(entry.keyEnd, node.start));
  if (parent === undefined) return false;
  return (inFlow ? /(?:^|[[,])\s*$/ : /^ *(?:- *)*-[ \t]*$/).test(lineLead(text, node.start));
}

const afterColon = (text: string, keyEnd: number): number => text.indexOf(':', keyEnd) + 1;

/** An empty value has no blank before it yet. */
function replaceScalar(text: string, { node: { start, end } }: Target, written: string): TextChange {
  const blank = start === end && /[:-]/.test(text.charAt(start - 1)) ? ' ' : '';
  return { start, end, text: `${blank}${written}` };
}

/** The indentation of what is one level below a member of an object, as wide as the levels around it. */
function deeperIndent(text: string, { entry, parent }: Target): string {
  const own = columnOf(text, entry?.keyStart ?? 0);
  const step = parent?.entry === undefined ? 2 : own - columnOf(text, parent.entry.keyStart);
  return ' '.repeat(own + (step > 0 && step <= 8 ? step : 2));
}

const columnOf = (text: string, offset: number): number => lineLead(text, offset).length;
