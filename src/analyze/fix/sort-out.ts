import { groupBy } from '../../group-by.ts';
import type { OfferedFix } from './choose-fixes.ts';
import type { Verdict } from './judge.ts';

/** Fixes made together, by what they did. */
interface Sorted {
  /** Each alone in its file, which is worse for it. */
  readonly harmful: readonly OfferedFix[];
  /** To be tried in smaller groups. */
  readonly doubtful: readonly OfferedFix[];
  readonly harmless: readonly OfferedFix[];
}

/** Tells fixes that did harm from others, as far as that is certain. */
export function sortOut(fixes: readonly OfferedFix[], { worse, suspect }: Verdict): Sorted {
  const files = new Map<string, number>();
  for (const { finding } of fixes) files.set(finding.file, (files.get(finding.file) ?? 0) + 1);
  const isAlone = ({ finding: { file } }: OfferedFix): boolean => files.get(file) === 1;
  if ([...worse].some((file) => !files.has(file))) {
    // Who is to blame in another file cannot be told but by trying.
    if (fixes.length === 1) return { harmful: fixes, doubtful: [], harmless: [] };
    return { harmful: [], doubtful: fixes, harmless: [] };
  }
  const harmful = fixes.filter((fix) => isAlone(fix) && worse.has(fix.finding.file));
  const doubtful = fixes.filter((fix) => !isAlone(fix) && suspect.has(fix.finding.file));
  const rest = new Set([...harmful, ...doubtful]);
  return { harmful, doubtful, harmless: fixes.filter((fix) => !rest.has(fix)) };
}

/** Two halves: of the fixes of each file, unless each file has but one; then of all. */
export function halves(fixes: readonly OfferedFix[]): [OfferedFix[], OfferedFix[]] {
  const byFile = groupBy(fixes, ({ finding }) => finding.file);
  const groups = byFile.size === fixes.length ? [[...fixes]] : [...byFile.values()];
  return [
    groups.flatMap((group) => group.slice(0, Math.ceil(group.length / 2))),
    groups.flatMap((group) => group.slice(Math.ceil(group.length / 2))),
  ];
}
