import { compareText } from '../../compare-text.ts';
import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asObject, asText, valueAt, type Maybe } from '../message/index.ts';

/**
 * The ways through the matcher of a listener (`xds.type.matcher.v3.Matcher`), by the name of the filter chain that each
 * leads to: `ip=10.0.0.1 -> port=80`. `=` is the value itself, `^` how it begins, `UNMATCHED` what nothing else fits.
 */
export function chainMatches(matcher: JsonObject): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  walk(matcher, [], (chain, way) => {
    const ways = found.get(chain) ?? [];
    found.set(chain, ways);
    ways.push(way.length === 0 ? 'ANY' : way.join(' -> '));
  });
  for (const ways of found.values()) ways.sort(compareText);
  return found;
}

type Way = readonly string[];
type Reach = (chain: string, way: Way) => void;

function walk(matcher: Maybe, way: Way, reach: Reach): void {
  const tree = valueAt(matcher, 'matcher_tree');
  const input = inputOf(valueAt(tree, 'input'));
  for (const [text, on] of branchesOf(asObject(tree))) follow(on, [...way, input + text], reach);
  for (const each of asList(valueAt(matcher, 'matcher_list', 'matchers')))
    follow(valueAt(each, 'on_match'), [...way, predicateText(valueAt(each, 'predicate'))], reach);
  const otherwise = valueAt(matcher, 'on_no_match');
  if (otherwise !== undefined) follow(otherwise, [...way, 'UNMATCHED'], reach);
}

function follow(on: Maybe, way: Way, reach: Reach): void {
  const action = valueAt(on, 'action');
  if (action !== undefined) reach(asText(valueAt(action, 'typed_config', 'value')), way);
  const nested = valueAt(on, 'matcher');
  if (nested !== undefined) walk(nested, way, reach);
}

function branchesOf(tree: JsonObject): [string, Maybe][] {
  const mapped = (field: string, sign: string): [string, Maybe][] =>
    Object.entries(asObject(valueAt(tree, field, 'map'))).map(([key, on]) => [sign + key, on]);
  const custom = valueAt(tree, 'custom_match', 'typed_config');
  const ranges = asList(valueAt(custom, 'range_matchers')).map((each): [string, Maybe] => [
    `=${asList(valueAt(each, 'ranges')).map(rangeText).join(',')}`,
    valueAt(each, 'on_match'),
  ]);
  const domains = asList(valueAt(custom, 'domain_matchers')).map((each): [string, Maybe] => [
    `=${asList(valueAt(each, 'domains')).map(asText).join(',')}`,
    valueAt(each, 'on_match'),
  ]);
  return [...mapped('exact_match_map', '='), ...mapped('prefix_match_map', '^'), ...ranges, ...domains];
}

function rangeText(range: Json): string {
  const { address_prefix: address, prefix_len: length } = asObject(range);
  return `${asText(address)}/${asNumber(length)}`;
}

function predicateText(predicate: Maybe): string {
  const all = (field: string, word: string): string =>
    asList(valueAt(predicate, field, 'predicate'))
      .map(predicateText)
      .join(` ${word} `);
  const negated = valueAt(predicate, 'not_matcher');
  if (negated !== undefined) return `not ${predicateText(negated)}`;
  const joined = all('or_matcher', 'or') || all('and_matcher', 'and');
  return joined === '' ? singleText(valueAt(predicate, 'single_predicate')) : joined;
}

function singleText(predicate: Maybe): string {
  const { exact, prefix, ...other } = asObject(valueAt(predicate, 'value_match'));
  const input = inputOf(valueAt(predicate, 'input'));
  if (exact !== undefined) return `${input}=${asText(exact)}`;
  return prefix === undefined ? `${input} ${JSON.stringify(other)}` : `${input}^${asText(prefix)}`;
}

const inputs: Readonly<Record<string, string>> = {
  DestinationIPInput: 'ip',
  DestinationPortInput: 'port',
  SourceIPInput: 'source-ip',
  DirectSourceIPInput: 'direct-source-ip',
  SourcePortInput: 'source-port',
  SourceTypeInput: 'source-type',
  ServerNameInput: 'sni',
  TransportProtocolInput: 'transport',
  ApplicationProtocolInput: 'app',
};

/** What a matcher looks at, in short; by the name of the extension where its type is another. */
function inputOf(input: Maybe): string {
  const config = valueAt(input, 'typed_config');
  const type = isObject(config) ? asText(config['@type']).replace(/^.*\./, '') : '';
  return inputs[type] ?? asText(valueAt(input, 'name'));
}
