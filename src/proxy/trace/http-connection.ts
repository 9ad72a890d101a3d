import { asList, valueAt, type Maybe } from '../message/index.ts';
import { headerValue } from './header-match.ts';
import { passHttpFilters } from './http-filters.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import { normalizePath } from './normalize-path.ts';
import type { Managed } from './route-configuration.ts';
import { findRouting, type Variant } from './routing.ts';
import type { HttpRequest, Verdict } from './trace.ts';
import { judgeUpgrade } from './upgrade.ts';
import { withoutPort } from './virtual-host.ts';
import type { Walk } from './walk.ts';

/** Passes an HTTP request through a connection manager, whose configuration stands at `path`. */
export function passHttpConnection(walk: Walk, manager: Maybe, path: string, http: HttpRequest): Verdict {
  if (isGrpc(http))
    walk.assumptions.add('answers of the proxy itself come to gRPC clients as status 200 with a grpc-status');
  const prepared = prepare(walk, { manager, path, http });
  if ('kind' in prepared) return prepared;
  const managed = { manager, path, http: prepared };
  const { variants, because } = findRouting(walk, managed);
  const verdicts = groupsOf(variants).map((group) => passGroup(walk, managed, group));
  return mergeVerdicts(verdicts, because);
}

const isGrpc = (http: HttpRequest): boolean =>
  /^application\/grpc(\+|$)/.test(headerValue(http, 'content-type') ?? '');

/** The request after what is done to host and path before it is routed; a verdict when that ends it. */
function prepare(walk: Walk, { manager, path, http }: Managed): HttpRequest | Verdict {
  const authority = preparedHost(manager, http);
  if (http.method === 'CONNECT') return { ...http, authority };
  const normal = normalizePath(manager, http.path);
  const change = { continue: 'becomes', redirect: 'is redirected to', reject: '' }[normal.action];
  const reason =
    normal.action === 'reject'
      ? `the path ${http.path} is refused as it is written`
      : `the path ${http.path} ${change} ${normal.path} before it is matched`;
  if (normal.field !== '' || normal.action === 'reject')
    walk.steps.push({
      ...{ stage: 'request', name: 'path', reason },
      ...(normal.field !== '' && {
        field: { path: `${path}.${normal.field}`, value: valueAt(manager, normal.field) ?? null },
      }),
    });
  if (normal.action === 'continue') return { ...http, authority, path: normal.path };
  if (normal.action === 'reject' || isGrpc(http)) return { kind: 'direct-response', status: 400 };
  return { kind: 'redirect', status: 307, location: normal.path };
}

function preparedHost(manager: Maybe, { authority, method }: HttpRequest): string {
  const strips = valueAt(manager, 'strip_any_host_port') === true && method !== 'CONNECT';
  const dotted = valueAt(manager, 'strip_trailing_host_dot') === true;
  const host = strips ? withoutPort(authority) : authority;
  return dotted ? host.replace(/\.(?=:\d+$|$)/, '') : host;
}

/** Variants that filters treat alike are passed through them together. */
function groupsOf(variants: readonly Variant[]): (readonly [Variant, ...Variant[]])[] {
  const groups = new Map<string, [Variant, ...Variant[]]>();
  for (const variant of variants) {
    const key = JSON.stringify([
      variant.overrides.filter((each) => each !== undefined),
      valueAt(variant.route, 'route', 'upgrade_configs') ?? null,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [variant]);
    else group.push(variant);
  }
  return [...groups.values()];
}

function passGroup(walk: Walk, managed: Managed, group: readonly [Variant, ...Variant[]]): Verdict {
  const [first] = group;
  const { manager, path, http } = managed;
  for (const { step } of group) if (step !== undefined) walk.steps.push(step);
  const upgrade = first.route === undefined ? undefined : judgeUpgrade(manager, first.route, http);
  if (upgrade !== undefined) {
    const at = upgrade.field.of === 'manager' ? path : first.path;
    const field = { path: `${at}.${upgrade.field.name}`, value: upgrade.field.value };
    walk.steps.push({ stage: 'request', name: upgrade.type, reason: upgrade.reason, field });
    if (!upgrade.allowed) return { kind: 'direct-response', status: 403 };
  }
  const { list, name } = upgrade?.filters ?? {
    list: asList(valueAt(manager, 'http_filters')),
    name: 'http_filters',
  };
  const filtered = passHttpFilters(
    { ...walk, request: { ...walk.request, http } },
    { manager, list, path: `${path}.${name}`, overrides: first.overrides },
  );
  if (filtered !== undefined) return filtered;
  return mergeVerdicts(
    group.map((each) => each.follow()),
    group.flatMap(({ because }) => (because === undefined ? [] : [because])),
  );
}
