import { element, newline, type Markup } from '../../../output/html/index.ts';
import type { ViewModel } from '../view.ts';

/** What stands in the body: empty columns, which the script fills from the data. */
export function pageBody(model: ViewModel, heading: string, data: Markup): Markup[] {
  return [
    element('a', { class: 'skip', href: '#search' }, 'Skip to the search'),
    newline,
    header(model, heading),
    newline,
    element(
      'noscript',
      {},
      element('p', {}, 'This page draws its graph with a script: allow it, or use the tables.'),
    ),
    newline,
    element(
      'main',
      { id: 'graph', 'aria-label': 'Listeners, routes, clusters and endpoints' },
      element('svg', { id: 'links', 'aria-hidden': 'true' }),
      ...['Listeners', 'Routes', 'Clusters', 'Endpoints'].map(column),
    ),
    newline,
    element('aside', { id: 'details', 'aria-label': 'Details', tabindex: '-1' }),
    newline,
    data,
    newline,
  ];
}

function header({ facts, dump, proxy }: ViewModel, heading: string): Markup {
  const known = new Map(facts);
  const istio = known.get('Istio');
  const words = [
    proxy === heading ? '' : proxy,
    known.get('type') ?? '',
    istio === undefined ? '' : `Istio ${istio}`,
    dump === heading ? '' : dump,
  ].filter((word) => word !== '');
  return element(
    'header',
    {},
    element('div', { class: 'name' }, element('h1', {}, heading), element('p', {}, words.join(' · '))),
    element('input', {
      ...{ id: 'search', type: 'search', autocomplete: 'off', spellcheck: 'false' },
      ...{ placeholder: 'Search names, domains, addresses   ( / )', 'aria-label': 'Search', disabled: true },
    }),
    element('button', { id: 'problems', type: 'button', 'aria-pressed': 'false', hidden: true }),
    element('button', { id: 'back', type: 'button', hidden: true }, 'Show all'),
    element('output', { id: 'status', role: 'status' }),
  );
}

function column(name: string): Markup {
  return element(
    'section',
    { class: 'column' },
    element('h2', {}, name, element('span', { class: 'count' })),
    element(
      'div',
      { class: 'list', role: 'tree', tabindex: '0', 'aria-label': name },
      element('div', { class: 'rows' }),
    ),
    element('p', { class: 'empty', hidden: true }, 'none'),
  );
}
