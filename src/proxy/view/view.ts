import type { JsonObject } from '../../resources/index.ts';
import type { ItemState } from '../dump/dump.ts';

/** What a node stands for; `routes` is a route configuration, `host` a virtual host of it, `route` a route of that. */
export type NodeKind = 'listener' | 'chain' | 'routes' | 'host' | 'route' | 'cluster' | 'endpoint';

/** Of an endpoint, or of all endpoints of a cluster: `degraded` is a cluster that has some that work and some not. */
export type Health = 'healthy' | 'degraded' | 'unhealthy' | 'unknown';

/** What is wrong with a node. */
export interface ViewProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Where the JSON of a node stands. */
export interface ViewSource {
  /** Its place in the documents of the model. */
  readonly document: number;
  /** The fields and indexes that lead to it. */
  readonly path: readonly (string | number)[];
}

/** A part of the configuration: one row of the page. */
export interface ViewNode {
  /** Stable as long as names are: `listener/0.0.0.0_8080`, `routes/9080/reviews:9080/0`. No other node has it. */
  readonly id: string;
  readonly kind: NodeKind;
  /** The node it is a part of: of a chain its listener, of an endpoint its cluster. */
  readonly parent: number | undefined;
  readonly label: string;
  /** The rest in little room. */
  readonly note: string;
  /** Further words that a search finds: domains, addresses, the whole name. */
  readonly terms: string;
  /** `missing` is what others refer to and the dump does not have. */
  readonly state: ItemState | 'missing';
  /** Undefined where there is nothing to judge: only clusters and endpoints have one. */
  readonly health: Health | undefined;
  /** Names and values, in the order in which they should be read. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly problems: readonly ViewProblem[];
  readonly sources: readonly ViewSource[];
}

/** From one node to another that it refers to; what is part of a node has no edge, but a `parent`. */
export interface ViewEdge {
  readonly from: number;
  readonly to: number;
  /** `weight 90`, `mirror`; mostly empty. */
  readonly label: string;
}

/** A resource of the dump. */
export interface ViewDocument {
  /** What it is: `listener`, `cluster status`. */
  readonly title: string;
  /** The whole resource, named as Envoy names its fields. Parses the dump each time. */
  readonly json: () => JsonObject;
}

/** What a proxy runs as a graph: from listeners to endpoints. */
export interface ViewModel {
  /** As messages call the dump. */
  readonly dump: string;
  /** `reviews-v1-0.default`; empty where the dump does not say. */
  readonly proxy: string;
  /** Of the proxy as a whole: versions, cluster, mesh. */
  readonly facts: ViewNode['facts'];
  /** Parents stand before their parts. */
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
  readonly documents: readonly ViewDocument[];
}
