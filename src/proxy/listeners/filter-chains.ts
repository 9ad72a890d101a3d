import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { Shape } from '../dump/shape.ts';
import { asList, asObject, asText, valueAt } from '../message/index.ts';
import { describeCluster, describeRouteConfig, routeMatchShape } from '../routes/describe-route.ts';
import { chainMatchShape, describeChainMatch } from './describe-chain-match.ts';

/** What a listener does with connections. `UNKNOWN` speaks neither HTTP nor TCP to anywhere. */
export type ListenerType = 'HTTP' | 'HTTP+TCP' | 'TCP' | 'UNKNOWN';

/** A filter chain in words. */
export interface ChainSummary {
  /** Of the chain itself; empty where it has none. */
  readonly name: string;
  readonly match: string;
  readonly destination: string;
}

const httpManager = 'envoy.filters.network.http_connection_manager';
const tcpProxy = 'envoy.filters.network.tcp_proxy';

const chainShape = {
  name: true,
  filter_chain_match: chainMatchShape,
  filters: {
    name: true,
    typed_config: {
      cluster: true,
      stat_prefix: true,
      weighted_clusters: true,
      rds: { route_config_name: true },
      route_config: {
        virtual_hosts: { domains: true, routes: { match: routeMatchShape, route: { cluster: true } } },
      },
    },
  },
} as const satisfies Shape;

/** The fields of a listener that its chains are described by. */
export const chainsShape = { filter_chains: chainShape, default_filter_chain: chainShape } as const;

/** Every chain in words, by destination, last letter first; chains to one destination as the listener has them. */
export function summarizeChains(listener: JsonObject): ChainSummary[] {
  return chainsOf(listener)
    .map((chain) => ({
      name: asText(chain.name),
      match: describeChainMatch(asObject(chain.filter_chain_match)),
      destination: destinationOf(filtersOf(chain)),
    }))
    .sort((a, b) => (a.destination === b.destination ? 0 : a.destination < b.destination ? 1 : -1));
}

export function listenerType(listener: JsonObject): ListenerType {
  const filters = chainsOf(listener).flatMap(filtersOf);
  const http = filters.some(({ name }) => name === httpManager);
  const tcp = filters.some(leadsSomewhere);
  if (http) return tcp ? 'HTTP+TCP' : 'HTTP';
  return tcp ? 'TCP' : 'UNKNOWN';
}

function chainsOf({ filter_chains: chains, default_filter_chain: last }: JsonObject): JsonObject[] {
  return [...asList(chains), ...(isObject(last) ? [last] : [])].map(asObject);
}

const filtersOf = (chain: JsonObject): JsonObject[] => asList(chain.filters).map(asObject);

/** A TCP proxy, unless it drops what it gets. */
function leadsSomewhere({ name, typed_config: config }: JsonObject): boolean {
  return name === tcpProxy && !JSON.stringify(config ?? {}).includes('BlackHoleCluster');
}

/** Where the first filter leads that leads anywhere. */
function destinationOf(filters: readonly JsonObject[]): string {
  const filter = filters.find((each) => each.name === httpManager || leadsSomewhere(each));
  const config = asObject(filter?.typed_config);
  if (filter === undefined) return 'Non-HTTP/Non-TCP';
  if (filter.name === tcpProxy) return describeCluster(asText(config.cluster));
  if (isObject(config.route_config)) return describeRouteConfig(config.route_config);
  const route = asText(valueAt(config.rds, 'route_config_name'));
  return route === '' ? 'HTTP' : `Route: ${route}`;
}
