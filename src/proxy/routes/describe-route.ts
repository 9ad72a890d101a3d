import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { asList, asObject, asText, valueAt, type Maybe } from '../message/index.ts';

/** The fields of a match that `describeRouteMatch` looks at. */
export const routeMatchShape = {
  prefix: true,
  path_separated_prefix: true,
  path: true,
  safe_regex: { regex: true },
} as const;

/** What the path of a request must be; headers, methods and queries are left out, as istioctl does. */
export function describeRouteMatch(match: Maybe): string {
  const { prefix, path_separated_prefix: segments, path, safe_regex: regex } = asObject(match);
  const parts = [
    asText(prefix) === '' ? '' : `${asText(prefix)}*`,
    asText(segments) === '' ? '' : `PathPrefix:${asText(segments)}`,
    asText(path),
    isObject(regex) ? `regex ${asText(regex.regex)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Where an inline route configuration leads, on one line. */
export function describeRouteConfig(config: JsonObject): string {
  const hosts = asList(config.virtual_hosts).map(asObject);
  const cluster = onlyCluster(hosts);
  return cluster === '' ? `Inline Route: ${hosts.map(describeHost).join('; ')}` : describeCluster(cluster);
}

/** A cluster as a destination: those of Istio that are called `...Cluster` stand for themselves. */
export function describeCluster(name: string): string {
  return name.includes('Cluster') ? name : `Cluster: ${name}`;
}

/** The cluster that gets every request; empty when there is a choice. */
function onlyCluster([host, ...others]: readonly JsonObject[]): string {
  const [route, ...rest] = asList(host?.routes);
  if (host === undefined || others.length > 0 || rest.length > 0 || !isCatchAll(host)) return '';
  return valueAt(route, 'match', 'prefix') === '/' ? asText(valueAt(route, 'route', 'cluster')) : '';
}

function isCatchAll({ domains }: JsonObject): boolean {
  const [domain, ...others] = asList(domains);
  return domain === '*' && others.length === 0;
}

function describeHost(host: JsonObject): string {
  const routes = asList(host.routes).map((route) => describeRouteMatch(valueAt(route, 'match')));
  const domains = isCatchAll(host) ? '' : asList(host.domains).map(asText).join('/');
  return domains === '' ? routes.join(', ') : `${domains} ${routes.join(', ')}`;
}
