import type { Finding } from '../../finding.ts';
import type { OfferedFix } from './choose-fixes.ts';

/** What fixes did to the files. */
export interface Verdict {
  /** Files that have more errors than before, or more documents that cannot be read. */
  readonly worse: ReadonlySet<string>;
  /** Files that have more errors than they should have left: some fix may hide what another one broke. */
  readonly suspect: ReadonlySet<string>;
}

/**
 * Compares two checks of the same files, before and after fixes. What comes to light because a document can be read at
 * last, or its kind is known, does not count.
 */
export function judge(
  before: readonly Finding[],
  after: readonly Finding[],
  fixes: readonly OfferedFix[],
): Verdict {
  const cleared = clearedPlaces(before, after);
  const counts = (finding: Finding): boolean =>
    finding.severity === 'error' && !isBlind(finding) && !cleared.has(placeOf(finding));
  const mended = countByFile(fixes.map(({ finding }) => finding).filter(counts));
  const fixed = new Set(fixes.map(({ finding: { file } }) => file));
  const old = countByFile(before.filter(counts));
  const worse = moreUnread(before, after);
  const suspect = new Set(worse);
  for (const [file, errors] of countByFile(after.filter(counts))) {
    // A document that counts at last may be at odds with files that nobody touched.
    if (cleared.size > 0 && !fixed.has(file)) continue;
    const past = old.get(file) ?? 0;
    if (errors > past) worse.add(file);
    if (errors > past - (mended.get(file) ?? 0)) suspect.add(file);
  }
  return { worse, suspect };
}

/** Files with more documents that cannot be read than before. */
function moreUnread(before: readonly Finding[], after: readonly Finding[]): Set<string> {
  const past = countByFile(before.filter(isUnread));
  const now = [...countByFile(after.filter(isUnread))];
  return new Set(now.filter(([file, number]) => number > (past.get(file) ?? 0)).map(([file]) => file));
}

const isUnread = ({ rule }: Finding): boolean => rule.startsWith('yaml/');

/** Whether nothing else is said of the document, because it was not checked. */
const isBlind = (finding: Finding): boolean => isUnread(finding) || finding.rule.startsWith('kind/');

const placeOf = ({ file, document }: Finding): string => `${document} ${file}`;

/** Documents that were not checked before and are now. */
function clearedPlaces(before: readonly Finding[], after: readonly Finding[]): Set<string> {
  const still = new Set(after.filter(isBlind).map(placeOf));
  return new Set(
    before
      .filter(isBlind)
      .map(placeOf)
      .filter((place) => !still.has(place)),
  );
}

function countByFile(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of findings) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}
