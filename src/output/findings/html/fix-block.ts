import type { Edit, Fix } from '../../../finding.ts';
import { element, joined, newline, type Content, type Markup } from './markup.ts';

/** What a repair does, edit by edit. */
export function fixBlock({ description, edits }: Fix): Markup {
  return joined(
    description,
    element('ul', {}, ...edits.map((edit) => element('li', {}, ...editContent(edit)))),
  );
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
