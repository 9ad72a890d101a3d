import type { Static } from 'typebox';
import type { HTTPMatchRequest, StringMatch } from '../../api/virtual-service.ts';
import { pushTo } from '../../group-by.ts';
import type { Loose } from '../loose.ts';
import { warningRule, type Report, type RuleInfo } from '../rule.ts';
import type { PlacedMatch } from './distinct-matches.ts';

const overlappingPrefix = warningRule({
  slug: 'virtualservice/overlapping-prefix',
  code: 'IST0131',
  summary: 'A match by URI prefix is not covered by an earlier match with a shorter prefix.',
  message: ({ ruleno, matchno, dupno }: { ruleno: string; matchno: string; dupno: string }) =>
    `match ${matchno} of rule ${ruleno} is never reached: match ${spokenPlace(dupno)} takes its requests`,
  hint: 'Put the longer prefix first; in one and the same rule it can go.',
});

/** Istio's value says `#0 of prefix /a on "rule"`. */
const spokenPlace = (dupno: string): string => dupno.replace(/ on (#\d+|".*")$/, ' of rule $1');

export const overlappingPrefixRules: readonly RuleInfo[] = [overlappingPrefix];

type HttpMatch = Loose<Static<typeof HTTPMatchRequest>>;

/**
 * Warns of matches by prefix that an earlier, shorter prefix takes. Like Istio, it compares only matches of the same
 * port with the same headers and parameters; what they ask of those must start alike.
 */
export function checkPrefixes(matches: readonly PlacedMatch[], report: Report): void {
  const earlier = new Map<string, PlacedMatch[]>();
  const lengths: number[] = [];
  for (const placed of matches) {
    const prefix = prefixOf(placed);
    if (prefix === '') continue;
    for (const cover of coversOf(prefix, earlier, lengths)) {
      if (!takes(cover.match, placed.match)) continue;
      report(overlappingPrefix, [...placed.path, 'match', placed.at], {
        ruleno: placed.ruleno,
        matchno: `${placed.matchno} of prefix ${prefix}`,
        dupno: `${cover.matchno} of prefix ${prefixOf(cover)} on ${cover.ruleno}`,
      });
    }
    if (!earlier.has(prefix)) insert(lengths, prefix.length);
    pushTo(earlier, prefix, placed);
  }
}

const prefixOf = ({ match }: PlacedMatch): string => match.uri?.prefix ?? '';

/** `lengths` are those of the earlier prefixes, ascending: a long prefix need not be looked at byte by byte. */
function* coversOf(
  prefix: string,
  earlier: ReadonlyMap<string, PlacedMatch[]>,
  lengths: readonly number[],
): Generator<PlacedMatch> {
  for (const length of lengths) {
    if (length >= prefix.length) return;
    yield* earlier.get(prefix.slice(0, length)) ?? [];
  }
}

function insert(ascending: number[], number: number): void {
  let at = ascending.findIndex((other) => other >= number);
  if (at === -1) at = ascending.length;
  if (ascending[at] !== number) ascending.splice(at, 0, number);
}

function takes(a: HttpMatch, b: HttpMatch): boolean {
  return (
    (a.port ?? 0) === (b.port ?? 0) &&
    (textOf(a.method) || 'exact:GET').startsWith(textOf(b.method) || 'exact:GET') &&
    textOf(a.authority).startsWith(textOf(b.authority)) &&
    takesAll(a.headers, b.headers) &&
    takesAll(a.queryParams, b.queryParams) &&
    takesAll(a.withoutHeaders, b.withoutHeaders)
  );
}

type Text = Loose<Static<typeof StringMatch>>;

function textOf({ exact = '', prefix = '' }: Text = {}): string {
  if (exact !== '') return `exact:${exact}`;
  return prefix === '' ? '' : `prefix:${prefix}`;
}

function takesAll(a: Readonly<Record<string, Text>> = {}, b: Readonly<Record<string, Text>> = {}): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && textOf(a[name]).startsWith(textOf(b[name])))
  );
}
