/** Lines between rows: those in sight, and with a path in focus those whose ends are scrolled away. */
export const links = `
  const svg = document.getElementById('links');
  const mostLinks = 500;
  const everyLink = 3000;
  const reach = new Map();

  /** Where a node and its parts lead. */
  const reachOf = (index) => {
    if (!reach.has(index)) {
      const targets = new Set(targetsOf(index));
      for (const part of partsOf(index)) for (const target of reachOf(part)) targets.add(target);
      reach.set(index, Array.from(targets));
    }
    return reach.get(index);
  };

  const inSight = (column) => {
    const { list } = columns[column];
    const first = Math.floor(list.scrollTop / rowHeight);
    return listed[column].slice(first, Math.ceil((list.scrollTop + list.clientHeight) / rowHeight));
  };

  /** Where rows are, in the coordinates of the drawing. */
  const boxes = () => {
    const origin = main.getBoundingClientRect();
    return columns.map(({ element, list }) => {
      const frame = element.getBoundingClientRect();
      const inner = list.getBoundingClientRect();
      const top = inner.top - origin.top + main.scrollTop;
      const left = frame.left - origin.left + main.scrollLeft;
      return { left, right: left + frame.width, top, bottom: top + inner.height, scrolled: list.scrollTop };
    });
  };

  const heightAt = (box, index) => {
    const y = box.top + rowOf[index] * rowHeight - box.scrolled + rowHeight / 2;
    const clamped = Math.min(Math.max(y, box.top + 2), box.bottom - 2);
    return { y: clamped, away: y !== clamped };
  };

  const curve = (x1, y1, x2, y2) => {
    const bend = Math.min(40, (x2 - x1) / 2);
    return 'M' + [x1, y1].map(Math.round) + 'C' + [x1 + bend, y1, x2 - bend, y2, x2, y2].map(Math.round);
  };

  const drawLinks = () => {
    const frames = boxes();
    const total = listed.reduce((sum, { length }) => sum + length, 0);
    const whole = state.focus >= 0 && total <= everyLink;
    const strokes = { faint: [], plain: [], hot: [] };
    const drawn = new Set();
    for (let column = 0; column < 3 && drawn.size < mostLinks; column += 1) {
      for (const from of whole ? listed[column] : inSight(column)) {
        for (const target of rowsBelow(from) ? targetsOf(from) : reachOf(from)) {
          const to = anchorOf(target);
          const key = from + '>' + to;
          if (to < 0 || drawn.has(key) || drawn.size >= mostLinks) continue;
          const [a, b] = [frames[column], frames[nodes[to].column]];
          const [start, end] = [heightAt(a, from), heightAt(b, to)];
          if ((start.away && end.away) || ((start.away || end.away) && state.focus < 0)) continue;
          drawn.add(key);
          const isHot = [from, to].includes(state.hover);
          const stroke = isHot ? 'hot' : start.away || end.away ? 'faint' : 'plain';
          strokes[stroke].push(curve(a.right, start.y, b.left, end.y));
        }
      }
    }
    svg.setAttribute('width', main.scrollWidth);
    svg.setAttribute('height', main.clientHeight);
    svg.replaceChildren(
      ...Object.entries(strokes).map(([name, parts]) => {
        const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        path.setAttribute('class', name);
        path.setAttribute('d', parts.join(''));
        return path;
      }),
    );
    svg.dataset.links = drawn.size;
    const note = drawn.size < mostLinks ? '' : 'only the first ' + mostLinks + ' lines are drawn';
    if (limit.textContent !== note) limit.textContent = note;
  };
  const limit = make('p', 'limit');
  main.append(limit);
`;
