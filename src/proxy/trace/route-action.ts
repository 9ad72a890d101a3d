import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { followCluster } from './cluster-step.ts';
import { headerValue } from './header-match.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import { redirectOf } from './redirect.ts';
import { shareOf } from './route-match.ts';
import { routeSettings } from './route-settings.ts';
import type { RouteCandidate } from './route-choice.ts';
import type { HttpRequest, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/**
 * Does what the route says: answer, redirect, or send on to a cluster; of weighted clusters only to those that `takes`
 * takes, by their index.
 */
export function followRoute(
  walk: Walk,
  { route, name, path }: RouteCandidate,
  http: HttpRequest,
  takes?: (index: number) => boolean,
): Verdict {
  const answer = valueAt(route, 'direct_response');
  if (answer !== undefined) return answerDirectly(walk, { answer, name, path });
  const redirect = valueAt(route, 'redirect');
  if (redirect !== undefined) {
    const { status, location } = redirectOf(redirect, valueAt(route, 'match'), http);
    const field = { path: `${path}.redirect`, value: redirect };
    walk.steps.push({ stage: 'action', name, reason: `redirects (${status}) to ${location}`, field });
    return { kind: 'redirect', status, location };
  }
  const action = valueAt(route, 'route');
  if (isObject(action)) return forward(walk, { action, route, name, path, http, takes });
  const why = 'the route only passes the request through the filters';
  walk.steps.push({ stage: 'action', name, reason: why });
  return { kind: 'no-route', status: 404 };
}

function answerDirectly(
  walk: Walk,
  { answer, name, path }: { answer: Maybe; name: string; path: string },
): Verdict {
  const status = asNumber(valueAt(answer, 'status'));
  walk.steps.push({
    ...{ stage: 'action', name, reason: `answers with status ${status} itself` },
    field: { path: `${path}.direct_response.status`, value: status },
  });
  return { kind: 'direct-response', status };
}

interface Forwarding {
  readonly action: JsonObject;
  readonly route: Maybe;
  readonly name: string;
  readonly path: string;
  readonly http: HttpRequest;
  readonly takes: ((index: number) => boolean) | undefined;
}

/** The weighted clusters of a route that have a `typed_per_filter_config` of their own, and can be chosen. */
export function clustersWithSettings(
  route: Maybe,
): { readonly index: number; readonly cluster: string; readonly config: Json }[] {
  return asList(valueAt(route, 'route', 'weighted_clusters', 'clusters')).flatMap((each, index) => {
    const config = valueAt(each, 'typed_per_filter_config');
    if (config === undefined || weightOf(each) === 0) return [];
    return [{ index, cluster: asText(valueAt(each, 'name')), config }];
  });
}

function forward(walk: Walk, forwarding: Forwarding): Verdict {
  const { action, name, path, http, takes } = forwarding;
  const shares = clusterShares(action, http, takes);
  const field = clusterFields.find((each) => action[each] !== undefined) ?? 'route';
  walk.steps.push({
    ...{ stage: 'action', name },
    reason: [shareText(shares), ...routeSettings(action, forwarding.route, http)].join('; '),
    field: { path: `${path}.route.${field}`, value: action[field] ?? null },
  });
  for (const mirror of asList(action.request_mirror_policies))
    walk.steps.push({
      ...{ stage: 'action', name: asText(valueAt(mirror, 'cluster')) },
      reason: `gets a copy of ${copiesText(mirror)}, whose answer is dropped`,
    });
  return followShares(walk, shares, { name, field });
}

/** Follows each of several clusters; an empty list is one that the dump does not tell. */
export function followShares(
  walk: Walk,
  shares: readonly ClusterShare[],
  { name, field }: { readonly name: string; readonly field: string },
): Verdict {
  if (shares.length === 0) {
    const because = `${name} chooses the cluster by ${field}, which the dump does not tell`;
    return { kind: 'unknown', because: [because], possibilities: [] };
  }
  const verdicts = shares.map(({ cluster, percent }) => followCluster(walk, cluster, percent));
  return mergeVerdicts(verdicts, ['the cluster is chosen at random, by weight']);
}

export interface ClusterShare {
  readonly cluster: string;
  readonly percent: number;
}

/** The clusters of a `WeightedCluster` that can be chosen. */
export function weightedShares(
  weighted: Maybe,
  http?: HttpRequest,
  takes: (index: number) => boolean = () => true,
): ClusterShare[] {
  const clusters = asList(valueAt(weighted, 'clusters'));
  const total = clusters.reduce<number>((sum, each) => sum + weightOf(each), 0);
  const chosen = clusters.filter((each, index) => weightOf(each) > 0 && takes(index));
  return chosen.map((each) => {
    const header = asText(valueAt(each, 'cluster_header'));
    const named = header === '' || http === undefined ? '' : (headerValue(http, header) ?? '');
    const percent = Math.round((weightOf(each) / total) * 10_000) / 100;
    return { cluster: asText(valueAt(each, 'name')) || named, percent };
  });
}

const weightOf = (cluster: Maybe): number => asNumber(valueAt(cluster, 'weight'));

export function shareText(shares: readonly ClusterShare[]): string {
  if (shares.length === 1 && shares[0]?.percent === 100)
    return `sends it to ${shares[0].cluster || '(no cluster)'}`;
  if (shares.length === 0) return 'sends it to a cluster that the dump does not tell';
  return `sends it to one of ${shares.map(({ cluster, percent }) => `${cluster} (${percent} %)`).join(', ')}`;
}

const clusterFields = ['cluster', 'weighted_clusters', 'cluster_header'];

function clusterShares(
  action: JsonObject,
  http: HttpRequest,
  takes: ((index: number) => boolean) | undefined,
): ClusterShare[] {
  if (action.weighted_clusters !== undefined) return weightedShares(action.weighted_clusters, http, takes);
  if (action.cluster !== undefined) return [{ cluster: asText(action.cluster), percent: 100 }];
  const header = asText(action.cluster_header);
  return header === '' ? [] : [{ cluster: headerValue(http, header) ?? '', percent: 100 }];
}

function copiesText(mirror: Maybe): string {
  const percent = valueAt(mirror, 'runtime_fraction', 'default_value');
  if (percent === undefined) return 'the request';
  const { share, whole } = shareOf(percent);
  return share >= whole ? 'the request' : `${(share / whole) * 100} % of such requests`;
}
