import { parseVersion, type IstioVersion } from './istio-version.ts';
import { minorRelease, minorReleases } from './minor-releases.ts';

/** What a tag of an image, or a version that a proxy reports, says. */
export interface TagVersion {
  /** Without variant and vendor suffix, such as `1.31.0-rc.0`; absent where the tag names no release. */
  readonly version?: string;
  /** The minor release, where no more is known: of `1.31` or `1.31-dev`. */
  readonly line?: string;
  readonly variant?: 'debug' | 'distroless';
  readonly vendorSuffix?: string;
  /**
   * `vendor`: others built it, and upstream ranges do not decide; `unreleased`: upstream has no such release, as far as
   * known; `unknown`: it names no version.
   */
  readonly origin: 'upstream' | 'vendor' | 'unreleased' | 'unknown';
}

/** Reads a tag such as `1.31.1`, `1.31.1-distroless`, `1.20.3-asm.4` or `latest`. */
export function parseTag(tag: string): TagVersion {
  const [, base = '', rest = ''] = grammar.exec(tag) ?? [];
  const parts = rest.split('-');
  const variant = variants.find((name) => parts.includes(name));
  const vendorSuffix = parts.filter((part) => part !== variant).join('-');
  const version = parseVersion(base);
  if (version === undefined || /^(dev|alpha|beta|rc)\b/.test(vendorSuffix)) return moving(tag);
  const built = { version: version.text, ...(variant !== undefined && { variant }) };
  if (vendorSuffix !== '') return { ...built, vendorSuffix, origin: 'vendor' };
  return { ...built, origin: isReleased(version) ? 'upstream' : 'unreleased' };
}

/** A version, and what is appended to it. */
const grammar = /^(\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)\.\d+(?![\w.]))?)(?:-(.+))?$/;

const variants = ['distroless', 'debug'] as const;

function moving(tag: string): TagVersion {
  const [, line] = /^(\d+\.\d+)(?=[.-]|$)/.exec(tag) ?? [];
  return { ...(line !== undefined && { line }), origin: 'unknown' };
}

function isReleased({ major, minor, patch, prerelease }: IstioVersion): boolean {
  const oldest = Number(minorReleases[0]?.minor.split('.')[1]);
  if (major === 1 && minor < oldest) return !tagGaps.has(`1.${minor}.${patch}`);
  const release = minorRelease(`${major}.${minor}`);
  return release !== undefined && (prerelease === undefined ? patch < release.patches.length : patch === 0);
}

/** Numbers that were passed over. */
const tagGaps = new Set(['1.17.7', '1.18.4', '1.19.2']);
