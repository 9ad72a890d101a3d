import { MeshctlError } from '../errors.ts';
import { compareVersions } from './compare-versions.ts';
import { hubsOf } from './hubs-of.ts';
import { parseVersion, type IstioVersion } from './istio-version.ts';
import { minorRelease, minorReleases, type KubernetesRange, type MinorRelease } from './minor-releases.ts';

/** A version to install on the way to another one. */
export interface UpgradeStop {
  readonly version: string;
  /** Such as `1.31`. */
  readonly minor: string;
  /** Where its images are, the best place first. */
  readonly hubs: readonly string[];
  readonly kubernetes: KubernetesRange;
}

/**
 * The versions to install one after another, the wanted one last; none when it is the same. In place each stop is one minor
 * version further, with revisions up to two; stops on the way are the newest patch of their minor release.
 *
 * @throws {MeshctlError} `usage` for what is no version, for minor releases that are not known, and for a way back.
 */
export function upgradeStops({
  from,
  to,
  way,
}: {
  readonly from: string;
  readonly to: string;
  readonly way: 'in-place' | 'canary';
}): readonly UpgradeStop[] {
  const [start, end] = [known(from), known(to)];
  const distance = compareVersions(end.version, start.version);
  if (distance === 0) return [];
  if (distance < 0)
    throw new MeshctlError('usage', `${to} is older than ${from}: that is no upgrade`, {
      hint: 'to go back, use the rollback of the upgrade',
    });
  const step = way === 'in-place' ? 1 : 2;
  const between = minorReleases.filter(({ minor }) => {
    const passed = numberOf(minor) - start.version.minor;
    return passed > 0 && passed % step === 0 && numberOf(minor) < end.version.minor;
  });
  return [
    ...between.map((release) => stopAt(release.latest, release)),
    stopAt(end.version.text, end.release),
  ];
}

interface Known {
  readonly version: IstioVersion;
  readonly release: MinorRelease;
}

function known(text: string): Known {
  const version = parseVersion(text);
  const release = version && minorRelease(`${version.major}.${version.minor}`);
  if (version !== undefined && release !== undefined) return { version, release };
  const [first, last] = [minorReleases.at(0)?.minor ?? '', minorReleases.at(-1)?.minor ?? ''];
  throw new MeshctlError('usage', `no upgrade is known from or to ${JSON.stringify(text)}`, {
    hint: `name a release from ${first} to ${last} with its patch, such as ${minorReleases.at(-1)?.latest ?? ''}`,
  });
}

const numberOf = (minor: string): number => Number(minor.split('.')[1]);

const stopAt = (version: string, { minor, kubernetes }: MinorRelease): UpgradeStop => ({
  version,
  minor,
  hubs: hubsOf({ major: 1, minor: numberOf(minor) }),
  kubernetes,
});
