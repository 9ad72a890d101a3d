import type { Edit, Finding, Fix } from '../../../finding.ts';
import { drawLine } from '../../drawn-line.ts';
import { drawn, element, joined, newline, type Content, type Markup } from '../../html/index.ts';
import type { Source } from '../frame-rows.ts';
import { repairedLines } from './repaired-lines.ts';

/** Cells of a line that are shown. */
const width = 160;
/** Lines before and after a repair that are shown; of a larger one only its edits are named. */
const mostLines = 20;

/** What a repair does: the lines before and after it, or its edits where the lines are not to be had. */
export function fixBlock({ description, edits }: Fix, near: Finding['range'], source: Source): Markup {
  if (edits.length === 0) return joined(description);
  return joined(description, linesBlock(edits, near, source) ?? editList(edits));
}

function linesBlock(edits: readonly Edit[], near: Finding['range'], source: Source): Markup | undefined {
  const first = Math.min(...edits.map(({ range }) => range.start.line));
  const last = Math.max(...edits.map(({ range }) => range.end.line));
  if (last - first >= mostLines) return undefined;
  const from = Math.min(first, near.start.line);
  const before = source(from, Math.max(last, near.start.line)).slice(first - from, last - from + 1);
  const after = repairedLines(before, first, edits);
  if (after === undefined) return undefined;
  return difference(before, after);
}

/** The lines that differ; equal ones at both ends are left out. */
function difference(before: readonly string[], after: readonly string[]): Markup {
  const most = Math.min(before.length, after.length);
  const head = countWhile(most, (index) => before[index] === after[index]);
  const tail = countWhile(most - head, (index) => before.at(-1 - index) === after.at(-1 - index));
  return element(
    'pre',
    {},
    ...before.slice(head, before.length - tail).map((line) => row('del', '- ', line)),
    ...after.slice(head, after.length - tail).map((line) => row('ins', '+ ', line)),
  );
}

function countWhile(most: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}

function row(name: 'del' | 'ins', sign: string, line: string): Markup {
  const cut = drawLine(line.replace(/\r$/, '').slice(0, 8 * width));
  const text = cut.slice(0, Math.min(cut.width, width));
  return joined(element('span', {}, sign), element(name, {}, drawn(text)), newline);
}

function editList(edits: readonly Edit[]): Markup {
  return element('ul', {}, ...edits.map((edit) => element('li', {}, ...editContent(edit))));
}

function editContent({ range: { start, end }, text }: Edit): Content[] {
  const from = `${start.line}:${start.column}`;
  const to = `${end.line}:${end.column}`;
  if (text === '') return [`remove ${from} to ${to}`];
  const inserted = text.includes('\n') ? block(text) : element('ins', {}, text);
  return from === to ? [`insert at ${from} `, inserted] : [`replace ${from} to ${to} by `, inserted];
}

/** HTML drops the first line end in a `pre`. */
function block(text: string): Markup {
  const lines = text.split('\n').flatMap((line) => [newline, line]);
  return element('pre', {}, element('ins', {}, ...lines.slice(1)));
}
