import type { Path } from '../../../path.ts';
import { regexFault } from '../../../validate/index.ts';
import { routesOf, type RouteObject } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** The API server takes any text as a regular expression; proxies read RE2. */
export const regex = defineRule<{ regex: string; reason: string }>({
  slug: 'k8sroute/regex',
  code: 'MSH0220',
  severity: 'error',
  summary: 'Regular expressions of routes are in RE2 syntax.',
  kinds: ['HTTPRoute', 'GRPCRoute'],
  message: ({ regex: text, reason }) =>
    `${JSON.stringify(text)} is not a regular expression of proxies: ${reason}`,
  hint: 'The syntax is that of RE2: no back references, lookaround or possessive quantifiers.',
  check(mesh, report) {
    for (const { object } of mesh.derive(routesOf)) {
      for (const { text, path } of expressionsOf(object)) {
        const reason = regexFault(text);
        if (reason !== undefined) report(object, path, { regex: text, reason });
      }
    }
  },
});

interface Expression {
  readonly text: string;
  readonly path: Path;
}

interface TypedMatch {
  readonly type?: string;
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

function* expressionsOf(route: RouteObject): Generator<Expression> {
  if (route.kind !== 'HTTPRoute' && route.kind !== 'GRPCRoute') return;
  const rules: readonly { readonly matches?: readonly Match[] }[] = route.spec.rules ?? [];
  for (const [rule, { matches = [] }] of rules.entries()) {
    for (const [index, match] of matches.entries())
      yield* inMatch(match, ['spec', 'rules', rule, 'matches', index]);
  }
}

function* inMatch(
  { path: held, method, headers = [], queryParams = [] }: Match,
  path: Path,
): Generator<Expression> {
  if (held !== undefined) yield* inTyped(held, [...path, 'path']);
  if (typeof method === 'object') yield* inTyped(method, [...path, 'method']);
  for (const [index, header] of headers.entries()) yield* inTyped(header, [...path, 'headers', index]);
  for (const [index, param] of queryParams.entries()) yield* inTyped(param, [...path, 'queryParams', index]);
}

function* inTyped(match: TypedMatch, path: Path): Generator<Expression> {
  if (match.type !== 'RegularExpression') return;
  for (const field of ['value', 'service', 'method'] as const) {
    const text = match[field];
    if (text !== undefined) yield { text, path: [...path, field] };
  }
}
