import { isObject } from '../../json.ts';
import type { Json } from '../../resources/index.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { anyOf, decide, type Decision } from './decision.ts';
import { matchText } from './string-match.ts';

/** Judges an `envoy.type.matcher.v3.MetadataMatcher` about what a token says; all other metadata is not known. */
export function matchMetadata(matcher: Maybe, claims: Maybe): Decision {
  if (valueAt(matcher, 'filter') !== 'envoy.filters.http.jwt_authn') return 'unknown';
  const keys = asList(valueAt(matcher, 'path')).map((each) => asText(valueAt(each, 'key')));
  const decision = matchValue(valueAt(matcher, 'value'), valueAt(claims, ...keys));
  if (valueAt(matcher, 'invert') !== true || decision === 'unknown') return decision;
  return decision === 'yes' ? 'no' : 'yes';
}

/** Judges an `envoy.type.matcher.v3.ValueMatcher`. */
function matchValue(matcher: Maybe, value: Maybe): Decision {
  if (!isObject(matcher)) return 'unknown';
  const kind = Object.keys(matcher).find((each) => Object.hasOwn(kinds, each));
  const test = kind === undefined ? undefined : kinds[kind];
  return test === undefined || kind === undefined ? 'unknown' : test(matcher[kind], value);
}

const kinds: Readonly<Record<string, (wanted: Json | undefined, value: Maybe) => Decision>> = {
  string_match: (wanted, value) => (typeof value === 'string' ? matchText(wanted, value) : 'no'),
  bool_match: (wanted, value) => decide(value === wanted),
  present_match: (wanted, value) => decide((value !== undefined) === wanted),
  null_match: (_, value) => decide(value === undefined || value === null),
  list_match: (wanted, value) => {
    const one = valueAt(wanted, 'one_of');
    if (!Array.isArray(value)) return 'no';
    return one === undefined ? 'unknown' : anyOf(value.map((each) => matchValue(one, each)));
  },
  or_match: (wanted, value) =>
    anyOf(asList(valueAt(wanted, 'value_matchers')).map((each) => matchValue(each, value))),
  double_match: (wanted, value) => {
    if (typeof value !== 'number') return 'no';
    const range = valueAt(wanted, 'range');
    if (range === undefined) return decide(value === valueAt(wanted, 'exact'));
    return decide(value >= asNumber(valueAt(range, 'start')) && value < asNumber(valueAt(range, 'end')));
  },
};
