import { TemplateFault } from '../template-fault.ts';

/** A version by https://semver.org/spec/v2.0.0.html. */
export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly prerelease: string;
  readonly metadata: string;
  readonly original: string;
}

const loose =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

/** Reads a version; `v` before it and missing numbers are let pass. Throws a `TemplateFault`. */
export function parseVersion(text: string): Version {
  const match = loose.exec(text);
  if (match === null) throw new TemplateFault(`${JSON.stringify(text)} is no semantic version`);
  const [, major = '0', minor = '0', patch = '0', prerelease = '', metadata = ''] = match;
  if (prerelease.split('.').some((part) => /^0\d+$/.test(part))) {
    throw new TemplateFault(
      `${JSON.stringify(text)} is no semantic version: a number of its prerelease starts with 0`,
    );
  }
  return {
    major: BigInt(major),
    minor: BigInt(minor),
    patch: BigInt(patch),
    prerelease,
    metadata,
    original: text,
  };
}

/** Negative if `a` comes before `b`; metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  const difference = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  if (difference !== 0n) return difference < 0n ? -1 : 1;
  if (a.prerelease === '' || b.prerelease === '') {
    return Number(a.prerelease === '') - Number(b.prerelease === '');
  }
  return comparePrereleases(a.prerelease.split('.'), b.prerelease.split('.'));
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const difference = compareParts(part, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareParts(a: string, b: string): number {
  if (a === b) return 0;
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOther) return BigInt(a) < BigInt(b) ? -1 : 1;
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return a < b ? -1 : 1;
}
