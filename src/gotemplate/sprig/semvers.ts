import { fulfils } from '../semver/constraint.ts';
import { compareVersions, parseVersion, type Version } from '../semver/version.ts';
import { goFunction } from '../values/go-function.ts';
import { GoInt, GoStruct } from '../values/go-value.ts';

/** https://masterminds.github.io/sprig/semver.html */
export const semvers = {
  semver: goFunction(['string'], (text) => structOf(parseVersion(text))),
  semverCompare: goFunction(['string', 'string'], (constraint, text) =>
    fulfils(constraint, parseVersion(text)),
  ),
};

const versions = new WeakMap<object, Version>();

function structOf(version: Version): GoStruct {
  const { major, minor, patch, prerelease, metadata, original } = version;
  const text = `${major}.${minor}.${patch}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`;
  const struct: GoStruct = new GoStruct({
    type: 'semver.Version',
    pointer: true,
    methods: {
      Major: goFunction([], () => new GoInt(major, 'uint64')),
      Minor: goFunction([], () => new GoInt(minor, 'uint64')),
      Patch: goFunction([], () => new GoInt(patch, 'uint64')),
      Prerelease: goFunction([], () => prerelease),
      Metadata: goFunction([], () => metadata),
      Original: goFunction([], () => original),
      String: goFunction([], () => text),
      Compare: goFunction(['any'], (other) => {
        const compared = typeof other === 'object' && other !== null ? versions.get(other) : undefined;
        return new GoInt(compared === undefined ? 1 : Math.sign(compareVersions(version, compared)));
      }),
    },
    json: () => text,
  });
  versions.set(struct, version);
  return struct;
}
