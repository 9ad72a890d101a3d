import type { Json } from '../../../../resources/index.ts';
import { isObject } from '../../../../json.ts';
import { asList, asText, valueAt } from '../../../message/index.ts';
import type { Pick } from '../random.ts';
import type { Place } from './places.ts';

/** What occurs in the conditions of a dump, and some that does not. */
export interface Words {
  readonly paths: readonly string[];
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly principals: readonly string[];
}

export function wordsIn(places: readonly Place[]): Words {
  const found = { paths: new Set<string>(), addresses: new Set<string>(), principals: new Set<string>() };
  for (const { chain, route } of places) for (const each of [chain, route ?? null]) collect(each, found);
  const names = places.flatMap(({ match }) => asList(valueAt(match, 'server_names')).map(asText));
  return {
    paths: [...found.paths, '/', '/nowhere', '/items/7'],
    names: [...new Set(names), 'elsewhere.example'],
    addresses: [...found.addresses, '10.1.2.3', '192.168.7.7', '172.16.0.9'],
    principals: [
      ...found.principals,
      'spiffe://cluster.local/ns/other/sa/guest',
      'spiffe://elsewhere/ns/shop/sa/web',
    ],
  };
}

interface Found {
  readonly paths: Set<string>;
  readonly addresses: Set<string>;
  readonly principals: Set<string>;
}

function collect(value: Json, found: Found): void {
  if (typeof value === 'string') {
    if (/^\/[\w/-]*$/.test(value)) found.paths.add(value);
    if (value.startsWith('spiffe://')) found.principals.add(value.replace(/\/$/, '/ns/shop/sa/web'));
  } else if (Array.isArray(value)) for (const inner of value) collect(inner, found);
  else if (isObject(value)) {
    const range = asText(value.address_prefix);
    if (/^\d+\.\d+\.\d+\.\d+$/.test(range)) found.addresses.add(range.replace(/\.0$/, '.4'));
    // Places of files on the proxy are no paths of requests.
    for (const [key, inner] of Object.entries(value)) if (!skipped.has(key)) collect(inner, found);
  }
}

const skipped = new Set(['access_log', 'transport_socket', 'tracing', '@type', 'default_validation_context']);

/** A path that a route takes. */
export function pathFor(route: Json, pick: Pick): string {
  const match = valueAt(route, 'match');
  const regex = asText(valueAt(match, 'safe_regex', 'regex'));
  if (regex !== '') return textFor(regex, pick);
  const exact = asText(valueAt(match, 'path'));
  if (exact !== '') return exact;
  const below = asText(valueAt(match, 'path_separated_prefix'));
  if (below !== '') return below + pick('', '/', '/a', 'a');
  return asText(valueAt(match, 'prefix')) + pick('', 'a', '/a/b');
}

/** A text for the simple expressions that people write about paths. */
function textFor(regex: string, pick: Pick): string {
  return regex
    .replace(/^\^|\$$/g, '')
    .replace(/\[0-9\]\+|\\d\+/g, () => pick('1', '42', 'x'))
    .replace(/\[\^\/\]\+|\.\+|\(\.\*\)|\.\*/g, () => pick('a', 'items', 'a/b'))
    .replace(/\\/g, '');
}

type Header = readonly [name: string, value: string];

/** Headers for the conditions of a route: all that it asks for, or with one that is missing or differs. */
export function headersFor(route: Json, fulfils: boolean, pick: Pick): Header[] {
  const wanted = asList(valueAt(route, 'match', 'headers')).map((matcher): Header => {
    const name = asText(valueAt(matcher, 'name'));
    const texts = ['exact', 'prefix', 'suffix', 'contains'].map((kind) =>
      asText(valueAt(matcher, 'string_match', kind)),
    );
    const regex = asText(valueAt(matcher, 'string_match', 'safe_regex', 'regex'));
    return [name, texts.find((text) => text !== '') ?? (regex === '' ? '20' : textFor(regex, pick))];
  });
  if (fulfils) return wanted;
  return wanted.flatMap(([name, value]) =>
    pick<Header[]>([], [[name, value]], name === ':method' ? [] : [[name, `${value}x`]]),
  );
}
