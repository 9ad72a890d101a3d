/**
 * The script of the page: filters, grouping, keys. It holds no data; it reads the attributes of the findings and writes
 * text, never HTML.
 */
export const script = `
'use strict';
(() => {
  const form = document.getElementById('controls');
  const main = document.getElementById('findings');
  if (!form) return;
  const items = Array.from(main.querySelectorAll('.finding'));
  const status = form.querySelector('output');
  const field = (name) => form.querySelector('[name=' + name + ']');
  const facets = ['code', 'rule', 'file', 'kind', 'namespace', 'cluster'];
  const texts = new Map();

  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  /** Values of a facet as choices; a facet with one value is no choice. */
  const fill = (facet) => {
    const counts = new Map();
    for (const item of items) counts.set(item.dataset[facet], (counts.get(item.dataset[facet]) || 0) + 1);
    const select = field(facet);
    for (const value of Array.from(counts.keys()).sort(byText)) {
      const option = make('option', (value || 'none') + ' (' + counts.get(value) + ')');
      option.value = '=' + value;
      select.append(option);
    }
    select.parentElement.hidden = counts.size < 2;
  };

  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };

  const filter = () => {
    const severities = new Set(
      Array.from(form.querySelectorAll('[name=severity]:checked'), (box) => box.value),
    );
    const chosen = facets.map((facet) => [facet, field(facet).value]).filter(([, value]) => value !== '');
    const words = field('text').value.toLowerCase().split(' ').filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const fits =
        severities.has(item.dataset.severity) &&
        chosen.every(([facet, value]) => value === '=' + item.dataset[facet]) &&
        words.every((word) => textOf(item).includes(word));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of main.querySelectorAll('.group')) count(group);
    status.textContent = shown + ' of ' + items.length + ' findings';
  };

  const count = (group) => {
    const all = group.querySelectorAll('.finding').length;
    const left = group.querySelectorAll('.finding:not([hidden])').length;
    group.hidden = left === 0;
    group.querySelector('.count').textContent = left === all ? String(all) : left + ' of ' + all;
  };

  const nameOf = { file: ({ file }) => file, rule: ({ code, rule }) => code + ' ' + rule };

  /** Puts the findings into groups anew; within a group they keep their order. */
  const draw = () => {
    const groups = new Map();
    for (const item of items) {
      const name = nameOf[field('group').value](item.dataset);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(item);
    }
    main.replaceChildren(
      ...Array.from(groups.keys()).sort(byText).map((name) => {
        const group = make('details', undefined, 'group');
        group.open = true;
        const summary = make('summary');
        summary.append(make('h2', name), ' ', make('span', '', 'count'));
        const list = make('ol');
        list.append(...groups.get(name));
        group.append(summary, list);
        return group;
      }),
    );
    fold.textContent = 'Fold all';
  };

  const fold = field('fold');
  const setOpen = (open) => {
    for (const group of main.querySelectorAll('.group')) group.open = open;
    fold.textContent = open ? 'Fold all' : 'Unfold all';
  };

  const step = (by) => {
    const order = Array.from(main.querySelectorAll('.group[open] .finding:not([hidden])'));
    const here = order.findIndex((item) => item.contains(document.activeElement));
    const next = order[here < 0 ? (by > 0 ? 0 : order.length - 1) : here + by];
    if (next) next.focus();
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => {
    if (event.target.name === 'group') draw();
    filter();
  });
  form.addEventListener('reset', () => setTimeout(() => { draw(); filter(); }));
  fold.addEventListener('click', () => setOpen(fold.textContent === 'Unfold all'));
  addEventListener('beforeprint', () => setOpen(true));
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const action = { '/': () => field('text').focus(), j: () => step(1), k: () => step(-1) }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  facets.forEach(fill);
  form.hidden = false;
  filter();
})();
`;
