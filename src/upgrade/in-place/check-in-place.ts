import { MeshctlError } from '../../errors.ts';
import type { InstallPlan } from '../../install/index.ts';
import { objectsIn, plainText, type JsonObject } from '../../json.ts';
import { labelOf } from '../../label-of.ts';
import {
  compareVersions,
  minorRelease,
  parseImage,
  parseVersion,
  upgradeStops,
  type IstioVersion,
} from '../../releases/index.ts';

/** The versions of istiod that an installation replaces, and the one it brings. */
export interface InPlaceVersions {
  readonly from: string;
  readonly to: string;
}

/** Undefined where no istiod is replaced, or where its images do not say which version they are. */
export function inPlaceVersions({ stages }: InstallPlan): InPlaceVersions | undefined {
  const istiod = stages
    .flatMap(({ changes }) => changes)
    .find(({ object, live }) => object.kind === 'Deployment' && labelOf(live, 'app') === 'istiod');
  const [from, to] = [versionOf(istiod?.live), versionOf(istiod?.desired)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function versionOf(deployment: JsonObject | undefined): string | undefined {
  const containers = objectsIn(deployment, 'spec', 'template', 'spec', 'containers');
  const discovery = containers.find(({ name }) => name === 'discovery') ?? containers[0];
  return parseImage(plainText(discovery?.image)).version;
}

/**
 * Makes sure that a control plane is replaced by one that its proxies can talk to: of the same minor release, or the next.
 * Where a version names no release, nothing is known, and nothing is refused.
 *
 * @throws {MeshctlError} `usage` for a way back, and for more than one minor release at once, with the versions between.
 */
export function checkInPlace(plan: InstallPlan): void {
  const versions = inPlaceVersions(plan);
  if (versions === undefined) return;
  const [from, to] = [parseVersion(versions.from), parseVersion(versions.to)];
  if (from === undefined || to === undefined) return;
  if (compareVersions(to, from) < 0) throw isOlder(from, to);
  const distance = to.minor - from.minor;
  if (from.major === to.major && distance <= 1) return;
  throw new MeshctlError('usage', `${to.text} is ${distance} minor releases after ${from.text}`, {
    reason:
      'in place, a control plane goes one minor release at a time: its proxies stay as they are until they restart, and are made for the next one at most',
    hint: `${stopsText(from, to)}; or skip one with \`meshctl upgrade plan\`, which puts the new control plane beside the old one`,
  });
}

const isOlder = (from: IstioVersion, to: IstioVersion): MeshctlError =>
  new MeshctlError('usage', `${to.text} is older than ${from.text}`, {
    reason: 'proxies would be newer than their control plane',
    hint: 'to take an upgrade in place back, use `meshctl upgrade in-place --restore`',
  });

function stopsText(from: IstioVersion, to: IstioVersion): string {
  const areKnown = [from, to].every(({ major, minor }) => minorRelease(`${major}.${minor}`) !== undefined);
  if (!areKnown) return 'go to the next minor release first';
  const stops = upgradeStops({ from: from.text, to: to.text, way: 'in-place' });
  return `go to ${stops.map(({ version }) => version).join(', then ')}, each with the meshctl of its release`;
}
