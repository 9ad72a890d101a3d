import { printable } from '../../output/index.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { DumpItem } from '../dump/dump.ts';
import { asObject, asText } from '../message/index.ts';
import { redact } from '../redact/redact.ts';
import type { Health, NodeKind, ViewDocument, ViewEdge, ViewNode, ViewProblem, ViewSource } from './view.ts';

/** What is told of a node as it is added. */
export interface NewNode extends Partial<Pick<ViewNode, 'note' | 'terms' | 'state' | 'facts'>> {
  readonly kind: NodeKind;
  /** What its id ends with. */
  readonly key: string;
  readonly parent?: number;
  readonly label: string;
  readonly sources?: readonly ViewSource[];
}

type OpenNode = Omit<ViewNode, 'problems' | 'health' | 'note'> & {
  problems: ViewProblem[];
  health: Health | undefined;
  note: string;
};

/** A graph as it grows. */
export class Graph {
  readonly nodes: OpenNode[] = [];
  readonly edges: ViewEdge[] = [];
  readonly documents: ViewDocument[] = [];
  readonly #ids = new Set<string>();
  readonly #showSecrets: boolean;

  constructor(showSecrets: boolean) {
    this.#showSecrets = showSecrets;
  }

  /** Adds a node, and says where it is. */
  add({ kind, key, parent, label, ...rest }: NewNode): number {
    const above = parent === undefined ? kind : (this.nodes[parent]?.id ?? kind);
    const { note = '', terms = '', state = 'active', facts = [], sources = [] } = rest;
    const known = facts.filter(([, value]) => value !== '');
    const id = this.#unused(`${above}/${printable(key)}`);
    const text = { label: label === '' ? '(no name)' : label, note, terms };
    const judgement = { state, health: undefined, problems: [] };
    return this.nodes.push({ id, kind, parent, ...text, ...judgement, facts: known, sources }) - 1;
  }

  link(from: number, to: number, label = ''): void {
    this.edges.push({ from, to, label });
  }

  /** Says how healthy a node is; `words` open its note. */
  judge(node: number, health: Health, words = ''): void {
    const judged = this.nodes[node];
    if (judged === undefined) return;
    judged.health = health;
    if (words !== '') judged.note = judged.note === '' ? words : `${words} · ${judged.note}`;
  }

  blame(node: number, severity: ViewProblem['severity'], message: string): void {
    this.nodes[node]?.problems.push({ severity, message });
  }

  /** What is wrong with a resource by the word of Envoy: a refused update, or waiting. */
  blameState(node: number, { errorState, state }: DumpItem, waitsFor: readonly string[] = []): void {
    if (errorState !== undefined && state !== 'draining') {
      const refused = state === 'rejected' ? 'Envoy refused it' : 'Envoy refused an update of it';
      this.blame(node, 'error', `${refused}: ${asText(this.clean(errorState.details))}`);
    }
    if (state !== 'warming') return;
    const wanted = waitsFor.length === 0 ? '' : ` for ${waitsFor.join(', ')}`;
    this.blame(node, 'warning', `it is not in use yet: it waits${wanted || ' (warming)'}`);
  }

  /** The message of an item without its secrets, and its place among the documents. */
  read(item: DumpItem, title: string): { readonly message: JsonObject; readonly document: number } {
    const document = this.documents.push({ title, json: () => asObject(this.clean(item.whole())) });
    return { message: asObject(this.clean(item.message)), document: document - 1 };
  }

  /** Without secrets, unless they are wanted. */
  clean(value: Json): Json {
    return this.#showSecrets ? value : redact(value).value;
  }

  #unused(id: string): string {
    let unused = id;
    for (let copy = 2; this.#ids.has(unused); copy++) unused = `${id}~${copy}`;
    this.#ids.add(unused);
    return unused;
  }
}
