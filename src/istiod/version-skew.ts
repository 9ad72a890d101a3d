import { reportedVersion, skewOf } from '../releases/index.ts';
import type { MeshVersions, ProxyVersion } from './mesh-versions.ts';

/** Whether the versions of a mesh go together. */
export interface VersionSkew {
  /** `unknown`: nothing to compare, or versions that are no numbers. */
  readonly verdict: 'fine' | 'skewed' | 'unknown';
  /** Why, one sentence each. */
  readonly reasons: readonly string[];
}

/** Judges all proxies together, each as `skewOf` does. */
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

function judge({ version, controlPlane: its, revision, proxies }: ProxyVersion): Judged {
  const [proxy, controlPlane] = [reportedVersion(version), reportedVersion(its)];
  const who = `${proxies === 1 ? '1 proxy' : `${proxies} proxies`} of version ${version}`;
  const what = `the control plane ${revision} (${its})`;
  if (proxy === undefined || controlPlane === undefined)
    return { unclear: `${who} cannot be compared with ${what}` };
  const skew = skewOf({ controlPlane, proxy });
  if (skew === undefined) return {};
  const how = skew.code === 'proxy-newer' ? 'ahead of' : 'more than one minor version behind';
  return { wrong: `${who} ${proxies === 1 ? 'is' : 'are'} ${how} ${what}` };
}
