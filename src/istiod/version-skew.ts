import type { MeshVersions, ProxyVersion } from './mesh-versions.ts';

/** Whether the versions of a mesh go together. */
export interface VersionSkew {
  /** `unknown`: nothing to compare, or versions that are no numbers. */
  readonly verdict: 'fine' | 'skewed' | 'unknown';
  /** Why, one sentence each. */
  readonly reasons: readonly string[];
}

/**
 * Judges by the policy of Istio: a control plane may be one minor version ahead of its proxies, and proxies are never ahead
 * of it.
 */
export function versionSkew({
  controlPlanes,
  dataPlane,
}: Pick<MeshVersions, 'controlPlanes' | 'dataPlane'>): VersionSkew {
  if (controlPlanes.length === 0) return { verdict: 'unknown', reasons: ['no control plane runs'] };
  if (dataPlane.length === 0) return { verdict: 'unknown', reasons: ['no proxy is connected'] };
  const judged = dataPlane.map(judge);
  const bad = judged.flatMap(({ wrong }) => (wrong === undefined ? [] : [wrong]));
  if (bad.length > 0) return { verdict: 'skewed', reasons: bad };
  const odd = judged.flatMap(({ unclear }) => (unclear === undefined ? [] : [unclear]));
  if (odd.length > 0) return { verdict: 'unknown', reasons: odd };
  return {
    verdict: 'fine',
    reasons: ['no proxy is ahead of its control plane, or over a minor version behind'],
  };
}

interface Judged {
  readonly wrong?: string;
  readonly unclear?: string;
}

function judge({ version, controlPlane, revision, proxies }: ProxyVersion): Judged {
  const [theirs, its] = [numbersOf(version), numbersOf(controlPlane)];
  const who = `${proxies === 1 ? '1 proxy' : `${proxies} proxies`} of version ${version}`;
  const what = `the control plane ${revision} (${controlPlane})`;
  if (theirs === undefined || its === undefined) return { unclear: `${who} cannot be compared with ${what}` };
  if (compare(theirs, its) > 0) return { wrong: `${who} ${proxies === 1 ? 'is' : 'are'} ahead of ${what}` };
  const [major, minor] = theirs;
  const isFar = its[0] !== major || its[1] - minor > 1;
  return isFar
    ? { wrong: `${who} ${proxies === 1 ? 'is' : 'are'} more than one minor version behind ${what}` }
    : {};
}

type Numbers = readonly [number, number, number];

/** Compared as numbers: 1.9 is before 1.10. */
function numbersOf(version: string): Numbers | undefined {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(version) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch ?? 0)];
}

function compare(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
