/** What the reader does. */
export const events = `
  const search = document.getElementById('search');
  const problems = document.getElementById('problems');
  const back = document.getElementById('back');
  const status = document.getElementById('status');

  const say = () => {
    back.hidden = state.focus < 0 && !isSearch();
    problems.setAttribute('aria-pressed', state.faulty);
    if (state.focus < 0 && !isSearch()) {
      status.textContent = '';
      return;
    }
    const total = listed.reduce((sum, { length }) => sum + length, 0);
    const found = marks.reduce((sum, mark) => sum + (mark === 1 ? 1 : 0), 0);
    const { kind, label } = nodes[Math.max(0, state.focus)] ?? {};
    status.textContent = state.focus >= 0
      ? 'path of ' + kindNames[kind][0] + ' ' + label + ': ' + total.toLocaleString('en') + ' rows'
      : found.toLocaleString('en') + ' found';
  };

  const update = () => {
    show();
    say();
  };

  /** Follows the address: the path of what it names, or everything. */
  const follow = () => {
    const named = location.hash.length > 1;
    const index = named ? nodeOf(location.hash) : -1;
    state.focus = state.cursor = index;
    update();
    if (index >= 0) showDetails(index);
    else overview(named ? location.hash.slice(1) : '');
  };

  const focusOn = (index) => {
    const hash = hashOf(index);
    if (location.hash === hash) follow();
    else location.hash = hash;
  };

  const leaveFocus = () => {
    if (location.hash.length > 1) history.pushState(null, '', '#');
    state.focus = state.cursor = -1;
  };

  const goBack = () => {
    if (state.focus < 0) {
      state.words = [];
      state.faulty = false;
      search.value = '';
    }
    leaveFocus();
    update();
    overview('');
  };

  search.addEventListener('input', () => {
    state.words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    if (state.focus >= 0) overview('');
    leaveFocus();
    update();
  });
  search.addEventListener('keydown', ({ key }) => {
    const first = listed.flat().find((index) => marks !== null && marks[index] === 1);
    if (key === 'Enter' && first !== undefined) focusOn(first);
  });
  problems.addEventListener('click', () => {
    state.faulty = !state.faulty;
    leaveFocus();
    update();
    overview('');
  });
  back.addEventListener('click', goBack);

  const toggle = (index) => {
    if (open.has(index)) open.delete(index);
    else open.add(index);
    const scrolled = columns.map(({ list }) => list.scrollTop);
    show();
    columns.forEach(({ list }, column) => { list.scrollTop = scrolled[column]; });
  };

  const moveTo = (index) => {
    if (index === undefined || index < 0) return;
    state.cursor = state.hover = index;
    columns[nodes[index].column].list.focus({ preventScroll: true });
    reveal(index);
    render();
    showDetails(index);
  };

  const step = (column, by) => {
    const rows = listed[column];
    const here = state.cursor >= 0 && nodes[state.cursor].column === column ? rowOf[state.cursor] : -1;
    moveTo(rows[Math.min(rows.length - 1, Math.max(0, here < 0 ? 0 : here + by))]);
  };

  const right = (index) => {
    if (marks === null && partsOf(index).length > 0 && !open.has(index)) return toggle(index);
    const part = partsOf(index).find((each) => rowOf[each] >= 0);
    moveTo((rowsBelow(index) ? targetsOf(index) : reachOf(index)).map(anchorOf).find((each) => each >= 0) ?? part);
  };
  const left = (index) => {
    if (marks === null && partsOf(index).length > 0 && open.has(index)) return toggle(index);
    moveTo(before(index).map(anchorOf).find((each) => each >= 0));
  };

  columns.forEach(({ list }, column) => {
    list.addEventListener('scroll', render, { passive: true });
    list.addEventListener('click', ({ target }) => {
      const row = target.closest('.row');
      if (!row) return;
      const index = Number(row.dataset.node);
      if (target.classList.contains('twist')) toggle(index);
      else focusOn(index);
    });
    list.addEventListener('mouseover', ({ target }) => {
      const row = target.closest('.row');
      const hover = row ? Number(row.dataset.node) : -1;
      if (hover === state.hover) return;
      state.hover = hover;
      drawLinks();
    });
    list.addEventListener('mouseleave', () => {
      state.hover = -1;
      drawLinks();
    });
    list.addEventListener('keydown', (event) => {
      const page = Math.max(1, Math.floor(list.clientHeight / rowHeight) - 1);
      const index = state.cursor;
      const isHere = index >= 0 && nodes[index].column === column && rowOf[index] >= 0;
      const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key in moves) step(column, moves[event.key]);
      else if (isHere && event.key === 'ArrowRight') right(index);
      else if (isHere && event.key === 'ArrowLeft') left(index);
      else if (isHere && (event.key === 'Enter' || event.key === ' ')) focusOn(index);
      else return;
      event.preventDefault();
    });
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') goBack();
    else if (event.key === '/' && event.target !== search && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });
  addEventListener('hashchange', follow);
  addEventListener('resize', render);

  const errors = nodes.reduce((sum, node) => sum + node.problems.length, 0);
  problems.textContent = errors.toLocaleString('en') + (errors === 1 ? ' problem' : ' problems');
  problems.hidden = errors === 0;
  search.disabled = false;
  document.documentElement.classList.add('ready');
  follow();
`;
