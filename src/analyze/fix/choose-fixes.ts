import { compareText } from '../../compare-text.ts';
import type { Edit, Finding, Fix } from '../../finding.ts';
import { comparePositions } from './text-edits.ts';

/** A fix with the finding that it mends. */
export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * Of the fixes that findings offer, those that can be made at once: of two that touch each other the one that comes first
 * in the file. Of several fixes of one finding only the first counts, the others are alternatives.
 */
export function chooseFixes(offered: readonly OfferedFix[]): OfferedFix[] {
  const taken = new Map<string, Edit[]>();
  return offered.toSorted(byPlace).filter(({ finding: { file }, fix: { edits } }) => {
    const others = taken.get(file) ?? [];
    if (edits.some((edit) => collides(others, edit))) return false;
    for (const edit of edits) others.splice(placeOf(others, edit), 0, edit);
    taken.set(file, others);
    return true;
  });
}

const byStart = (a: Edit, b: Edit): number => comparePositions(a.range.start, b.range.start);

function byPlace(a: OfferedFix, b: OfferedFix): number {
  const [first, second] = [a.fix.edits[0], b.fix.edits[0]];
  if (a.finding.file !== b.finding.file) return compareText(a.finding.file, b.finding.file);
  return first === undefined || second === undefined ? 0 : byStart(first, second);
}

/** Where an edit belongs among others, which are in their order and mostly before it. */
const placeOf = (others: readonly Edit[], edit: Edit): number =>
  others.findLastIndex((other) => byStart(other, edit) <= 0) + 1;

function collides(others: readonly Edit[], edit: Edit): boolean {
  const place = placeOf(others, edit);
  return others.slice(Math.max(place - 1, 0), place + 1).some((other) => touches(other, edit));
}

/** Whether two edits share a character, or one of them inserts where the other one begins or ends. */
function touches(a: Edit, b: Edit): boolean {
  const [first, second] = byStart(a, b) <= 0 ? [a, b] : [b, a];
  const gap = comparePositions(first.range.end, second.range.start);
  return gap > 0 || (gap === 0 && (isInsertion(first) || isInsertion(second)));
}

const isInsertion = ({ range: { start, end } }: Edit): boolean => comparePositions(start, end) === 0;
