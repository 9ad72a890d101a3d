/** The pane beside the graph: one node, or what there is as a whole. */
export const details = `
  const pane = document.getElementById('details');
  const mostNeighbours = 12;
  const mostProblems = 100;
  let asked = 0;

  const list = (facts) => {
    const element = make('dl');
    for (const [name, value] of facts) element.append(make('dt', '', name), make('dd', '', value));
    return element;
  };

  const linkTo = (index, label) => {
    const { kind, label: name, note } = nodes[index];
    const item = make('li');
    const link = make('a', '', name);
    link.href = hashOf(index);
    link.title = kindNames[kind][0] + ' ' + name;
    const health = nodes[index].health;
    if (health) item.append(symbol('health ' + health, health));
    item.append(link, make('span', 'faint', [label, note].filter(Boolean).join(' · ')));
    return item;
  };

  const neighbours = (title, entries) => {
    if (entries.length === 0) return [];
    const list = make('ul', 'neighbours');
    for (const [index, label] of entries.slice(0, mostNeighbours)) list.append(linkTo(index, label));
    const more = entries.length - mostNeighbours;
    if (more > 0) list.append(make('li', 'faint', 'and ' + more.toLocaleString('en') + ' more'));
    return [make('h3', '', title + ' (' + entries.length.toLocaleString('en') + ')'), list];
  };

  const problemItem = (severity, message) => {
    const item = make('li', severity);
    item.append(make('b', '', severity), ' ' + message);
    return item;
  };

  const badges = (node) => {
    const line = make('p', 'badges');
    if (node.state !== 'active') line.append(make('span', 'tag ' + node.state, node.state));
    if (node.health) {
      const health = make('span', 'tag ' + node.health);
      health.append(symbol('health ' + node.health, node.health), node.health);
      line.append(health);
    }
    return line.childNodes.length > 0 ? [line] : [];
  };

  const crumbs = (node) => {
    const line = make('p', 'crumbs');
    for (let above = node.parent; above >= 0; above = nodes[above].parent) {
      const link = make('a', '', nodes[above].label);
      link.href = hashOf(above);
      line.prepend(link, ' › ');
    }
    line.append(kindNames[node.kind][0]);
    return line;
  };

  const showDetails = async (index) => {
    const turn = (asked += 1);
    const node = nodes[index];
    const problems = make('ul', 'problems');
    problems.append(...node.problems.map(([severity, message]) => problemItem(severity, message)));
    const heading = make('h2', '', node.label);
    pane.replaceChildren(
      crumbs(node), heading, ...badges(node), ...(node.problems.length > 0 ? [problems] : []),
      list(pairsOf(node.facts)),
      ...neighbours('Used by', edgesIn[index]),
      ...neighbours('Leads to', edgesOut[index]),
      ...neighbours(node.kind === 5 ? 'Endpoints' : 'Parts', kids[index].map((part) => [part, ''])),
    );
    pane.scrollTop = 0;
    for (const source of node.sources) {
      const value = await resourceAt(source);
      if (turn !== asked) return;
      pane.append(make('h3', '', data.titles[source[0]] + (source[1] === '[]' ? '' : ' ' + placeOf(source[1]))));
      pane.append(
        ...(value === undefined
          ? [make('p', 'faint', 'left out to keep this page small: meshctl proxy-config prints it with -o json')]
          : resourceText(value)),
      );
    }
  };

  const placeOf = (path) =>
    JSON.parse(path).map((step) => (typeof step === 'number' ? '[' + step + ']' : '.' + step)).join('').slice(1);

  const overview = (missed) => {
    asked += 1;
    const counts = kinds.map((_, kind) => nodes.filter((node) => node.kind === kind).length);
    const faulty = nodes.filter(({ problems }) => problems.length > 0);
    const all = faulty.flatMap((node) => node.problems.map(([severity, message]) => [node, severity, message]));
    all.sort((a, b) => (a[1] === b[1] ? 0 : a[1] === 'error' ? -1 : 1));
    const problems = make('ul', 'problems');
    for (const [node, severity, message] of all.slice(0, mostProblems)) {
      const item = problemItem(severity, message);
      const link = make('a', '', kindNames[node.kind][0] + ' ' + node.label);
      link.href = hashOf(node.index);
      item.append(make('br'), link);
      problems.append(item);
    }
    if (all.length > mostProblems) problems.append(make('li', 'faint', 'and ' + (all.length - mostProblems) + ' more'));
    const table = make('ul', 'counts');
    counts.forEach((count, kind) => {
      const item = make('li', '', ' ' + kindNames[kind][count === 1 ? 0 : 1]);
      item.prepend(make('b', '', count.toLocaleString('en')));
      table.append(item);
    });
    const size = document.getElementById('data').textContent.length / 1e6;
    pane.replaceChildren(
      ...(missed ? [make('p', 'missed', 'Nothing in this dump is called ' + missed)] : []),
      make('h2', '', 'Overview'), table,
      ...(all.length > 0 ? [make('h3', '', 'Problems (' + all.length.toLocaleString('en') + ')'), problems] : []),
      make('h3', '', 'Proxy'),
      list([...pairsOf(data.about), ['dump', data.dump], ['this page', size < 0.1 ? 'less than 0.1 MB' : size.toFixed(1) + ' MB']]),
      make('h3', '', 'Signs'), legend(), make('h3', '', 'Keys'), keys(),
    );
    pane.scrollTop = 0;
  };

  const legend = () => {
    const element = make('ul', 'legend');
    const signs = {
      healthy: 'gets requests', degraded: 'some endpoints do', unhealthy: 'gets no requests', unknown: 'not known',
    };
    for (const name in signs) {
      const item = make('li', '', name + ': ' + signs[name]);
      item.prepend(symbol('health ' + name, name));
      element.append(item);
    }
    const item = make('li', '', 'something is wrong; a dot: below it');
    item.prepend(make('span', 'problem error', '!'));
    element.append(item);
    return element;
  };

  const keys = () =>
    list([
      ['/', 'search'], ['↑ ↓', 'next row'], ['← →', 'fold, unfold, follow a line'], ['Enter', 'show the path of a row'],
      ['Esc', 'back to all'],
    ]);
`;
