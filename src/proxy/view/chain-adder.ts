import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { describeChainMatch } from '../listeners/describe-chain-match.ts';
import { asList, asObject, asText, valueAt } from '../message/index.ts';
import { addRouteConfig, weightedTargets } from './add-route-config.ts';
import type { Graph } from './graph.ts';
import type { References } from './references.ts';
import type { ViewNode, ViewSource } from './view.ts';

/** Where a filter chain stands. */
export interface ChainPlace extends ViewSource {
  readonly listener: number;
  readonly state: ViewNode['state'];
}

/** Adds filter chains, and the route configurations that stand in them. */
export class ChainAdder {
  /** Names of the route configurations that were met in chains. */
  readonly inline = new Set<string>();
  readonly #graph: Graph;
  readonly #references: References;
  /** Route configurations by what they say: chains that repeat one share it. */
  readonly #configs = new Map<string, number>();

  constructor(graph: Graph, references: References) {
    this.#graph = graph;
    this.#references = references;
  }

  add(chain: JsonObject, place: ChainPlace): void {
    const { listener, document, path } = place;
    const filters = asList(chain.filters).map(asObject);
    const name = asText(chain.name);
    const match = path.length === 1 ? 'otherwise' : matchOf(chain);
    const words = filters.map(filterWord);
    const node = this.#graph.add({
      ...{ kind: 'chain', key: String(path.at(-1)), parent: listener, label: match },
      note: [name, words.join(' → ')].filter((part) => part !== '').join(' · '),
      facts: [
        ['name', name],
        ['match', match],
        ['filters', words.join(', ')],
      ],
      sources: [{ document, path }],
    });
    filters.forEach((filter, index) => {
      const config = asObject(filter.typed_config);
      this.#follow(node, config, { ...place, path: [...path, 'filters', index, 'typed_config'] });
    });
  }

  /** Links a chain to where one of its filters leads. */
  #follow(node: number, config: JsonObject, place: ChainPlace): void {
    const routes = asText(valueAt(config.rds, 'route_config_name'));
    if (routes !== '') this.#references.linkRoutes(node, routes);
    else if (isObject(config.route_config)) this.#graph.link(node, this.#inline(config.route_config, place));
    if (!isTcpProxy(config)) return;
    if (asText(config.cluster) !== '') this.#references.linkCluster(node, asText(config.cluster));
    for (const { cluster, label } of weightedTargets(config.weighted_clusters))
      this.#references.linkCluster(node, cluster, label);
  }

  #inline(config: JsonObject, { listener, document, path, state }: ChainPlace): number {
    const name = asText(config.name);
    this.inline.add(name);
    const text = JSON.stringify(config);
    const before = this.#configs.get(text);
    if (before !== undefined) return before;
    const label = name || `routes of ${this.#graph.nodes[listener]?.label ?? 'a listener'}`;
    const node = addRouteConfig(this.#graph, this.#references, config, {
      ...{ key: name || `inline@${document}`, label, origin: 'inline', state, lastUpdated: '' },
      source: { document, path: [...path, 'route_config'] },
    });
    this.#configs.set(text, node);
    return node;
  }
}

function matchOf(chain: JsonObject): string {
  const match = describeChainMatch(asObject(chain.filter_chain_match));
  return match === 'ALL' ? 'any connection' : match;
}

const isTcpProxy = (config: JsonObject): boolean => asText(config['@type']).endsWith('.TcpProxy');

const shortWords: Readonly<Record<string, string>> = { http_connection_manager: 'HTTP', tcp_proxy: 'TCP' };

/** A filter in a word or two: `HTTP`, `rbac`. */
function filterWord({ name }: JsonObject): string {
  const last = asText(name).split('.').at(-1) ?? '';
  return shortWords[last] ?? last.replaceAll('_', ' ');
}
