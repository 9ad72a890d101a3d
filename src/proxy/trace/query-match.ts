import { asText, valueAt, type Maybe } from '../message/index.ts';
import { decide } from './decision.ts';
import type { Judgement } from './header-match.ts';
import { matcherText, matchText } from './string-match.ts';

/** Judges an `envoy.config.route.v3.QueryParameterMatcher` by the first parameter of its name. */
export function matchQuery(matcher: Maybe, path: string): Judgement {
  const name = asText(valueAt(matcher, 'name'));
  const value = queryValue(path, name);
  const condition = valueAt(matcher, 'string_match');
  const has = value === undefined ? 'the request has none' : `it is "${value}"`;
  if (condition === undefined) {
    const wanted = valueAt(matcher, 'present_match') !== false;
    return {
      decision: decide((value !== undefined) === wanted),
      reason: `query parameter ${name} ${wanted ? 'present' : 'missing'}; ${has}`,
    };
  }
  return {
    decision: value === undefined ? 'no' : matchText(condition, value),
    reason: `query parameter ${name} ${matcherText(condition)}; ${has}`,
  };
}

/** As it is written: Envoy does not decode it here. */
export function queryValue(path: string, name: string): string | undefined {
  const query = path.split('#')[0]?.split('?').slice(1).join('?') ?? '';
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const key = equals < 0 ? part : part.slice(0, equals);
    if (key === name && part !== '') return equals < 0 ? '' : part.slice(equals + 1);
  }
  return undefined;
}
