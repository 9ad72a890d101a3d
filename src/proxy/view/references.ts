import type { ProxyDump } from '../dump/dump.ts';
import { idKey } from './id-key.ts';
import { shortClusterName } from './cluster-label.ts';
import type { Graph } from './graph.ts';

/** What nodes refer to by name: clusters and route configurations. What the dump lacks becomes a node when it is missed. */
export class References {
  readonly #graph: Graph;
  readonly #dump: ProxyDump;
  readonly #clusters = new Map<string, number>();
  readonly #routes = new Map<string, number>();
  readonly #missing = new Set<number>();

  constructor(graph: Graph, dump: ProxyDump) {
    this.#graph = graph;
    this.#dump = dump;
  }

  /** Of several of one name the first that is in use counts. */
  addCluster(name: string, node: number): void {
    this.#put(this.#clusters, name, node);
  }

  addRoutes(name: string, node: number): void {
    this.#put(this.#routes, name, node);
  }

  linkCluster(from: number, name: string, label = ''): void {
    const to = this.#clusters.get(name) ?? this.#ghost('cluster', name);
    this.#graph.link(from, to, label);
    if (this.#missing.has(to) && this.#dump.section('clusters') !== undefined)
      this.#graph.blame(from, 'error', `the cluster ${name} is missing: the proxy does not have it`);
  }

  linkRoutes(from: number, name: string): void {
    const to = this.#routes.get(name) ?? this.#ghost('routes', name);
    this.#graph.link(from, to);
    if (this.#missing.has(to) && this.#dump.section('routes') !== undefined)
      this.#graph.blame(from, 'error', `the route configuration ${name} is missing: it has not come`);
  }

  #put(map: Map<string, number>, name: string, node: number): void {
    const before = map.get(name);
    if (before === undefined || !isUsed(this.#graph.nodes[before]?.state)) map.set(name, node);
  }

  #ghost(kind: 'cluster' | 'routes', name: string): number {
    const label = kind === 'cluster' ? shortClusterName(name) : name;
    const key = idKey(name, 'missing');
    const node = this.#graph.add({
      kind,
      key,
      label,
      note: 'not in the dump',
      terms: name,
      state: 'missing',
    });
    (kind === 'cluster' ? this.#clusters : this.#routes).set(name, node);
    this.#missing.add(node);
    return node;
  }
}

const isUsed = (state: string | undefined): boolean => state === 'active' || state === 'static';
