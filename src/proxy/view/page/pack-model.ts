import { printable } from '../../../output/index.ts';
import type { Health, NodeKind, ViewModel, ViewNode } from '../view.ts';

/** The order in which the script of the page knows them. */
const kinds: readonly NodeKind[] = ['listener', 'chain', 'routes', 'host', 'route', 'cluster', 'endpoint'];
const states: readonly ViewNode['state'][] = [
  'active',
  'static',
  'warming',
  'draining',
  'rejected',
  'missing',
];
const healths: readonly Health[] = ['healthy', 'degraded', 'unhealthy', 'unknown'];

/** A graph in little room: lists in place of objects, and numbers in place of texts that repeat. */
export interface PackedModel {
  readonly states: readonly string[];
  readonly healths: readonly string[];
  readonly texts: readonly string[];
  /** Each a list of pairs of texts: name, value. */
  readonly facts: readonly (readonly number[])[];
  /** Of the proxy. */
  readonly about: number;
  /** Kind, parent, end of the id, label, note, terms, state, health, facts, problems, sources. */
  readonly nodes: readonly PackedNode[];
  /** From, to, label. */
  readonly edges: readonly (readonly [number, number, number])[];
}

type Pairs = readonly (readonly [number, number])[] | 0;
type PackedNode = readonly [...numbers: number[], problems: Pairs, sources: Pairs];

/** Packs the graph; -1 stands for what is not there. */
export function packModel({ nodes, edges, facts }: ViewModel): PackedModel {
  const texts = new Interned<string>();
  const lists = new Interned<readonly number[]>();
  const textOf = (text: string): number => texts.add(text, () => printable(text));
  const factsOf = (pairs: ViewNode['facts']): number => {
    const numbers = pairs.flatMap((pair) => pair.map(textOf));
    return lists.add(numbers.join(), () => numbers);
  };
  const packed = nodes.map((node): PackedNode => {
    const { kind, parent = -1, id, label, note, terms, state, health, problems, sources } = node;
    const above = nodes[parent]?.id ?? kind;
    return [
      ...[kinds.indexOf(kind), parent, textOf(id.slice(above.length + 1))],
      ...[label, note, terms].map(textOf),
      ...[states.indexOf(state), health === undefined ? -1 : healths.indexOf(health), factsOf(node.facts)],
      pairs(problems, ({ severity, message }) => [severity === 'error' ? 1 : 0, textOf(message)]),
      pairs(sources, ({ document, path }) => [document, textOf(JSON.stringify(path))]),
    ];
  });
  const links = edges.map(({ from, to, label }) => [from, to, textOf(label)] as const);
  const about = factsOf(facts);
  return { states, healths, texts: texts.all, facts: lists.all, about, nodes: packed, edges: links };
}

function pairs<T>(list: readonly T[], pair: (item: T) => readonly [number, number]): Pairs {
  return list.length === 0 ? 0 : list.map(pair);
}

/** Values by number: those of equal keys have the same. */
class Interned<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<string, number>();

  add(key: string, make: () => T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.all.length);
    return this.all.push(make()) - 1;
  }
}
