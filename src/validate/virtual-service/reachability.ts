import type { Static } from 'typebox';
import type { VirtualServiceSpec } from '../../api/virtual-service.ts';
import type { Loose } from '../loose.ts';
import { warningRule, type Report, type RuleInfo } from '../rule.ts';
import { DistinctMatches, type PlacedMatch } from './distinct-matches.ts';
import { checkPrefixes, overlappingPrefixRules } from './overlapping-prefixes.ts';

interface RuleArgs extends Record<string, unknown> {
  readonly ruleno: string;
  readonly reason: string;
}

const multipleCatchAll = warningRule({
  slug: 'virtualservice/multiple-catch-all',
  code: 'IST0130',
  summary: 'Only the last rule of a list has no matches.',
  message: ({ ruleno }: RuleArgs) =>
    `rule ${ruleno} is never used: an earlier rule has no matches either, and takes everything`,
  hint: 'Give all rules but the last a `match`.',
});

const afterCatchAll = warningRule({
  slug: 'virtualservice/unreachable-after-catch-all',
  code: 'IST0130',
  summary: 'No rule follows one that has no matches.',
  message: ({ ruleno }: RuleArgs) =>
    `rule ${ruleno} is never used: an earlier rule has no matches, and takes everything`,
  hint: 'Move the rule without matches to the end.',
});

const allDuplicate = warningRule({
  slug: 'virtualservice/unreachable-all-duplicate',
  code: 'IST0130',
  summary: 'A rule has a match that no earlier rule has.',
  message: ({ ruleno }: RuleArgs) => `rule ${ruleno} is never used: earlier rules have all its matches`,
});

const duplicateMatch = warningRule({
  slug: 'virtualservice/duplicate-match',
  code: 'IST0131',
  summary: 'No match occurs twice in a list of rules.',
  message: ({ ruleno, matchno, dupno }: { ruleno: string; matchno: string; dupno: string }) =>
    `match ${matchno} of rule ${ruleno} has no effect: rule ${dupno} has the same`,
});

export const reachabilityRules: readonly RuleInfo[] = [
  multipleCatchAll,
  afterCatchAll,
  allDuplicate,
  duplicateMatch,
  ...overlappingPrefixRules,
];

interface MatchedRule {
  readonly name?: string;
  readonly match?: readonly PlacedMatch['match'][];
}

/**
 * Warns of rules and matches that no request reaches, because earlier ones of the same list take it. `ruleno`,
 * `matchno` and `dupno` are quoted names, or `#` and the index where there is none.
 */
export function checkReachability(spec: Loose<Static<typeof VirtualServiceSpec>>, report: Report): void {
  for (const list of ['http', 'tcp', 'tls'] as const) {
    const rules: readonly MatchedRule[] = spec[list] ?? [];
    if (rules.length < 2 && (rules[0]?.match ?? []).length < 2) continue;
    const reached = checkRules(rules, list, report);
    if (list === 'http') checkPrefixes(reached, report);
  }
}

/** Returns the matches that are not taken as a whole by earlier ones. */
function checkRules(rules: readonly MatchedRule[], list: string, report: Report): readonly PlacedMatch[] {
  const reached = new DistinctMatches();
  let catchAll = false;
  for (const [index, { name, match = [] }] of rules.entries()) {
    const path = ['spec', list, index];
    const ruleno = labelOf(name, index);
    if (match.length === 0) {
      if (catchAll) report(multipleCatchAll, path, { ruleno, reason: 'match-less-rule-not-last' });
      catchAll = true;
    } else if (catchAll) {
      report(afterCatchAll, path, { ruleno, reason: 'after-match-less-rule' });
    } else {
      const placed = match.map((part, at) => ({
        match: part,
        matchno: labelOf(part.name, at),
        ruleno,
        path,
        at,
      }));
      const duplicates = placed.filter((part) => isDuplicate(part, reached, report));
      if (duplicates.length < match.length) continue;
      report(allDuplicate, path, { ruleno, reason: 'all-matches-duplicated' });
    }
  }
  return reached.list;
}

const labelOf = (name: string | undefined, index: number): string =>
  name === undefined || name === '' ? `#${index}` : JSON.stringify(name);

function isDuplicate(placed: PlacedMatch, reached: DistinctMatches, report: Report): boolean {
  const twin = reached.add(placed);
  if (twin === undefined) return false;
  const { ruleno, matchno, path, at } = placed;
  report(duplicateMatch, [...path, 'match', at], { ruleno, matchno, dupno: twin.ruleno });
  return true;
}
