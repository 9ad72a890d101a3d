/** A release of Istio. */
export interface IstioVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Such as `rc.0`; a release without one is newer than all that have one. */
  readonly prerelease?: string;
  /** As it is written in tags: `1.31.0-rc.0`. */
  readonly text: string;
}

/** Reads `1.31.1`, `v1.31.1` or `1.31.0-rc.0`; undefined for everything else, such as `1.31`, `latest` or `1.31.1-fips`. */
export function parseVersion(text: string): IstioVersion | undefined {
  const [, major, minor, patch, prerelease] = grammar.exec(text) ?? [];
  if (major === undefined) return undefined;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    ...(prerelease !== undefined && { prerelease }),
    text: text.replace(/^v/, ''),
  };
}

const grammar = /^v?(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(?:-((?:alpha|beta|rc)\.\d{1,6}))?$/;
