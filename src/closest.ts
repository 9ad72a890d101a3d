/**
 * The candidate that `word` was most likely meant to be, or undefined when none is near enough. Case, `-` and `_` count
 * for nothing (`fail_on` is `failOn`); otherwise up to one slip in three letters is forgiven, three at most, where a
 * swap of neighbours is one slip. A word of three letters or more that starts a single candidate stands for it.
 * Among equals the first candidate wins.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return closestOf(word, vocabulary(candidates));
}

/** A candidate, and what is compared of it. */
interface Known {
  readonly candidate: string;
  readonly plain: string;
}

/** Candidates that many words are compared with, each by `closestOf`. */
export const vocabulary = (candidates: Iterable<string>): readonly Known[] =>
  Array.from(candidates, (candidate) => ({ candidate, plain: plain(candidate) }));

/** As `closest`, where the candidates are the same for many words. */
export function closestOf(word: string, candidates: readonly Known[]): string | undefined {
  const wanted = plain(word);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const known of candidates) {
    const limit = Math.min(slipsAllowed(wanted, known.plain), bestDistance - 1);
    const distance = slips({ a: wanted, b: known.plain }, 0, 0, limit);
    if (distance > limit) continue;
    best = known.candidate;
    bestDistance = distance;
  }
  return best ?? onlyStart(wanted, candidates);
}

/**
 * The candidate that `word` can only have been meant to be: nearest by its slips, while no other one is as near. For
 * changes that nobody looks at before they are made.
 */
export function clearlyClosest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const all = vocabulary(candidates).map((known) => ({
    ...known,
    distance: distanceTo(wanted, known.plain),
  }));
  const least = Math.min(...all.map(({ distance }) => distance));
  const [first, ...others] = all.filter(({ distance }) => distance === least && distance < Infinity);
  return others.every((other) => other.plain === first?.plain) ? first?.candidate : undefined;
}

function distanceTo(wanted: string, known: string): number {
  const limit = slipsAllowed(wanted, known);
  const distance = slips({ a: wanted, b: known }, 0, 0, limit);
  return distance > limit ? Infinity : distance;
}

/** One slip in three letters, three at most. */
const slipsAllowed = (wanted: string, known: string): number =>
  Math.min(3, Math.floor(Math.max(wanted.length, known.length) / 3));

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}

function onlyStart(wanted: string, candidates: readonly Known[]): string | undefined {
  if (wanted.length < 3) return undefined;
  const [first, second] = candidates.filter((known) => known.plain.startsWith(wanted));
  return second === undefined ? first?.candidate : undefined;
}

interface Pair {
  readonly a: string;
  readonly b: string;
}

/**
 * Damerau-Levenshtein distance (optimal string alignment) of what follows `i` in one word and `j` in the other, or a
 * number above `limit` when it is more. Limits are small: trying each slip is faster than a table of all distances.
 */
function slips(pair: Pair, i: number, j: number, limit: number): number {
  const { a, b } = pair;
  while (i < a.length && a[i] === b[j]) {
    i += 1;
    j += 1;
  }
  const [more, others] = [a.length - i, b.length - j];
  if (Math.abs(more - others) > limit) return limit + 1;
  if (more === 0 || others === 0) return Math.max(more, others);
  if (limit < 1) return limit + 1;
  let least = 1 + slips(pair, i + 1, j + 1, limit - 1);
  least = Math.min(least, 1 + slips(pair, i + 1, j, Math.min(limit, least - 1) - 1));
  least = Math.min(least, 1 + slips(pair, i, j + 1, Math.min(limit, least - 1) - 1));
  if (a[i] !== b[j + 1] || a[i + 1] !== b[j]) return least;
  return Math.min(least, 1 + slips(pair, i + 2, j + 2, Math.min(limit, least - 1) - 1));
}
