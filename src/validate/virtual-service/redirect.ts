import type { Static } from 'typebox';
import type { HTTPRedirect, HTTPRoute } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkPort } from '../values/ports.ts';

const empty = errorRule({
  slug: 'redirect/empty',
  summary: 'A redirect changes something of the URL.',
  message: () => 'the redirect leads to the URL it comes from',
  hint: 'Set at least one of `uri`, `prefixRewrite`, `authority`, `port`, `derivePort` and `scheme`.',
});

const code = errorRule({
  slug: 'redirect/code',
  summary: 'A redirect answers with a code from 300 to 399.',
  message: ({ status }: { status: number }) => `redirect code ${status} is not between 300 and 399`,
});

const scheme = errorRule({
  slug: 'redirect/scheme',
  summary: 'The scheme of a redirect is `http` or `https`.',
  message: ({ value }: { value: string }) => `scheme ${JSON.stringify(value)} is neither http nor https`,
});

const uriAndPrefix = errorRule({
  slug: 'redirect/uri-and-prefix',
  summary: 'A redirect replaces the path by `uri` or its prefix by `prefixRewrite`, not both.',
  message: () => '`uri` and `prefixRewrite` exclude each other',
});

const needsPrefixMatch = errorRule({
  slug: 'redirect/prefix-needs-prefix-match',
  summary: 'A redirect with `prefixRewrite` belongs to matches by URI prefix.',
  message: () => '`prefixRewrite` replaces the matched prefix, but this match is not by prefix',
  hint: 'Match by `uri.prefix`, or redirect to a fixed `uri`.',
});

export const redirectRules: readonly RuleInfo[] = [empty, code, scheme, uriAndPrefix, needsPrefixMatch];

type Redirect = Loose<Static<typeof HTTPRedirect>>;

/** Checks where a redirect leads; `path` is that of its route. */
export function checkRedirect(
  redirect: Redirect,
  route: Loose<Static<typeof HTTPRoute>>,
  path: Path,
  report: Report,
): void {
  const place = [...path, 'redirect'];
  if (isEmpty(redirect)) report(empty, place, {});
  checkTarget(redirect, place, report);
  if (isAbsent(redirect.prefixRewrite)) return;
  if (!isAbsent(redirect.uri)) report(uriAndPrefix, place, {}, [...place, 'uri']);
  for (const [index, match] of (route.match ?? []).entries()) {
    if (match.uri === undefined || match.uri.prefix !== undefined) continue;
    report(needsPrefixMatch, [...path, 'match', index, 'uri'], {});
  }
}

const isEmpty = (redirect: Redirect): boolean =>
  redirect.port === undefined &&
  redirect.derivePort === undefined &&
  (['uri', 'prefixRewrite', 'authority', 'scheme'] as const).every((field) => isAbsent(redirect[field]));

const isAbsent = (text: string | undefined): boolean => text === undefined || text === '';

function checkTarget(redirect: Redirect, path: Path, report: Report): void {
  const { redirectCode: status = 0, scheme: value = '', port = 0 } = redirect;
  if (status !== 0 && (status < 300 || status > 399)) report(code, [...path, 'redirectCode'], { status });
  if (!schemes.has(value)) report(scheme, [...path, 'scheme'], { value });
  if (port > 0) checkPort(port, [...path, 'port'], report);
}

const schemes = new Set(['', 'http', 'https']);
