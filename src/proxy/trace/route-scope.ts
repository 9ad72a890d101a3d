import type { Json } from '../../resources/index.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import type { HttpRequest, RejectedChoice, Verdict } from './trace.ts';
import { usedItems, type Walk } from './walk.ts';

/** A `ScopedRouteConfiguration` and where it stands in the dump. */
export interface RouteScope {
  readonly message: Json;
  readonly at: string;
}

/** The `scoped_routes` of a connection manager at `path`, and the request. */
export interface ScopeQuestion {
  readonly scoped: Maybe;
  readonly path: string;
  readonly http: HttpRequest;
}

/** Finds the scope whose key the request has: each part of the key comes from a header. */
export function chooseScope(walk: Walk, { scoped, path, http }: ScopeQuestion): RouteScope | Verdict {
  const builders = asList(valueAt(scoped, 'scope_key_builder', 'fragments'));
  const parts = builders.map((each) => fragment(valueAt(each, 'header_value_extractor'), http));
  const at = `${path}.scoped_routes`;
  const missing = parts.findIndex((part) => part === undefined);
  const list = scopesOf(walk, scoped, at);
  if (list === undefined)
    return { kind: 'unknown', because: ['the dump has no scoped routes'], possibilities: [] };
  const key = parts.map((part) => part ?? '');
  const found = missing < 0 ? list.find(({ message }) => hasKey(message, key)) : undefined;
  const rejected = list
    .filter((each) => each !== found)
    .map(({ message, at: place }): RejectedChoice => {
      const reason = `its key is ${keyOf(message).join(', ')}`;
      return { name: asText(valueAt(message, 'name')), reason, path: `${place}.key` };
    });
  walk.steps.push({
    ...{ stage: 'network filter', name: `scope ${asText(valueAt(found?.message, 'name')) || 'none'}` },
    reason:
      missing < 0
        ? `the key of the request is ${key.join(', ')}`
        : `the request has no ${sourceOf(builders[missing])}`,
    field: { path: `${at}.scope_key_builder.fragments`, value: [...builders] },
    ...(rejected.length > 0 && { rejected }),
  });
  return found ?? { kind: 'no-route', status: 404 };
}

const sourceOf = (builder: Maybe): string =>
  `key in the header ${asText(valueAt(builder, 'header_value_extractor', 'name'))}`;

const keyOf = (scope: Json): string[] =>
  asList(valueAt(scope, 'key', 'fragments')).map((each) => asText(valueAt(each, 'string_key')));

function hasKey(scope: Json, key: readonly string[]): boolean {
  const own = keyOf(scope);
  return own.length === key.length && own.every((part, index) => part === key[index]);
}

/** Those in place, or those that were sent (SRDS); undefined when the dump lists none. */
function scopesOf(walk: Walk, scoped: Maybe, at: string): RouteScope[] | undefined {
  const inline = valueAt(scoped, 'scoped_route_configurations_list');
  if (inline !== undefined)
    return asList(valueAt(inline, 'scoped_route_configurations')).map((message, index) => ({
      message,
      at: `${at}.scoped_route_configurations_list.scoped_route_configurations[${index}]`,
    }));
  const name = asText(valueAt(scoped, 'name'));
  const sent = usedItems(walk, 'scopedRoutes').filter((item) => item.name === name);
  if (sent.length === 0) return undefined;
  return sent.flatMap((item) =>
    asList(valueAt(item.whole(), 'scoped_route_configs')).map((message, index) => ({
      message,
      at: `scopedRoutes[${name}].scoped_route_configs[${index}]`,
    })),
  );
}

/** A part of the key, from the first value of a header: all of it, one of its elements, or what stands after a name. */
function fragment(extractor: Maybe, http: HttpRequest): string | undefined {
  const name = asText(valueAt(extractor, 'name')).toLowerCase();
  const value = valueOf(http, name);
  if (value === undefined) return undefined;
  const separator = asText(valueAt(extractor, 'element_separator'));
  const elements = separator === '' ? [value] : value.split(separator);
  const named = valueAt(extractor, 'element');
  if (named === undefined) return elements[asNumber(valueAt(extractor, 'index'))];
  const between = asText(valueAt(named, 'separator'));
  const key = asText(valueAt(named, 'key'));
  const found = elements.find((each) => each === key || each.startsWith(`${key}${between}`));
  return found?.slice(key.length + between.length);
}

function valueOf(http: HttpRequest, name: string): string | undefined {
  if (name === 'host' || name === ':authority') return http.authority;
  if (name === ':path') return http.path;
  if (name === ':method') return http.method;
  return http.headers.find(([each]) => each === name)?.[1];
}
