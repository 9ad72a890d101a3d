import { isObject } from '../../json.ts';
import { asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { decide, opposite, type Decision } from './decision.ts';
import type { HttpRequest } from './trace.ts';
import { matchRegex, matcherText, matchText } from './string-match.ts';

/** What a condition says of a request, in words too. */
export interface Judgement {
  readonly decision: Decision;
  readonly reason: string;
}

/** The value of a header, pseudo-headers included; several values are joined as Envoy does. */
export function headerValue(request: HttpRequest, name: string): string | undefined {
  const key = name.toLowerCase();
  if (key === ':method') return request.method;
  if (key === ':path') return request.path;
  if (key === ':scheme') return request.scheme;
  if (key === ':authority' || key === 'host') return request.authority;
  const values = request.headers.filter(([each]) => each === key).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(',');
}

/** Judges an `envoy.config.route.v3.HeaderMatcher`. */
export function matchHeader(matcher: Maybe, request: HttpRequest): Judgement {
  const name = asText(valueAt(matcher, 'name'));
  const found = headerValue(request, name);
  const value = found ?? (valueAt(matcher, 'treat_missing_header_as_empty') === true ? '' : undefined);
  const inverted = valueAt(matcher, 'invert_match') === true;
  const what = `${name} ${inverted ? 'not: ' : ''}${conditionText(matcher)}`;
  const has = found === undefined ? 'the request has none' : `it is "${found}"`;
  return { decision: decideHeader(matcher, value, inverted), reason: `header ${what}; ${has}` };
}

function decideHeader(matcher: Maybe, value: string | undefined, inverted: boolean): Decision {
  const present = valueAt(matcher, 'present_match');
  const plain = present !== undefined || !hasCondition(matcher);
  // A header that is missing satisfies no condition about its value, not even an inverted one.
  if (!plain && value === undefined) return 'no';
  const decision = plain
    ? decide((value !== undefined) === (present !== false))
    : matchValue(matcher, value ?? '');
  return inverted ? opposite(decision) : decision;
}

const legacy = {
  exact_match: 'exact',
  prefix_match: 'prefix',
  suffix_match: 'suffix',
  contains_match: 'contains',
} as const;

const hasCondition = (matcher: Maybe): boolean =>
  ['string_match', 'safe_regex_match', 'range_match', ...Object.keys(legacy)].some(
    (field) => valueAt(matcher, field) !== undefined,
  );

function matchValue(matcher: Maybe, value: string): Decision {
  const range = valueAt(matcher, 'range_match');
  if (range !== undefined) return matchRange(range, value);
  const regex = valueAt(matcher, 'safe_regex_match', 'regex');
  if (regex !== undefined) return matchRegex(asText(regex), value);
  return matchText(stringMatcherOf(matcher), value);
}

/** Envoy takes the end of a range for outside of it. */
function matchRange(range: Maybe, value: string): Decision {
  if (!/^[+-]?\d+$/.test(value.trim())) return 'no';
  const number = Number(value);
  return decide(number >= asNumber(valueAt(range, 'start')) && number < asNumber(valueAt(range, 'end')));
}

function stringMatcherOf(matcher: Maybe): Maybe {
  const field = Object.entries(legacy).find(([old]) => valueAt(matcher, old) !== undefined);
  if (field === undefined) return valueAt(matcher, 'string_match');
  return { [field[1]]: asText(valueAt(matcher, field[0])) };
}

function conditionText(matcher: Maybe): string {
  const range = valueAt(matcher, 'range_match');
  if (range !== undefined)
    return `from ${asNumber(valueAt(range, 'start'))} to below ${asNumber(valueAt(range, 'end'))}`;
  const regex = valueAt(matcher, 'safe_regex_match', 'regex');
  if (regex !== undefined) return `matches ${asText(regex)}`;
  if (valueAt(matcher, 'present_match') === false) return 'missing';
  const text = stringMatcherOf(matcher);
  return isObject(text) ? matcherText(text) : 'present';
}
