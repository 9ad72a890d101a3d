import type { Finding, Severity } from '../../../finding.ts';
import { element, newline, type Markup } from '../../html/index.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What the page can be filtered by, besides severity and text; the script fills in the values it finds. */
const facets = ['code', 'rule', 'file', 'kind', 'namespace', 'cluster'];

/** Filters and grouping. They do nothing without the script, which shows them. */
export function controls(findings: readonly Finding[]): Markup {
  const present = severities.filter((severity) => findings.some((finding) => finding.severity === severity));
  return element(
    'form',
    { id: 'controls', role: 'search', 'aria-label': 'Filters', autocomplete: 'off', hidden: true },
    newline,
    element(
      'fieldset',
      {},
      element('legend', {}, 'Severity'),
      ...present.map((severity) =>
        element(
          'label',
          { class: severity },
          element('input', { type: 'checkbox', name: 'severity', value: severity, checked: true }),
          ` ${severity} (${findings.filter((finding) => finding.severity === severity).length})`,
        ),
      ),
    ),
    newline,
    labelled('Text', element('input', { type: 'search', name: 'text' })),
    newline,
    ...facets.flatMap((facet) => [
      labelled(title(facet), element('select', { name: facet }, element('option', { value: '' }, 'all'))),
      newline,
    ]),
    labelled(
      'Group by',
      element(
        'select',
        { name: 'group' },
        element('option', { value: 'file' }, 'file'),
        element('option', { value: 'rule' }, 'rule'),
      ),
    ),
    newline,
    element('button', { type: 'reset' }, 'Show all'),
    element('button', { type: 'button', name: 'fold' }, 'Fold all'),
    newline,
    element('output', { role: 'status' }),
    element('small', {}, 'Keys: / for text, j and k for the next and the previous finding'),
    newline,
  );
}

function labelled(label: string, control: Markup): Markup {
  return element('label', {}, element('span', {}, label), control);
}

const title = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
