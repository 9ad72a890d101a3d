/** What is in sight: everything, what a search finds, or the path of one node. */
export const selection = `
  const state = { words: [], faulty: false, focus: -1, cursor: -1, hover: -1 };
  /** More rows than browsers can give room to are not listed. */
  const mostRows = 400000;
  const easyRows = 60;
  const open = new Set();
  for (const column of [0, 1]) {
    const own = nodes.filter((node) => node.column === column);
    if (own.length <= easyRows) for (const { index } of own) open.add(index);
  }

  /** Of each column the nodes that are listed, and of each node its row there, or -1. */
  const listed = [[], [], [], []];
  const cut = [0, 0, 0, 0];
  const rowOf = new Int32Array(nodes.length).fill(-1);
  let marks = null;

  const haystacks = [];
  const haystackOf = (node) => {
    haystacks[node.index] ??= [
      node.label, node.note, node.terms, node.state, node.health, ...node.problems.map(([, message]) => message),
    ].join(' ').toLowerCase();
    return haystacks[node.index];
  };
  const isFound = (node) =>
    (!state.faulty || node.problems.length > 0) &&
    (state.words.length === 0 || state.words.every((word) => haystackOf(node).includes(word)));

  const isSearch = () => state.focus < 0 && (state.words.length > 0 || state.faulty);

  /** 1 for what is found, 2 for what it is a part of. */
  const found = () => {
    const result = new Uint8Array(nodes.length);
    for (const node of nodes) {
      if (!isFound(node)) continue;
      result[node.index] = 1;
      let above = node.parent;
      while (above >= 0 && nodes[above].column === node.column && !result[above]) {
        result[above] = 2;
        above = nodes[above].parent;
      }
    }
    return result;
  };

  const isOpen = (index) => marks !== null || open.has(index);

  const arrange = () => {
    marks = state.focus >= 0 ? pathOf(state.focus) : isSearch() ? found() : null;
    rowOf.fill(-1);
    for (let column = 0; column < 4; column += 1) {
      const rows = [];
      const list = (indexes) => {
        for (const index of indexes) {
          if (marks !== null && !marks[index]) continue;
          rows.push(index);
          if (isOpen(index)) list(partsOf(index));
        }
      };
      list(tops[column]);
      cut[column] = Math.max(0, rows.length - mostRows);
      listed[column] = cut[column] > 0 ? rows.slice(0, mostRows) : rows;
      listed[column].forEach((index, row) => { rowOf[index] = row; });
    }
  };

  /** The nearest node that has a row: itself, or what it is a part of. */
  const anchorOf = (index) => {
    let shown = index;
    while (shown >= 0 && rowOf[shown] < 0) {
      const { parent, column } = nodes[shown];
      shown = parent >= 0 && nodes[parent].column === column ? parent : -1;
    }
    return shown;
  };
`;
