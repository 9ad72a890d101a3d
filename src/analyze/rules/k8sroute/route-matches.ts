import { compareText } from '../../../compare-text.ts';
import type { Path } from '../../../path.ts';
import { anyHost, createdAt, hostnamesMeet, hostnamesOf, type Route } from '../../gateway-api/index.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';

/** One match of a rule, wherever it is served. */
export interface RouteMatch {
  readonly route: Route;
  readonly path: Path;
  /** What is the same for matches that take the same requests. */
  readonly keys: readonly string[];
}

/** The matches of the HTTP and gRPC routes, those that win first: older routes, then names, then the order of rules. */
export function routeMatches(routes: readonly Route[]): readonly RouteMatch[] {
  const ordered = routes
    .map((route) => ({ route, order: `${createdAt(route.object)} ${fullName(route.object)}` }))
    .sort((a, b) => compareText(a.order, b.order));
  return ordered.flatMap(({ route }) => matchesOf(route));
}

function matchesOf(route: Route): readonly RouteMatch[] {
  const { object } = route;
  if (object.kind !== 'HTTPRoute' && object.kind !== 'GRPCRoute') return [];
  const places = placesOf(route);
  const rules: readonly { readonly matches?: readonly unknown[] }[] = object.spec.rules ?? [];
  return rules.flatMap(({ matches = [] }, rule) => {
    const path: Path = ['spec', 'rules', rule];
    const held = matches.length === 0 ? [{ match: {}, path }] : placed(matches, path);
    return held.map(({ match, path: place }) => {
      const text = `${object.kind} ${canonical(match)}`;
      return { route, path: place, keys: places.map((where) => `${where} ${text}`) };
    });
  });
}

const placed = (matches: readonly unknown[], path: Path): readonly { match: unknown; path: Path }[] =>
  matches.map((match, index) => ({ match, path: [...path, 'matches', index] }));

/** The listeners with a host, and the Services, at which a route takes requests. */
function placesOf({ object, parents }: Route): readonly string[] {
  const hostnames = hostnamesOf(object);
  return parents.flatMap(({ ref, outcome }) => {
    if (outcome.state === 'mesh') return [`${idOf(outcome.target)} ${ref.port} ${object.namespace}`];
    if (outcome.state !== 'listeners') return [];
    return outcome.attached.flatMap((listener) =>
      hostnames
        .filter((hostname) => hostnamesMeet(hostname, listener.hostname))
        .map(
          (hostname) =>
            `${idOf(listener.owner)} ${listener.name} ${hostname === anyHost ? listener.hostname : hostname}`,
        ),
    );
  });
}

const idOf = (object: MeshObject): string => `${object.kind} ${fullName(object)}`;

/** A value as text, without regard to the order of fields and of conditions, and with the defaults of a match. */
function canonical(match: unknown): string {
  const fields = { path: { type: 'PathPrefix', value: '/' }, ...(match as object) };
  return JSON.stringify(fields, (_, value: unknown) => sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}
