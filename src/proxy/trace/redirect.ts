import { RE2JS } from 're2js';
import { asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { barePath } from './path-match.ts';
import type { HttpRequest } from './trace.ts';

/** Where a `RedirectAction` sends a request, and with which status. `match` is that of its route. */
export function redirectOf(
  redirect: Maybe,
  match: Maybe,
  request: HttpRequest,
): { readonly status: number; readonly location: string } {
  const scheme = schemeOf(redirect, request);
  const port = asNumber(valueAt(redirect, 'port_redirect'));
  const host = asText(valueAt(redirect, 'host_redirect')) || hostOf(request, scheme, port !== 0);
  return {
    status: statuses[asText(valueAt(redirect, 'response_code'))] ?? 301,
    location: `${scheme}://${host}${port === 0 ? '' : `:${port}`}${pathOf(redirect, match, request)}`,
  };
}

/** The path after `prefix_rewrite`, `regex_rewrite` or the like of a route or redirect; with its query. */
export function rewrittenPath(action: Maybe, match: Maybe, path: string): string {
  const bare = barePath(path);
  const rest = path.slice(bare.length);
  const prefix = valueAt(action, 'prefix_rewrite');
  if (typeof prefix === 'string' && prefix !== '') return withPrefix(bare, match, prefix) + rest;
  const regex = valueAt(action, 'regex_rewrite');
  if (regex === undefined) return path;
  return withRegex(bare, regex) + rest;
}

const statuses: Readonly<Record<string, number>> = {
  FOUND: 302,
  SEE_OTHER: 303,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
};

function schemeOf(redirect: Maybe, { scheme }: HttpRequest): string {
  if (valueAt(redirect, 'https_redirect') === true) return 'https';
  return asText(valueAt(redirect, 'scheme_redirect')) || scheme;
}

/** The port of the request goes when another is given, and when it is the usual one of a scheme that changes. */
function hostOf({ authority, scheme }: HttpRequest, target: string, hasPort: boolean): string {
  const usual = scheme === 'http' ? ':80' : ':443';
  if (hasPort) return authority.replace(/:\d+$/, '');
  return target !== scheme && authority.endsWith(usual) ? authority.slice(0, -usual.length) : authority;
}

function pathOf(redirect: Maybe, match: Maybe, { path }: HttpRequest): string {
  const query = valueAt(redirect, 'strip_query') === true ? '' : path.slice(barePath(path).length);
  const whole = asText(valueAt(redirect, 'path_redirect'));
  if (whole !== '') return whole.includes('?') ? whole : whole + query;
  return barePath(rewrittenPath(redirect, match, path)) + query;
}

function withPrefix(path: string, match: Maybe, prefix: string): string {
  const matched = ['prefix', 'path_separated_prefix', 'path'].map((field) => asText(valueAt(match, field)));
  const length = matched.find((text) => text !== '')?.length;
  // With a regular expression the whole path is what was matched.
  return length === undefined ? prefix : prefix + path.slice(length);
}

/** A text after a `RegexMatchAndSubstitute`. */
export function withRegex(path: string, rewrite: Maybe): string {
  const pattern = asText(valueAt(rewrite, 'pattern', 'regex'));
  const substitution = asText(valueAt(rewrite, 'substitution'));
  try {
    return RE2JS.compile(pattern)
      .matcher(path)
      .replaceAll(substitution.replaceAll('$', String.raw`\$`).replaceAll(/\\(\d)/g, '$$$1'));
  } catch {
    return path;
  }
}
