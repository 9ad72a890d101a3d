import { isObject } from '../../json.ts';
import type { Json } from '../../resources/index.ts';
import { asList, asObject, asText, valueAt, type Maybe } from '../message/index.ts';
import { allOf, anyOf, opposite, type Decision } from './decision.ts';
import { prefixAround, rangeText } from './ip-range.ts';
import { matcherText, matchText } from './string-match.ts';

/** What a matcher tree comes to. */
export type TreeResult =
  | {
      readonly kind: 'action';
      readonly action: Json;
      readonly path: string;
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly because: string };

/**
 * The value of an input of a matcher (`envoy.extensions.matching...DestinationPortInput`): null where it has none, an
 * object with the reason where it cannot be told.
 */
export type ReadInput = (type: string, config: Maybe) => string | null | { readonly unknown: string };

/** Walks an `xds.type.matcher.v3.Matcher` that stands at `path`. What a branch leaves goes on to the next that fits. */
export function walkTree(matcher: Maybe, path: string, read: ReadInput): TreeResult {
  const tree = valueAt(matcher, 'matcher_tree');
  const list = asList(valueAt(matcher, 'matcher_list', 'matchers'));
  const branches =
    tree === undefined ? listed(list, path, read) : branchesOf(tree, `${path}.matcher_tree`, read);
  const last = valueAt(matcher, 'on_no_match');
  const all: Branch[] = [
    ...branches,
    ...(last === undefined ? [] : [{ on: last, path: `${path}.on_no_match`, reason: 'nothing else fits' }]),
  ];
  for (const branch of all) {
    if ('unknown' in branch) return { kind: 'unknown', because: branch.unknown };
    const result = follow(branch, read);
    if (result.kind !== 'none') return result;
  }
  return { kind: 'none' };
}

/** What is to be done next: in order, as long as what is done leads nowhere. */
type Branch = Step | { readonly unknown: string };
interface Step {
  readonly on: Maybe;
  readonly path: string;
  readonly reason: string;
}

function follow({ on, path, reason }: Step, read: ReadInput): TreeResult {
  const action = valueAt(on, 'action');
  if (action !== undefined) return { kind: 'action', action, path: `${path}.action`, reasons: [reason] };
  const nested = valueAt(on, 'matcher');
  if (nested === undefined) return { kind: 'none' };
  const result = walkTree(nested, `${path}.matcher`, read);
  return result.kind === 'action' ? { ...result, reasons: [reason, ...result.reasons] } : result;
}

function listed(matchers: readonly Json[], path: string, read: ReadInput): Branch[] {
  return matchers.flatMap((each, index): Branch[] => {
    const decision = judge(valueAt(each, 'predicate'), read);
    if (decision === 'no') return [];
    const at = `${path}.matcher_list.matchers[${index}]`;
    if (decision === 'unknown')
      return [{ unknown: `${at}.predicate depends on what the dump does not tell` }];
    return [
      { on: valueAt(each, 'on_match'), path: `${at}.on_match`, reason: `predicate ${index + 1} holds` },
    ];
  });
}

function judge(predicate: Maybe, read: ReadInput): Decision {
  const all = (field: string): Decision[] =>
    asList(valueAt(predicate, field, 'predicate')).map((each) => judge(each, read));
  if (valueAt(predicate, 'or_matcher') !== undefined) return anyOf(all('or_matcher'));
  if (valueAt(predicate, 'and_matcher') !== undefined) return allOf(all('and_matcher'));
  const negated = valueAt(predicate, 'not_matcher');
  if (negated !== undefined) return opposite(judge(negated, read));
  const single = valueAt(predicate, 'single_predicate');
  const { value } = readOf(single, read);
  if (isObject(value)) return 'unknown';
  const wanted = valueAt(single, 'value_match');
  if (wanted === undefined) return 'unknown';
  return value === null ? 'no' : matchText(wanted, value);
}

function readOf(holder: Maybe, read: ReadInput): { name: string; value: ReturnType<ReadInput> } {
  const config = valueAt(holder, 'input', 'typed_config');
  const type = asText(valueAt(config, '@type')).split('.').at(-1) ?? '';
  return { name: type.replace(/Input$/, ''), value: read(type, config) };
}

function branchesOf(tree: Json, path: string, read: ReadInput): Branch[] {
  const { name, value } = readOf(tree, read);
  if (isObject(value)) return [{ unknown: `${path} looks at ${name}: ${value.unknown}` }];
  if (value === null) return [];
  const text = value;
  const custom = valueAt(tree, 'custom_match', 'typed_config');
  if (custom !== undefined) return ranges(custom, { text, name, path: `${path}.custom_match.typed_config` });
  const exact = asObject(valueAt(tree, 'exact_match_map', 'map'));
  if (Object.hasOwn(exact, text))
    return [{ on: exact[text], path: `${path}.exact_match_map.map[${text}]`, reason: `${name} is ${text}` }];
  return Object.entries(asObject(valueAt(tree, 'prefix_match_map', 'map')))
    .filter(([prefix]) => text.startsWith(prefix))
    .sort(([a], [b]) => b.length - a.length)
    .map(([prefix, on]) => ({
      on,
      path: `${path}.prefix_match_map.map[${prefix}]`,
      reason: `${name} ${matcherText({ prefix })}`,
    }));
}

interface RangeQuestion {
  readonly text: string;
  readonly name: string;
  readonly path: string;
}

/** Ranges of addresses, the narrowest first; after an exclusive one no wider one is tried. */
function ranges(custom: Json, { text, name, path }: RangeQuestion): Branch[] {
  if (!asText(valueAt(custom, '@type')).endsWith('.IPMatcher'))
    return [{ unknown: `${path} is an extension` }];
  const found = asList(valueAt(custom, 'range_matchers')).flatMap((each, index) =>
    asList(valueAt(each, 'ranges')).flatMap((range) => {
      const length = prefixAround(range, text);
      const on = valueAt(each, 'on_match');
      const at = `${path}.range_matchers[${index}].on_match`;
      const isLast = valueAt(each, 'exclusive') === true;
      return length === undefined
        ? []
        : [{ on, path: at, length, isLast, reason: `${name} ${text} lies in ${rangeText(range)}` }];
    }),
  );
  found.sort((a, b) => b.length - a.length);
  const end = found.findIndex(({ isLast }) => isLast);
  return end < 0 ? found : found.slice(0, end + 1);
}
