import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { demandTls } from './require-tls.ts';
import { clustersWithSettings, followRoute } from './route-action.ts';
import { chooseRoute, type RouteCandidate, type RouteChoice } from './route-choice.ts';
import { routeConfiguration, type Managed } from './route-configuration.ts';
import type { TraceStep, Verdict } from './trace.ts';
import { hostOf, pickVirtualHost } from './virtual-host.ts';
import type { Walk } from './walk.ts';

/** What may become of a request that the filters let pass, and how the filters are set for it. */
export interface Variant {
  /** The route, and where it stands; undefined without one. */
  readonly route?: Maybe;
  readonly path: string;
  /** The `typed_per_filter_config` that count, the nearest to the request first. */
  readonly overrides: readonly Maybe[];
  /** What is to be said before the filters. */
  readonly step?: TraceStep | undefined;
  /** Why it is not sure that this is what becomes of the request. */
  readonly because?: string | undefined;
  /** Goes on after the filters. */
  readonly follow: () => Verdict;
}

export interface Routing {
  readonly variants: readonly Variant[];
  /** Why there are several. */
  readonly because: readonly string[];
}

const settings = (value: Maybe): Maybe => valueAt(value, 'typed_per_filter_config');

/** Finds what routes make of a request: route configuration, virtual host, route, and what depends on chance. */
export function findRouting(walk: Walk, managed: Managed): Routing {
  const found = routeConfiguration(walk, managed);
  if ('kind' in found) return alone({ path: '', overrides: [], follow: () => found });
  const { config, at } = found;
  const { http } = managed;
  const choice = pickVirtualHost(config, http.authority);
  const tried = hostOf(config, http.authority);
  if (choice === undefined) {
    const reason = `no virtual host is responsible for ${tried}`;
    walk.steps.push({ stage: 'virtual host', name: at, reason });
    return alone({ path: at, overrides: [settings(config)], follow: noRoute });
  }
  const virtualHost = asList(valueAt(config, 'virtual_hosts'))[choice.index];
  const path = `${at}.virtual_hosts[${choice.index}]`;
  walk.steps.push({
    stage: 'virtual host',
    name: asText(valueAt(virtualHost, 'name')),
    reason: `responsible for ${tried} by domain ${choice.domain}`,
    field: { path: `${path}.domains[${choice.domainIndex}]`, value: choice.domain },
  });
  return routeIn(walk, { ...managed, config, virtualHost, at: path });
}

const noRoute = (): Verdict => ({ kind: 'no-route', status: 404 });
const alone = (variant: Variant): Routing => ({ variants: [variant], because: [] });

interface Hosted extends Managed {
  readonly config: Maybe;
  readonly virtualHost: Maybe;
  /** Where the virtual host stands. */
  readonly at: string;
}

function routeIn(walk: Walk, hosted: Hosted): Routing {
  const { config, virtualHost, at, http } = hosted;
  const secured = secure(walk, hosted);
  const outer = [settings(virtualHost), settings(config)];
  if (secured !== undefined) return alone({ path: at, overrides: outer, follow: () => secured });
  const choice = chooseRoute(virtualHost, { http, connection: walk.request }, at);
  for (const candidate of choice.candidates) pushRoute(walk, candidate, choice);
  if (choice.candidates.length === 0)
    walk.steps.push({
      stage: 'route',
      name: asText(valueAt(virtualHost, 'name')),
      reason: 'no route of the virtual host matches',
      rejected: choice.rejected,
    });
  const variants = choice.candidates.flatMap((candidate) => variantsOf(walk, { candidate, outer, hosted }));
  if (!choice.sure) variants.push({ path: at, overrides: outer, follow: noRoute });
  return { variants, because: variants.flatMap(({ because }) => because ?? []) };
}

/** A redirect to https, when the virtual host demands it; a branch when it may. */
function secure(walk: Walk, { manager, virtualHost, at, http }: Hosted): Verdict | undefined {
  const { redirects, reason } = demandTls(manager, virtualHost, { http, connection: walk.request });
  if (reason === '') return undefined;
  const name = asText(valueAt(virtualHost, 'name'));
  const field = { path: `${at}.require_tls`, value: asText(valueAt(virtualHost, 'require_tls')) };
  walk.steps.push({ stage: 'virtual host', name, reason, field });
  const verdict: Verdict = {
    kind: 'redirect',
    status: 301,
    location: `https://${http.authority}${http.path}`,
  };
  if (redirects === 'unknown') walk.branches.push({ because: `virtual host ${name}: ${reason}`, verdict });
  return redirects === 'yes' ? verdict : undefined;
}

function pushRoute(walk: Walk, candidate: RouteCandidate, { candidates, rejected }: RouteChoice): void {
  const { name, path, judgement, route } = candidate;
  const value = valueAt(route, ...judgement.field.replace(/\[.*/, '').split('.'));
  walk.steps.push({
    ...{ stage: 'route', name },
    reason: judgement.decision === 'yes' ? judgement.reason : `may match: ${judgement.reason}`,
    ...(value !== undefined && { field: { path: `${path}.${judgement.field}`, value } }),
    ...(candidate === candidates[0] && rejected.length > 0 && { rejected }),
  });
}

/** A route is one variant, and one more for each of its clusters that has filter settings of its own. */
function variantsOf(
  walk: Walk,
  {
    candidate,
    outer,
    hosted: { http },
  }: { readonly candidate: RouteCandidate; readonly outer: readonly Maybe[]; readonly hosted: Hosted },
): Variant[] {
  const { route, name, path, judgement } = candidate;
  const overrides = [settings(route), ...outer];
  const because = judgement.decision === 'unknown' ? `route ${name}: ${judgement.reason}` : undefined;
  const special = clustersWithSettings(route);
  if (special.length === 0)
    return [{ route, path, overrides, because, follow: () => followRoute(walk, candidate, http) }];
  const weights = 'the cluster is chosen at random, by weight, and has filter settings of its own';
  const own = special.map(({ index, cluster, config }): Variant => ({
    ...{ route, path, because: because ?? weights },
    overrides: [config, ...overrides],
    step: {
      ...{ stage: 'route', name },
      reason: `when ${cluster} is chosen, its own filter settings count`,
      field: {
        path: `${path}.route.weighted_clusters.clusters[${index}].typed_per_filter_config`,
        value: config,
      },
    },
    follow: () => followRoute(walk, candidate, http, (each) => each === index),
  }));
  const others = (index: number): boolean => special.every((each) => each.index !== index);
  const rest = asList(valueAt(route, 'route', 'weighted_clusters', 'clusters')).some(
    (each, index) => others(index) && Number(valueAt(each, 'weight') ?? 0) > 0,
  );
  const common: Variant = {
    ...{ route, path, overrides, because: because ?? weights },
    step: { stage: 'route', name, reason: 'when another cluster is chosen' },
    follow: () => followRoute(walk, candidate, http, others),
  };
  return rest ? [...own, common] : own;
}
