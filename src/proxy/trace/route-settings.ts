import type { JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { headerValue } from './header-match.ts';
import { rewrittenPath, withRegex } from './redirect.ts';
import type { HttpRequest } from './trace.ts';

/** What a `RouteAction` does with a request besides choosing its cluster, in words. */
export function routeSettings(action: JsonObject, route: Maybe, http: HttpRequest): string[] {
  const path = rewrittenPath(action, valueAt(route, 'match'), http.path);
  return [
    ...(path === http.path ? [] : [`path becomes ${path}`]),
    ...hostTexts(action, http),
    `timeout ${timeoutText(action.timeout)}`,
    ...(action.retry_policy === undefined ? [] : [retryText(action.retry_policy)]),
    ...(action.hedge_policy === undefined
      ? []
      : ['sends again, without giving up the first, when it takes too long']),
    ...hashTexts(action),
    ...(action.internal_redirect_policy === undefined
      ? []
      : ['follows redirects of the upstream itself, which is not traced']),
    ...headerTexts(route),
  ];
}

function hostTexts(action: JsonObject, http: HttpRequest): string[] {
  const literal = asText(action.host_rewrite_literal);
  if (literal !== '') return [`host becomes ${literal}`];
  if (action.auto_host_rewrite === true) return ['host becomes the name of the endpoint'];
  const header = asText(action.host_rewrite_header);
  const given = header === '' ? undefined : headerValue(http, header);
  if (given !== undefined) return [`host becomes ${given}, after the header ${header}`];
  const regex = action.host_rewrite_path_regex;
  return regex === undefined
    ? []
    : [`host becomes ${withRegex(http.path.split('?')[0] ?? '', regex)}, made of the path`];
}

const timeoutText = (timeout: Maybe): string => {
  if (timeout === undefined) return '15s (the default)';
  return timeout === '0s' ? 'none' : asText(timeout);
};

function retryText(policy: Maybe): string {
  const count = asNumber(valueAt(policy, 'num_retries') ?? 1);
  const each = asText(valueAt(policy, 'per_try_timeout'));
  const on = asText(valueAt(policy, 'retry_on')) || 'nothing';
  return `up to ${count} retries on ${on}${each && `, ${each} for each try`}`;
}

function hashTexts(action: JsonObject): string[] {
  const names = asList(action.hash_policy).map((policy) => {
    const header = asText(valueAt(policy, 'header', 'header_name'));
    const cookie = asText(valueAt(policy, 'cookie', 'name'));
    const parameter = asText(valueAt(policy, 'query_parameter', 'name'));
    if (header !== '') return `header ${header}`;
    if (cookie !== '') return `cookie ${cookie}`;
    return parameter === '' ? 'the source address' : `query parameter ${parameter}`;
  });
  return names.length === 0 ? [] : [`the endpoint is chosen by ${names.join(', ')}`];
}

function headerTexts(route: Maybe): string[] {
  const added = asList(valueAt(route, 'request_headers_to_add')).map((each) =>
    asText(valueAt(each, 'header', 'key')),
  );
  const removed = asList(valueAt(route, 'request_headers_to_remove')).map(asText);
  return [
    ...(added.length === 0 ? [] : [`adds ${added.join(', ')}`]),
    ...(removed.length === 0 ? [] : [`removes ${removed.join(', ')}`]),
  ];
}
