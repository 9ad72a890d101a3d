import {
  compareVersions,
  minorReleases,
  parseVersion,
  supportOf,
  upgradeStops,
  type IstioVersion,
  type UpgradeStop,
} from '../releases/index.ts';
import type { Advisory } from './advisory.ts';
import { isClear } from './is-clear.ts';

/** Where to go so that advisories do not matter any more. */
export interface Recommendation {
  /** The oldest supported version without any of the advisories that a version can mend. */
  readonly smallest?: string;
  /** What to install: the newest patch of the same minor release as `smallest`, or what mends most. */
  readonly target: string;
  /** On the way there with revisions, the target last; absent when the own version is too old for a known way. */
  readonly stops?: readonly UpgradeStop[];
  /** Ids of advisories that the target still has, or may have. */
  readonly left: readonly string[];
}

/**
 * Finds one version that mends all: in the own minor release while that is supported, or else in the next one that is. Where
 * none does, the one that leaves the fewest. Undefined when nothing newer is known.
 */
export function recommendVersion(
  version: IstioVersion,
  advisories: readonly Advisory[],
  now: Date,
): Recommendation | undefined {
  const mendable = advisories.filter(({ status }) => status === 'fixed');
  const newer = minorReleases
    .flatMap(({ patches }) => patches.flatMap((patch) => parseVersion(patch.version) ?? []))
    .filter((one) => compareVersions(one, version) > 0 && supportOf(one, now).state === 'supported');
  const smallest = newer.find((one) => leftBy(one, mendable).length === 0);
  const candidates = newer.filter((one) => isNewest(one) && (!smallest || isSameLine(one, smallest)));
  const target = [...candidates].sort(
    (a, b) => leftBy(a, mendable).length - leftBy(b, mendable).length || compareVersions(a, b),
  )[0];
  if (target === undefined) return undefined;
  const stops = stopsBetween(version, target);
  return {
    ...(smallest !== undefined && { smallest: smallest.text }),
    target: target.text,
    ...(stops !== undefined && { stops }),
    left: leftBy(target, mendable),
  };
}

const leftBy = (version: IstioVersion, advisories: readonly Advisory[]): readonly string[] =>
  advisories.filter((advisory) => !isClear(version, advisory)).map(({ id }) => id);

const isNewest = ({ text }: IstioVersion): boolean => minorReleases.some(({ latest }) => latest === text);

const isSameLine = (a: IstioVersion, b: IstioVersion): boolean => a.major === b.major && a.minor === b.minor;

/** From releases older than all that are known there is no known way. */
function stopsBetween(from: IstioVersion, to: IstioVersion): readonly UpgradeStop[] | undefined {
  const isKnown = minorReleases.some(({ minor }) => minor === `${from.major}.${from.minor}`);
  return isKnown ? upgradeStops({ from: from.text, to: to.text, way: 'canary' }) : undefined;
}
