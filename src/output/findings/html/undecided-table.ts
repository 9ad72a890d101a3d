import { element, joined, newline, type Markup } from '../../html/index.ts';
import type { Summary } from '../../report.ts';
import { sortUndecided } from '../../undecided-lines.ts';

const headers = ['Code', 'Rule', 'Objects', 'What is missing'];

/** The rules that could not decide, if there are any. */
export function undecidedTable({ undecided }: Pick<Summary, 'undecided'>): Markup[] {
  if (undecided.length === 0) return [];
  const rows = sortUndecided(undecided).map(({ code, rule, objects, reason }) =>
    row('td', [code, rule, String(objects), reason]),
  );
  return [
    element(
      'section',
      { id: 'undecided' },
      newline,
      element('h2', {}, 'Rules that could not decide'),
      newline,
      element(
        'table',
        {},
        newline,
        element('thead', {}, row('th', headers)),
        element('tbody', {}, newline, ...rows),
      ),
      newline,
    ),
    newline,
  ];
}

function row(cell: 'td' | 'th', texts: readonly string[]): Markup {
  return joined(element('tr', {}, ...texts.map((text) => element(cell, {}, text))), newline);
}
