import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { passHttpFilters } from './http-filters.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import { barePath } from './path-match.ts';
import { followRoute } from './route-action.ts';
import { chooseRoute, type RouteCandidate, type RouteChoice } from './route-choice.ts';
import type { HttpRequest, Verdict } from './trace.ts';
import { hostOf, pickVirtualHost, withoutPort } from './virtual-host.ts';
import { resourceNamed, type Walk } from './walk.ts';

/** Passes an HTTP request through a connection manager, whose configuration stands at `path`. */
export function passHttpConnection(walk: Walk, manager: Maybe, path: string, http: HttpRequest): Verdict {
  const request = normalized(manager, http);
  const routing = route(walk, { manager, path, http: request });
  const overrides = [routing.route, routing.virtualHost, routing.config].map((each) =>
    valueAt(each, 'typed_per_filter_config'),
  );
  const filtered = passHttpFilters(
    { ...walk, request: { ...walk.request, http: request } },
    { manager, path, overrides },
  );
  return filtered ?? routing.follow();
}

/** What routing came to. `follow` is called when the filters let the request pass. */
interface Routing {
  readonly config?: Maybe;
  readonly virtualHost?: Maybe;
  readonly route?: Maybe;
  readonly follow: () => Verdict;
}

interface Managed {
  readonly manager: Maybe;
  readonly path: string;
  readonly http: HttpRequest;
}

function route(walk: Walk, managed: Managed): Routing {
  const found = routeConfiguration(walk, managed);
  if (found === undefined) return { follow: () => ({ kind: 'no-route', status: 404 }) };
  const { config, at } = found;
  const { http } = managed;
  const choice = pickVirtualHost(config, http.authority);
  const tried = hostOf(config, http.authority);
  if (choice === undefined) {
    const reason = `no virtual host is responsible for ${tried}`;
    walk.steps.push({ stage: 'virtual host', name: at, reason });
    return { config, follow: () => ({ kind: 'no-route', status: 404 }) };
  }
  const virtualHost = asList(valueAt(config, 'virtual_hosts'))[choice.index];
  const path = `${at}.virtual_hosts[${choice.index}]`;
  walk.steps.push({
    stage: 'virtual host',
    name: asText(valueAt(virtualHost, 'name')),
    reason: `responsible for ${tried} by domain ${choice.domain}`,
    field: { path: `${path}.domains[${choice.domainIndex}]`, value: choice.domain },
  });
  const secured = requireTls(virtualHost, http);
  if (secured !== undefined) {
    const field = { path: `${path}.require_tls`, value: asText(valueAt(virtualHost, 'require_tls')) };
    walk.steps.push({
      stage: 'virtual host',
      name: asText(valueAt(virtualHost, 'name')),
      reason: 'demands https',
      field,
    });
    return { config, virtualHost, follow: () => secured };
  }
  return routeIn(walk, { config, virtualHost, path, http });
}

function routeIn(
  walk: Walk,
  { config, virtualHost, path, http }: { config: Maybe; virtualHost: Maybe; path: string; http: HttpRequest },
): Routing {
  const choice = chooseRoute(virtualHost, { http, connection: walk.request }, path);
  for (const candidate of choice.candidates) pushRoute(walk, candidate, choice);
  if (choice.candidates.length === 0)
    walk.steps.push({
      stage: 'route',
      name: asText(valueAt(virtualHost, 'name')),
      reason: 'no route of the virtual host matches',
      rejected: choice.rejected,
    });
  return {
    ...{ config, virtualHost },
    route: choice.candidates[0]?.route,
    follow: () => followChoice(walk, choice, http),
  };
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

function followChoice(walk: Walk, { candidates, sure }: RouteChoice, http: HttpRequest): Verdict {
  const verdicts = candidates.map((candidate) => followRoute(walk, candidate, http));
  if (!sure) verdicts.push({ kind: 'no-route', status: 404 });
  const because = candidates
    .filter(({ judgement }) => judgement.decision === 'unknown')
    .map(({ name, judgement }) => `route ${name}: ${judgement.reason}`);
  return mergeVerdicts(verdicts, because);
}

/** The route configuration in place, or the one that is sent under a name (RDS). */
function routeConfiguration(
  walk: Walk,
  { manager, path }: Managed,
): { config: Maybe; at: string } | undefined {
  const inline = valueAt(manager, 'route_config');
  if (inline !== undefined) return { config: inline, at: `${path}.route_config` };
  const name = valueAt(manager, 'rds', 'route_config_name');
  if (name === undefined) {
    walk.steps.push({
      stage: 'virtual host',
      name: path,
      reason: 'its routes depend on the request (scoped routes), which is not followed',
    });
    walk.assumptions.add('scoped routes are not followed');
    return undefined;
  }
  const config = resourceNamed(walk, 'routes', asText(name));
  const field = { path: `${path}.rds.route_config_name`, value: name };
  const reason =
    config === undefined ? 'the dump has no such routes' : 'its routes were sent by this name (RDS)';
  walk.steps.push({ stage: 'network filter', name: `routes ${asText(name)}`, reason, field });
  return config && { config, at: `routes[${asText(name)}]` };
}

function requireTls(virtualHost: Maybe, { scheme, authority, path }: HttpRequest): Verdict | undefined {
  const demand = asText(valueAt(virtualHost, 'require_tls'));
  if (scheme === 'https' || demand !== 'ALL') return undefined;
  return { kind: 'redirect', status: 301, location: `https://${authority}${path}` };
}

/** The request after what the connection manager does to host and path before it routes. */
function normalized(manager: Maybe, http: HttpRequest): HttpRequest {
  const strips = valueAt(manager, 'strip_any_host_port') === true;
  const dotted = valueAt(manager, 'strip_trailing_host_dot') === true;
  const authority = strips ? withoutPort(http.authority) : http.authority;
  return {
    ...http,
    authority: dotted ? authority.replace(/\.(?=:\d+$|$)/, '') : authority,
    path: normalizedPath(manager, http.path),
  };
}

function normalizedPath(manager: Maybe, path: string): string {
  const bare = barePath(path);
  const rest = path.slice(bare.length);
  if (!bare.startsWith('/')) return path;
  let result = bare;
  if (valueAt(manager, 'normalize_path') === true) result = new URL(`http://host${bare}`).pathname;
  if (valueAt(manager, 'merge_slashes') === true) result = result.replace(/\/{2,}/g, '/');
  return result + rest;
}
