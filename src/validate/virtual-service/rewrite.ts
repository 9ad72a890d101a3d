import type { Static } from 'typebox';
import type { Headers, HTTPRewrite, RegexRewrite } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkRegex } from '../values/regex.ts';
import { isAuthority } from './headers.ts';

const empty = errorRule({
  slug: 'rewrite/empty',
  summary: 'A rewrite changes the URI or the host.',
  message: () => 'the rewrite changes nothing',
  hint: 'Set `uri`, `uriRegexRewrite` or `authority`.',
});

const uriAndRegex = errorRule({
  slug: 'rewrite/uri-and-regex',
  summary: 'A rewrite has `uri` or `uriRegexRewrite`, not both.',
  message: () => '`uri` and `uriRegexRewrite` exclude each other',
});

const incompleteRegex = errorRule({
  slug: 'rewrite/regex',
  summary: 'A rewrite by regular expression has both a `match` and a `rewrite`.',
  message: ({ field }: { field: string }) => `\`${field}\` of the rewrite by regular expression is missing`,
});

const authorityTwice = errorRule({
  slug: 'httproute/authority-set-twice',
  summary: 'The host of a request is changed in one place only.',
  message: ({ name }: { name: string }) => `\`${name}\` sets the host a second time`,
  hint: 'Keep one of `rewrite.authority`, `headers.request.set` and `headers.request.add`.',
});

export const rewriteRules: readonly RuleInfo[] = [empty, uriAndRegex, incompleteRegex, authorityTwice];

type Rewrite = Loose<Static<typeof HTTPRewrite>>;

/** Checks how the path and host of a request are changed. */
export function checkRewrite(rewrite: Rewrite, path: Path, report: Report): void {
  const { uri = '', authority = '', uriRegexRewrite: regex } = rewrite;
  if (regex !== undefined) {
    if (uri !== '') report(uriAndRegex, path, {}, [...path, 'uri']);
    else checkRegexRewrite(regex, [...path, 'uriRegexRewrite'], report);
  } else if (uri === '' && authority === '') report(empty, path, {});
}

function checkRegexRewrite(
  { match = '', rewrite = '' }: Loose<Static<typeof RegexRewrite>>,
  path: Path,
  report: Report,
): void {
  if (match === '') report(incompleteRegex, [...path, 'match'], { field: 'match' });
  else if (rewrite === '') report(incompleteRegex, [...path, 'rewrite'], { field: 'rewrite' });
  else checkRegex(match, [...path, 'match'], report);
}

/** Reports a host that is set in two places of a route; `path` is that of the route. */
export function checkAuthority(
  rewrite: Rewrite | undefined,
  headers: Loose<Static<typeof Headers>> | undefined,
  path: Path,
  report: Report,
): void {
  let current = rewrite?.authority ?? '';
  for (const field of ['set', 'add'] as const) {
    for (const [name, value] of Object.entries(headers?.request?.[field] ?? {})) {
      if (!isAuthority(name)) continue;
      if (current !== '') {
        report(authorityTwice, path, { name }, [...path, 'headers', 'request', field, name]);
        return;
      }
      current = value;
    }
  }
}
