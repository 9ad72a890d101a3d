import type { Path } from '../../../path.ts';
import { regexFault } from '../../../validate/index.ts';
import type { KindSpecs } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import type { Expression, Subject } from './expression.ts';
import { routeExpressions } from './route-expressions.ts';

/** Every regular expression of the mesh that RE2 can read: `mesh.derive(expressionsOf)`. */
export const expressionsOf = (mesh: Mesh): readonly Expression[] =>
  [
    ...mesh.of('VirtualService').flatMap((service) => [...inVirtualService(service)]),
    ...[...mesh.of('HTTPRoute'), ...mesh.of('GRPCRoute')].flatMap((route) => [...routeExpressions(route)]),
  ].filter(({ text }) => text !== '' && regexFault(text) === undefined);

type Route = NonNullable<KindSpecs['VirtualService']['http']>[number];
type Match = NonNullable<Route['match']>[number];
type Text = NonNullable<Match['uri']>;
type Place = Pick<Expression, 'object' | 'path'>;

function* inVirtualService(object: MeshObject<'VirtualService'>): Generator<Expression> {
  for (const [index, route] of (object.spec.http ?? []).entries()) yield* inRoute(route, object, index);
}

function* inRoute(route: Route, object: MeshObject, index: number): Generator<Expression> {
  const { match = [], corsPolicy = {}, rewrite = {} } = route;
  const path: Path = ['spec', 'http', index];
  for (const [number, item] of match.entries())
    yield* inMatch(item, { object, path: [...path, 'match', number] });
  for (const [number, origin] of (corsPolicy.allowOrigins ?? []).entries())
    yield* inText(origin, 'origin', { object, path: [...path, 'corsPolicy', 'allowOrigins', number] });
  const { match: text = '' } = rewrite.uriRegexRewrite ?? {};
  const place = [...path, 'rewrite', 'uriRegexRewrite', 'match'];
  yield { object, path: place, text, subject: 'part', instead: [] };
}

function* inMatch(match: Match, { object, path }: Place): Generator<Expression> {
  const { uri, authority, ignoreUriCase = false, queryParams = {} } = match;
  // Case is ignored for `exact` and `prefix` only, so that these would not mean the same.
  yield* inText(uri, 'path', { object, path: [...path, 'uri'] }, ignoreUriCase ? [] : undefined);
  yield* inText(authority, 'host', { object, path: [...path, 'authority'] });
  for (const field of ['scheme', 'method'] as const)
    yield* inText(match[field], 'text', { object, path: [...path, field] });
  for (const field of ['headers', 'withoutHeaders'] as const)
    yield* inHeaders(match[field] ?? {}, { object, path: [...path, field] });
  for (const [name, text] of Object.entries(queryParams))
    yield* inText(text, 'text', { object, path: [...path, 'queryParams', name] }, ['exact']);
}

function* inHeaders(headers: Readonly<Record<string, Text>>, { object, path }: Place): Generator<Expression> {
  for (const [name, text] of Object.entries(headers))
    yield* inText(text, subjectOf(name), { object, path: [...path, name] });
}

function* inText(
  match: Text | undefined,
  subject: Subject,
  { object, path }: Place,
  instead: Expression['instead'] = ['exact', 'prefix'],
): Generator<Expression> {
  const text = match?.regex;
  if (text !== undefined) yield { object, path: [...path, 'regex'], text, subject, instead };
}

function subjectOf(header: string): Subject {
  const name = header.toLowerCase();
  if (name === ':authority' || name === 'host') return 'host';
  return name === 'origin' ? 'origin' : 'text';
}
