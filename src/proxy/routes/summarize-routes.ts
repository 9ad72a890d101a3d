import type { JsonObject } from '../../resources/index.ts';
import type { DumpItem, ItemState, ProxyDump } from '../dump/dump.ts';
import { requiredItems, type StateOptions } from '../dump/required-section.ts';
import type { Shape } from '../dump/shape.ts';
import { asList, asObject, asText, bareMessage, istioOrigin, valueAt } from '../message/index.ts';
import { actionShape, describeAction } from './describe-action.ts';
import { describeDomains } from './describe-domains.ts';
import { describeRouteMatch, routeMatchShape } from './describe-route.ts';

/** Which route configurations; what is not given admits all. */
export interface RouteFilter {
  /** Exactly. */
  readonly name?: string | undefined;
}

/** A route configuration of the table. */
export interface RouteRow {
  /** Empty for most that stand in a listener. */
  readonly name: string;
  readonly virtualHosts: number;
  /** Without those that only pass on what is not known: to PassthroughCluster. */
  readonly routes: readonly RouteLine[];
  readonly state: ItemState;
  readonly lastUpdated: string;
  /** Why Envoy refused an update of it; empty when it did not. */
  readonly error: string;
}

/** A route of a virtual host, or a virtual host without routes. */
export interface RouteLine {
  readonly virtualHost: string;
  /** Shortened: `reviews, reviews.default + 2 more...`. */
  readonly domains: string;
  readonly match: string;
  /** The VirtualService it follows, `name.namespace`; empty without one, `404` where there is no route. */
  readonly virtualService: string;
  /** What becomes of a request: the cluster, the redirect, the answer. */
  readonly action: string;
}

const shape = {
  virtual_hosts: {
    name: true,
    domains: true,
    routes: {
      match: routeMatchShape,
      metadata: { filter_metadata: { istio: { config: true } } },
      ...actionShape,
    },
  },
} as const satisfies Shape;

/**
 * The route configurations that Envoy uses, and with `all` also those that were refused: first those named by a port,
 * in its order, then the others as the dump has them.
 */
export function summarizeRoutes(
  dump: ProxyDump,
  filter: RouteFilter = {},
  states: StateOptions = {},
): RouteRow[] {
  return sortedRoutes(dump, filter, shape, states).map(rowOf);
}

/** The route configurations that Envoy uses as protobuf's JSON, in the same order. */
export function selectRoutes(dump: ProxyDump, filter: RouteFilter = {}): JsonObject[] {
  return sortedRoutes(dump, filter, {}, {}).map((item) =>
    bareMessage(item.whole(), 'envoy.config.route.v3.RouteConfiguration'),
  );
}

function sortedRoutes(
  dump: ProxyDump,
  { name: wanted = '' }: RouteFilter,
  fields: Shape,
  states: StateOptions,
): DumpItem[] {
  const items = [...requiredItems(dump, 'routes', fields, states)];
  const inline = items.filter(({ state }) => state === 'static');
  return [...items.filter(({ state }) => state !== 'static'), ...inline]
    .filter(({ name }) => wanted === '' || name === wanted)
    .sort((a, b) => portOf(a) - portOf(b) || 0);
}

/** Infinity after all ports; the difference of two is no number, hence the zero above. */
const portOf = ({ name }: DumpItem): number => (/^[+-]?\d+$/.test(name) ? Number(name) : Infinity);

function rowOf({ name, message, state, lastUpdated = '', errorState }: DumpItem): RouteRow {
  const hosts = asList(message.virtual_hosts).map(asObject);
  return {
    ...{ name, state, lastUpdated, virtualHosts: hosts.length },
    routes: hosts.flatMap(linesOf),
    error: errorState?.details ?? '',
  };
}

function linesOf(host: JsonObject): RouteLine[] {
  const common = {
    virtualHost: asText(host.name),
    domains: describeDomains(asList(host.domains).map(asText)),
  };
  const routes = asList(host.routes).map(asObject);
  if (routes.length === 0) return [{ ...common, match: '/*', virtualService: '404', action: '404' }];
  return routes
    .filter((route) => valueAt(route, 'route', 'cluster') !== 'PassthroughCluster')
    .map((route) => ({
      ...common,
      match: describeRouteMatch(route.match),
      virtualService: istioOrigin(route.metadata),
      action: describeAction(route),
    }));
}
