import { isMap, isPair, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';

/** Keys and places of list items. */
export type Steps = readonly (string | number)[];

/** A setting in a document. */
export interface Place {
  readonly path: Steps;
  /** Where its key begins. */
  readonly offset: number;
}

/** The places that a path means; `*` is every key of a map, or every item of a list. */
export function placesOf(document: Document, steps: Steps): readonly Place[] {
  let found: { readonly path: Steps; readonly node: unknown; readonly offset: number }[] = [
    { path: [], node: document.contents, offset: 0 },
  ];
  for (const step of steps)
    found = found.flatMap(({ path, node }) =>
      below(node, step).map((inner) => ({ ...inner, path: [...path, inner.step] })),
    );
  return found.map(({ path, offset }) => ({ path, offset }));
}

interface Below {
  readonly step: string | number;
  readonly node: unknown;
  readonly offset: number;
}

function below(node: unknown, step: string | number): Below[] {
  if (isSeq(node))
    return node.items
      .map((item, index) => ({ step: index, node: item, offset: startOf(item as Node) }))
      .filter((item) => step === '*' || item.step === step);
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    const key = keyOf(pair);
    return step === '*' || key === String(step)
      ? [{ step: key, node: pair.value, offset: startOf(pair.key as Node) }]
      : [];
  });
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

const startOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0;

/** Takes a setting out, with its comments. */
export function deleteAt(document: Document, path: Steps): void {
  document.deleteIn(path);
}

/** Moves a setting with its comments; a map goes key by key into a map that is there. */
export function moveAt(document: Document, from: Steps, to: Steps): void {
  const pair = pairAt(document, from);
  const [key] = to.slice(-1);
  if (pair === undefined || key === undefined) return;
  document.deleteIn(from);
  const there = document.getIn(to, true);
  if (isMap(there) && isMap(pair.value)) {
    for (const item of pair.value.items) if (!there.has(item.key)) there.add(item);
    return;
  }
  const parent = mapAt(document, to.slice(0, -1));
  if (isScalar(pair.key)) pair.key.value = key;
  parent.add(pair);
}

function pairAt(document: Document, path: Steps): Pair | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const [key] = path.slice(-1);
  return isMap(parent) ? parent.items.find((pair) => isPair(pair) && keyOf(pair) === String(key)) : undefined;
}

/** The map at a path; what is not there is made. */
function mapAt(document: Document, path: Steps): YAMLMap {
  const found = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(found)) return found;
  const made = document.createNode({});
  made.flow = false;
  const [key] = path.slice(-1);
  const parent = mapAt(document, path.slice(0, -1));
  parent.set(key, made);
  return made;
}
