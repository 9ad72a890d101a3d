import type { Problem } from '../finding.ts';
import { formatPath } from '../path.ts';
import { placeOf } from '../place-of.ts';
import { prefixesOf } from './prefixes-of.ts';

/**
 * Leaves out what only follows from another fault: relations between fields (CEL rules, fields that exclude each
 * other) of which one is wrong by itself, fields that are missing because their name is misspelt, and the deprecation
 * of a field that is refused.
 */
export function dropEchoes(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems;
  const faults = problems.filter((problem) => problem.severity === 'error' && !isRelation(problem));
  const seen = faults.filter(({ rejectedBy }) => rejectedBy.includes('apiserver')).map(placeOf);
  const places = new Set(seen.map(formatPath));
  const holders = new Set(seen.map((place) => formatPath(place.slice(0, -1))));
  const wrong = new Set(faults.map((problem) => formatPath(placeOf(problem))));
  const misspelt = new Set(faults.flatMap(meantPlace));
  const unread = new Set(faults.filter(({ rejectedBy }) => rejectedBy.includes('istio')).flatMap(meantPlace));
  return problems.filter((problem) => {
    const around = prefixesOf(placeOf(problem));
    const follows = holders.has(formatPath(problem.path)) || around.some((place) => places.has(place));
    if (isRelation(problem) && follows) return false;
    if (isDeprecation(problem) && wrong.has(around.at(-1) ?? '')) return false;
    // Istio reads some names that the API server does not: what it says of their values stands.
    const missing = problem.rejectedBy.join() === 'apiserver' ? misspelt : unread;
    return !around.some((place) => missing.has(place));
  });
}

/** A deprecation that names no replacement: an error at the field says all there is to say. */
const isDeprecation = ({ rule, args }: Problem): boolean =>
  rule === 'schema/deprecated-field' && !String(args.replacement).includes('`');

/** Only what the API server alone refuses: where Istio has a rule for it, the rule has looked more closely. */
const isRelation = ({ args, rule, rejectedBy }: Problem): boolean =>
  rejectedBy.join() === 'apiserver' && (args.cel !== undefined || rule === 'schema/alternatives');

/** Where the field would be that an unknown field is meant to be. */
function meantPlace({ rule, path, args }: Problem): string[] {
  const { meant } = args;
  return rule === 'schema/unknown-field' && typeof meant === 'string' ? [formatPath([...path, meant])] : [];
}
