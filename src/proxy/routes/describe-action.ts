import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asObject, asText, valueAt, type Maybe } from '../message/index.ts';

/** The fields of a route that `describeAction` looks at. */
export const actionShape = {
  route: {
    cluster: true,
    cluster_header: true,
    weighted_clusters: { clusters: { name: true, weight: true } },
  },
  redirect: {
    https_redirect: true,
    scheme_redirect: true,
    host_redirect: true,
    port_redirect: true,
    path_redirect: true,
    prefix_rewrite: true,
    response_code: true,
  },
  direct_response: { status: true },
  non_forwarding_action: {},
} as const;

/** What a route does with a request, on one line. */
export function describeAction(route: JsonObject): string {
  if (isObject(route.route)) return describeTarget(route.route);
  if (isObject(route.redirect)) return describeRedirect(route.redirect);
  if (isObject(route.direct_response)) return `answer ${asNumber(route.direct_response.status)}`;
  return route.non_forwarding_action === undefined ? '' : 'no forwarding';
}

function describeTarget({
  cluster,
  cluster_header: header,
  weighted_clusters: weighted,
}: JsonObject): string {
  if (asText(cluster) !== '') return asText(cluster);
  if (asText(header) !== '') return `cluster of header ${asText(header)}`;
  return asList(valueAt(weighted, 'clusters')).map(describeWeight).join(', ');
}

function describeWeight(cluster: Maybe): string {
  return `${asText(valueAt(cluster, 'name'))} ${asNumber(valueAt(cluster, 'weight'))}`;
}

/** Envoy's enum; an absent one is the first. */
const codes: Readonly<Record<string, number>> = {
  MOVED_PERMANENTLY: 301,
  FOUND: 302,
  SEE_OTHER: 303,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
};

function describeRedirect(redirect: JsonObject): string {
  const { https_redirect: https, scheme_redirect: scheme, port_redirect: port } = asObject(redirect);
  const target = [
    https === true ? 'https://' : asText(scheme) === '' ? '' : `${asText(scheme)}://`,
    asText(redirect.host_redirect),
    asNumber(port) === 0 ? '' : `:${asNumber(port)}`,
    asText(redirect.path_redirect) || asText(redirect.prefix_rewrite),
  ].join('');
  return `redirect ${codes[asText(redirect.response_code)] ?? 301} ${target}`.trimEnd();
}
