import type { IstioVersion } from './istio-version.ts';
import { knowledgeDate } from './knowledge-date.ts';
import { minorRelease, minorReleases } from './minor-releases.ts';

/** Whether fixes are still made for a version. */
export interface Support {
  readonly state: 'supported' | 'ended' | 'unknown';
  readonly endOfLife?: string;
  /** The newest patch of the same minor release that is known. */
  readonly latestPatch?: string;
  /** One sentence without a full stop. */
  readonly reason: string;
}

/** Judges the support of a version on a day. A minor release newer than what is known is `unknown`. */
export function supportOf(version: Pick<IstioVersion, 'major' | 'minor'>, now: Date): Support {
  const minor = `${version.major}.${version.minor}`;
  const release = minorRelease(minor);
  if (release === undefined) return supportOfUnlisted(version, minor);
  const { endOfLife, latest: latestPatch } = release;
  if (endOfLife === undefined)
    return {
      state: 'supported',
      latestPatch,
      reason: `${minor} gets fixes, as far as known on ${knowledgeDate}`,
    };
  const ended = endOfLife <= now.toISOString().slice(0, 10);
  return {
    state: ended ? 'ended' : 'supported',
    endOfLife,
    latestPatch,
    reason: `${minor} ${ended ? 'gets no more fixes since' : 'gets fixes until'} ${endOfLife}`,
  };
}

function supportOfUnlisted({ major, minor }: Pick<IstioVersion, 'major' | 'minor'>, name: string): Support {
  const oldest = minorReleases[0]?.minor ?? '';
  const isOlder = major < 1 || (major === 1 && minor < Number(oldest.split('.')[1]));
  return isOlder
    ? { state: 'ended', reason: `${name} gets no more fixes: it is older than ${oldest}, which ended, too` }
    : { state: 'unknown', reason: `${name} was not known on ${knowledgeDate}` };
}
