import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { Shape } from '../dump/shape.ts';
import { asList, asNumber, asObject, asText, istioOrigin, valueAt, type Maybe } from '../message/index.ts';
import { actionShape, describeAction } from '../routes/describe-action.ts';
import { describeDomains } from '../routes/describe-domains.ts';
import { describeRouteMatch, routeMatchShape } from '../routes/describe-route.ts';
import { shortClusterName, shortHost } from './cluster-label.ts';
import type { Graph } from './graph.ts';
import type { References } from './references.ts';
import type { ViewNode, ViewSource } from './view.ts';

/** What is read of a `RouteConfiguration`. */
export const routeConfigShape = {
  name: true,
  virtual_hosts: {
    name: true,
    domains: true,
    routes: {
      ...actionShape,
      name: true,
      match: { ...routeMatchShape, headers: { name: true }, query_parameters: { name: true } },
      metadata: { filter_metadata: { istio: { config: true } } },
      route: { ...actionShape.route, timeout: true, request_mirror_policies: { cluster: true } },
    },
  },
} as const satisfies Shape;

/** Where a route configuration stands, and what is known of it besides its message. */
export interface RouteConfigPlace {
  readonly key: string;
  readonly label: string;
  /** How it comes: `RDS`, `inline`. */
  readonly origin: string;
  readonly state: ViewNode['state'];
  readonly lastUpdated: string;
  readonly source: ViewSource;
}

/** Adds a route configuration with its virtual hosts and routes, and says where it is. */
export function addRouteConfig(
  graph: Graph,
  references: References,
  config: JsonObject,
  place: RouteConfigPlace,
): number {
  const { source, key, label, state, origin, lastUpdated } = place;
  const hosts = asList(config.virtual_hosts).map(asObject);
  const count = `${hosts.length} virtual ${hosts.length === 1 ? 'host' : 'hosts'}`;
  const node = graph.add({
    ...{ kind: 'routes', key, label, state, note: `${count} · ${origin}`, sources: [source] },
    facts: [
      ['name', asText(config.name)],
      ['comes by', origin],
      ['last updated', lastUpdated],
    ],
  });
  hosts.forEach((host, index) => {
    const path = [...source.path, 'virtual_hosts', index];
    addHost(graph, references, host, { parent: node, source: { ...source, path } });
  });
  return node;
}

interface Part {
  readonly parent: number;
  readonly source: ViewSource;
}

function addHost(graph: Graph, references: References, host: JsonObject, { parent, source }: Part): void {
  const domains = asList(host.domains).map(asText);
  const routes = asList(host.routes).map(asObject);
  const name = asText(host.name);
  const brief = describeDomains(domains);
  const node = graph.add({
    ...{ kind: 'host', key: name, parent, label: shortHostName(name), sources: [source] },
    note: routes.length === 0 ? `no route: 404 · ${brief}` : brief,
    terms: [name, ...domains].join(' '),
    facts: [
      ['name', name],
      ['domains', domains.join(', ')],
      ['routes', String(routes.length)],
    ],
  });
  routes.forEach((route, index) => {
    const path = [...source.path, 'routes', index];
    addRoute(graph, references, route, { parent: node, source: { ...source, path } });
  });
}

function addRoute(graph: Graph, references: References, route: JsonObject, { parent, source }: Part): void {
  const targets = targetsOf(route);
  const origin = istioOrigin(route.metadata);
  const name = asText(route.name);
  const action = describeTargets(route, targets);
  const node = graph.add({
    ...{ kind: 'route', key: String(source.path.at(-1)), parent, sources: [source] },
    label: describeMatch(route.match) || 'any path',
    note: [action, origin].filter((part) => part !== '').join(' · '),
    terms: name,
    facts: [
      ['match', describeMatch(route.match)],
      ['action', describeAction(route)],
      ['name', name],
      ['VirtualService', origin],
      ['timeout', asText(valueAt(route.route, 'timeout'))],
    ],
  });
  for (const { cluster, label } of targets) references.linkCluster(node, cluster, label);
}

/** The path, and the names of the headers and parameters that count: their values may be secret. */
function describeMatch(match: Maybe): string {
  const names = (field: string, word: string): string[] =>
    asList(valueAt(match, field)).map((each) => `${word} ${asText(valueAt(each, 'name'))}`);
  const path = describeRouteMatch(match);
  return [path, ...names('headers', 'header'), ...names('query_parameters', 'parameter')]
    .filter((part) => part !== '')
    .join(' + ');
}

interface Target {
  readonly cluster: string;
  readonly label: string;
}

function targetsOf({ route }: JsonObject): Target[] {
  const action = asObject(route);
  const mirrors = asList(action.request_mirror_policies).map((each) => target(each, 'cluster', 'mirror'));
  const one = target(route, 'cluster', '');
  return [...(one.cluster === '' ? weightedTargets(action.weighted_clusters) : [one]), ...mirrors].filter(
    ({ cluster }) => cluster !== '',
  );
}

/** The clusters among which a share of the requests goes to each. */
export function weightedTargets(weighted: Maybe): Target[] {
  return asList(valueAt(weighted, 'clusters')).map((each) =>
    target(each, 'name', `weight ${asNumber(valueAt(each, 'weight'))}`),
  );
}

const target = (holder: Maybe, field: string, label: string): Target => ({
  cluster: asText(valueAt(holder, field)),
  label,
});

/** Where it leads, with short names of clusters. */
function describeTargets(route: JsonObject, targets: readonly Target[]): string {
  if (!isObject(route.route) || targets.length === 0) return describeAction(route);
  return targets
    .map(({ cluster, label }) => `${shortClusterName(cluster)}${label === '' ? '' : ` ${label}`}`)
    .join(', ');
}

/** Of Istio's virtual hosts, which are called by host and port. */
function shortHostName(name: string): string {
  const [host = '', ...port] = name.split(':');
  return [shortHost(host), ...port].join(':');
}
