/**
 * The candidate that `word` was most likely meant to be, or undefined when none is near enough. Case, `-` and `_` count
 * for nothing (`fail_on` is `failOn`); otherwise up to one slip in three letters is forgiven, three at most, where a
 * swap of neighbours is one slip. A word of three letters or more that starts a single candidate stands for it.
 * Among equals the first candidate wins.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const all = [...candidates];
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of all) {
    const known = plain(candidate);
    const limit = Math.min(slipsAllowed(wanted, known), bestDistance - 1);
    const distance = slips(wanted, known, limit);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best ?? onlyStart(wanted, all);
}

/**
 * The candidate that `word` can only have been meant to be: nearest by its slips, while no other one is as near. For
 * changes that nobody looks at before they are made.
 */
export function clearlyClosest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const all = [...candidates].map((candidate) => ({
    candidate,
    distance: distanceTo(wanted, plain(candidate)),
  }));
  const least = Math.min(...all.map(({ distance }) => distance));
  const [first, ...others] = all.filter(({ distance }) => distance === least && distance < Infinity);
  if (first === undefined) return undefined;
  const known = plain(first.candidate);
  return others.every(({ candidate }) => plain(candidate) === known) ? first.candidate : undefined;
}

function distanceTo(wanted: string, known: string): number {
  const limit = slipsAllowed(wanted, known);
  const distance = slips(wanted, known, limit);
  return distance > limit ? Infinity : distance;
}

/** One slip in three letters, three at most. */
const slipsAllowed = (wanted: string, known: string): number =>
  Math.min(3, Math.floor(Math.max(wanted.length, known.length) / 3));

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}

function onlyStart(wanted: string, candidates: readonly string[]): string | undefined {
  if (wanted.length < 3) return undefined;
  const [first, second] = candidates.filter((candidate) => plain(candidate).startsWith(wanted));
  return second === undefined ? first : undefined;
}

/** Damerau-Levenshtein distance (optimal string alignment), or a number above `limit` once that is certain. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swap));
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
