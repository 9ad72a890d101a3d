/** The graph as it is packed in the page, and ways through it. */
export const graph = `
  const data = JSON.parse(document.getElementById('data').textContent);
  const kinds = ['listener', 'chain', 'routes', 'host', 'route', 'cluster', 'endpoint'];
  const kindNames = [
    ['listener', 'listeners'], ['filter chain', 'filter chains'], ['route configuration', 'route configurations'],
    ['virtual host', 'virtual hosts'], ['route', 'routes'], ['cluster', 'clusters'], ['endpoint', 'endpoints'],
  ];
  const columnOf = [0, 0, 1, 1, 1, 2, 3];
  const depthOf = [0, 1, 0, 1, 2, 0, 0];
  const text = (number) => data.texts[number];
  const pairsOf = (facts) => {
    const list = data.facts[facts];
    return Array.from({ length: list.length / 2 }, (_, i) => [text(list[2 * i]), text(list[2 * i + 1])]);
  };

  const nodes = data.nodes.map(
    ([kind, parent, tail, label, note, terms, state, health, facts, problems, sources], index) => ({
      index, kind, parent, tail, facts,
      label: text(label), note: text(note), terms: text(terms),
      state: data.states[state], health: health < 0 ? '' : data.healths[health],
      problems: (problems || []).map(([error, message]) => [error ? 'error' : 'warning', text(message)]),
      sources: (sources || []).map(([document, path]) => [document, text(path)]),
      column: columnOf[kind],
    }),
  );

  const none = [];
  const add = (lists, index, value) => {
    if (lists[index] === none) lists[index] = [];
    lists[index].push(value);
  };
  const kids = nodes.map(() => none);
  const edgesOut = nodes.map(() => none);
  const edgesIn = nodes.map(() => none);
  const tops = [[], [], [], []];
  for (const node of nodes) {
    if (node.parent >= 0) add(kids, node.parent, node.index);
    if (depthOf[node.kind] === 0) tops[node.column].push(node.index);
  }
  for (const [from, to, label] of data.edges) {
    add(edgesOut, from, [to, text(label)]);
    add(edgesIn, to, [from, text(label)]);
  }

  /** Parts that stand below a node in its own column. */
  const partsOf = (index) => (nodes[index].kind === 5 ? none : kids[index]);
  /** Nodes in later columns that a node leads to by itself. */
  const targetsOf = (index) => (nodes[index].kind === 5 ? kids[index] : edgesOut[index].map(([to]) => to));
  const next = (index) => kids[index].concat(edgesOut[index].map(([to]) => to));
  const before = (index) => {
    const { parent } = nodes[index];
    const from = edgesIn[index].map(([node]) => node);
    return parent < 0 ? from : from.concat(parent);
  };

  /** All that leads to a node and all it leads to, as marks. */
  const pathOf = (start) => {
    const marks = new Uint8Array(nodes.length);
    for (const step of [next, before]) {
      const seen = new Uint8Array(nodes.length);
      const waiting = [start];
      while (waiting.length > 0) {
        const index = waiting.pop();
        if (seen[index]) continue;
        seen[index] = marks[index] = 1;
        for (const other of step(index)) waiting.push(other);
      }
    }
    return marks;
  };

  const idOf = (index) => {
    const { kind, parent, tail } = nodes[index];
    return (parent < 0 ? kinds[kind] : idOf(parent)) + '/' + text(tail);
  };
  const hashOf = (index) =>
    '#' + encodeURIComponent(idOf(index)).replace(/%(2F|7C|3A|40)/g, (escape) => decodeURIComponent(escape));
  const byId = new Map();
  const nodeOf = (hash) => {
    if (byId.size === 0) for (const { index } of nodes) byId.set(idOf(index), index);
    try {
      return byId.get(decodeURIComponent(hash.slice(1))) ?? -1;
    } catch {
      return -1;
    }
  };

  const counted = (count, kind) => count.toLocaleString('en') + ' ' + kindNames[kind][count === 1 ? 0 : 1];
  const make = (name, className, words) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (words !== undefined) element.textContent = words;
    return element;
  };
`;
