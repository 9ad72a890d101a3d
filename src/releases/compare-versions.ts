import type { IstioVersion } from './istio-version.ts';

/** Below zero when the first is older, above when it is newer, zero for the same. `1.31.0-rc.0` is older than `1.31.0`. */
export function compareVersions(a: IstioVersion, b: IstioVersion): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a, b);
}

function comparePrereleases({ prerelease: a }: IstioVersion, { prerelease: b }: IstioVersion): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  const [[stageA, countA], [stageB, countB]] = [partsOf(a), partsOf(b)];
  return stages.indexOf(stageA) - stages.indexOf(stageB) || countA - countB;
}

const stages = ['alpha', 'beta', 'rc'];

function partsOf(prerelease: string): [string, number] {
  const [stage = '', count] = prerelease.split('.');
  return [stage, Number(count)];
}
