import { groupBy } from '../../group-by.ts';
import type { ComponentGroup } from '../component-group.ts';
import type { GroupVerdict, JudgedAdvisory } from '../judge-advisories.ts';
import type { ScanReport } from '../scan-report.ts';
import { countsAsAffected } from '../judge-advisories.ts';

/** An advisory with the builds that it means the same for. */
export interface ToldVerdict {
  readonly advisory: JudgedAdvisory['advisory'];
  readonly alike: readonly GroupVerdict[];
  readonly first: GroupVerdict;
}

/** What people have to know of a scan, the worst first. */
export interface ScanSections {
  readonly affected: readonly ToldVerdict[];
  readonly possible: readonly ToldVerdict[];
  readonly advice: readonly ToldVerdict[];
  /** Builds for which many advisories cannot be decided, with the reason and how many. */
  readonly undecided: readonly {
    readonly group: ComponentGroup;
    readonly why: string;
    readonly count: number;
  }[];
}

/** Sorts the verdicts of a report out by what is to be done about them. */
export function scanSections({ advisories }: ScanReport): ScanSections {
  const told = (isWanted: (one: GroupVerdict) => boolean): readonly ToldVerdict[] =>
    advisories.flatMap(({ advisory, verdicts }) =>
      [...groupBy(verdicts.filter(isWanted), ({ verdict: { why } }) => why.text).values()].flatMap((alike) =>
        alike.slice(0, 1).map((first) => ({ advisory, alike, first })),
      ),
    );
  return {
    affected: told(({ verdict }) => countsAsAffected(verdict)),
    possible: told(({ verdict }) => verdict.state === 'affected-if' && !countsAsAffected(verdict)),
    advice: told(({ verdict }) => verdict.state === 'advice'),
    undecided: undecided(advisories),
  };
}

function undecided(advisories: readonly JudgedAdvisory[]): ScanSections['undecided'] {
  const open = advisories.flatMap(({ verdicts }) =>
    verdicts.filter(({ verdict }) => verdict.state === 'unknown'),
  );
  const alike = groupBy(open, ({ group, verdict }) => `${group.id}: ${verdict.why.text}`);
  return [...alike.values()].flatMap((those) =>
    those.slice(0, 1).map(({ group, verdict }) => ({ group, why: verdict.why.text, count: those.length })),
  );
}
