/** Columns: only the rows in sight are elements. */
export const rows = `
  const rowHeight = 38;
  const main = document.getElementById('graph');
  const columns = Array.from(main.querySelectorAll('.column'), (element) => ({
    element,
    list: element.querySelector('.list'),
    rows: element.querySelector('.rows'),
    count: element.querySelector('.count'),
    empty: element.querySelector('.empty'),
  }));

  const symbol = (className, words) => {
    const element = make('span', className);
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', words);
    element.title = words;
    return element;
  };

  const marksOf = (node) => {
    const elements = [];
    if (!['active', 'static'].includes(node.state)) elements.push(make('span', 'tag ' + node.state, node.state));
    if (node.problems.length > 0) {
      const severity = node.problems.some(([each]) => each === 'error') ? 'error' : 'warning';
      const mark = symbol('problem ' + severity, node.problems.map(([, message]) => message).join('\\n'));
      mark.textContent = node.problems.length > 1 ? '!' + node.problems.length : '!';
      elements.push(mark);
    } else if (faultsIn(node.index) > 0 && !rowsBelow(node.index)) {
      const count = faultsIn(node.index);
      elements.push(symbol('problem within', count + (count === 1 ? ' problem' : ' problems') + ' below'));
    }
    if (node.health) elements.push(symbol('health ' + node.health, node.health));
    return elements;
  };

  const rowsBelow = (index) => partsOf(index).some((part) => rowOf[part] >= 0);
  const faults = new Map();
  /** Problems of the parts of a node. */
  const faultsIn = (index) => {
    if (!faults.has(index)) {
      const below = partsOf(index).map((part) => nodes[part].problems.length + faultsIn(part));
      faults.set(index, below.reduce((sum, count) => sum + count, 0));
    }
    return faults.get(index);
  };

  const makeRow = (index, row, total) => {
    const node = nodes[index];
    const depth = depthOf[node.kind];
    const element = make('div', 'row depth' + depth + (marks !== null && marks[index] === 2 ? ' context' : ''));
    element.id = 'n' + index;
    element.dataset.node = index;
    element.style.top = row * rowHeight + 'px';
    const attributes = {
      role: 'treeitem', 'aria-level': depth + 1, 'aria-setsize': total, 'aria-posinset': row + 1,
      'aria-selected': index === state.focus,
    };
    if (partsOf(index).length > 0) attributes['aria-expanded'] = rowsBelow(index);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    if (index === state.cursor) element.classList.add('cursor');
    if (partsOf(index).length > 0 && marks === null) element.append(make('span', 'twist', isOpen(index) ? '▾' : '▸'));
    const words = make('span', 'words');
    const label = make('span', 'label', node.label);
    const note = make('span', 'note', node.note);
    label.title = node.label;
    note.title = node.note;
    words.append(label, note);
    element.append(words, ...marksOf(node));
    return element;
  };

  const renderColumn = (column) => {
    const { list, rows } = columns[column];
    const all = listed[column];
    const first = Math.max(0, Math.floor(list.scrollTop / rowHeight) - 6);
    const last = Math.min(all.length, Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) + 6);
    rows.replaceChildren(...all.slice(first, last).map((index, i) => makeRow(index, first + i, all.length)));
    const active = state.cursor >= 0 && nodes[state.cursor].column === column ? 'n' + state.cursor : '';
    list.setAttribute('aria-activedescendant', active);
  };

  let planned = false;
  /** Draws what is in sight anew, once for all that has happened before the next frame. */
  const render = () => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      for (let column = 0; column < 4; column += 1) renderColumn(column);
      drawLinks();
    });
  };

  const countOf = (column) => {
    const all = tops[column].length;
    const shown = marks === null ? all : tops[column].filter((index) => marks[index]).length;
    const count = shown === all ? all.toLocaleString('en') : shown.toLocaleString('en') + ' of ' + all.toLocaleString('en');
    return cut[column] > 0 ? count + ', first ' + mostRows.toLocaleString('en') + ' rows' : count;
  };

  /** Lists what the state says, from the top. */
  const show = () => {
    arrange();
    columns.forEach(({ list, rows, count, empty }, column) => {
      rows.style.height = listed[column].length * rowHeight + 'px';
      list.scrollTop = 0;
      count.textContent = countOf(column);
      empty.hidden = listed[column].length > 0;
      empty.textContent = marks === null ? 'none in the dump' : state.focus >= 0 ? 'none on this path' : 'none found';
    });
    main.classList.toggle('focused', state.focus >= 0);
    if (state.focus >= 0) reveal(state.focus);
    render();
  };

  const reveal = (index) => {
    const { list } = columns[nodes[index].column];
    const top = rowOf[index] * rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
  };
`;
