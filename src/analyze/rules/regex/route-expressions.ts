import type { Path } from '../../../path.ts';
import type { MeshObject } from '../../mesh-object.ts';
import type { Expression, Subject } from './expression.ts';

interface TypedMatch {
  readonly type?: string;
  readonly name?: string;
  readonly value?: string;
  readonly service?: string;
  readonly method?: string;
}

interface Match {
  readonly path?: TypedMatch;
  readonly method?: string | TypedMatch;
  readonly headers?: readonly TypedMatch[];
  readonly queryParams?: readonly TypedMatch[];
}

type Route = MeshObject<'HTTPRoute'> | MeshObject<'GRPCRoute'>;

/** The regular expressions of a route of Gateway API. A path prefix goes by whole segments there, so it is another thing. */
export function* routeExpressions(object: Route): Generator<Expression> {
  const rules: readonly { readonly matches?: readonly Match[] }[] = object.spec.rules ?? [];
  for (const [rule, { matches = [] }] of rules.entries()) {
    for (const [index, match] of matches.entries())
      yield* inMatch(match, ['spec', 'rules', rule, 'matches', index], object);
  }
}

function* inMatch(
  { path: held, method, headers = [], queryParams = [] }: Match,
  path: Path,
  object: Route,
): Generator<Expression> {
  if (held !== undefined) yield* inTyped(held, 'path', [...path, 'path'], object);
  if (typeof method === 'object') yield* inTyped(method, 'text', [...path, 'method'], object);
  for (const [index, header] of headers.entries()) {
    const subject = header.name?.toLowerCase() === 'origin' ? 'origin' : 'text';
    yield* inTyped(header, subject, [...path, 'headers', index], object);
  }
  for (const [index, param] of queryParams.entries())
    yield* inTyped(param, 'text', [...path, 'queryParams', index], object);
}

function* inTyped(match: TypedMatch, subject: Subject, path: Path, object: Route): Generator<Expression> {
  if (match.type !== 'RegularExpression') return;
  for (const field of ['value', 'service', 'method'] as const) {
    const text = match[field];
    if (text === undefined) continue;
    const instead: Expression['instead'] = field === 'value' || grpcName.test(text) ? ['exact'] : [];
    yield { object, path: [...path, field], text, subject, instead };
  }
}

/** Exact names of services and methods are letters, digits, `_` and dots to the API server. */
const grpcName = /^\^?[A-Za-z_](?:\w|\\\.)*\$?$/;
