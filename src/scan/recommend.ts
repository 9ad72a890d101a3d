import { recommendVersion, type Recommendation } from '../advisories/index.ts';
import { groupBy } from '../group-by.ts';
import { compareVersions, parseVersion, type IstioVersion } from '../releases/index.ts';
import type { ComponentGroup } from './component-group.ts';
import type { JudgedAdvisory } from './judge-advisories.ts';

/** Where to go from a control plane. */
export interface UpgradeAdvice extends Recommendation {
  readonly from: string;
  /** Plans the first stop; absent where no way is known. */
  readonly command?: string;
}

/**
 * Says for each version of a control plane (of the oldest component where there is none) which version mends what it and
 * all that follows it is, or may be, affected by. Nothing for one that is supported and affected by nothing.
 */
export function recommend(
  groups: readonly ComponentGroup[],
  judged: readonly JudgedAdvisory[],
  now: Date,
): readonly UpgradeAdvice[] {
  const mendable = judged
    .filter(({ verdicts }) =>
      verdicts.some(({ verdict: { state, optOut } }) => concerns.includes(state) && optOut === undefined),
    )
    .map(({ advisory }) => advisory);
  return starts(groups).flatMap(({ version, isEnded }) => {
    if (mendable.length === 0 && !isEnded) return [];
    const found = recommendVersion(version, mendable, now);
    if (found === undefined) return [];
    const next = found.stops?.[0]?.version;
    return [
      {
        from: version.text,
        ...found,
        ...(next !== undefined && { command: `meshctl upgrade plan --to ${next}` }),
      },
    ];
  });
}

const concerns: readonly string[] = ['affected', 'affected-if'];

interface Start {
  readonly version: IstioVersion;
  readonly isEnded: boolean;
}

function starts(groups: readonly ComponentGroup[]): readonly Start[] {
  const known = groups.flatMap(({ component, version, origin, support }) => {
    const parsed = origin === 'vendor' || version === undefined ? undefined : parseVersion(version);
    return parsed ? [{ component, version: parsed, isEnded: support?.state === 'ended' }] : [];
  });
  const sorted = known.toSorted((a, b) => compareVersions(a.version, b.version));
  const istiods = sorted.filter(({ component }) => component === 'istiod');
  if (istiods.length === 0) return sorted.slice(0, 1);
  return [...groupBy(istiods, ({ version }) => version.text).values()]
    .map((alike) => alike[0])
    .flatMap((start) => start ?? []);
}
