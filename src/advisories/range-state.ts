import { compareVersions, parseVersion, type IstioVersion } from '../releases/index.ts';
import type { Advisory, VersionRange } from './advisory.ts';

/** Where a version stands to the ranges of an advisory. */
export type RangeState =
  /** In a range; `fixed` is the first version of the same minor release that is not. */
  | { readonly at: 'in'; readonly range: VersionRange; readonly fixed?: string }
  /** In a minor release of which nobody says whether its patches have the fix. */
  | { readonly at: 'line-unknown'; readonly range: VersionRange }
  | { readonly at: 'older'; readonly means: Advisory['olderLines'] }
  /** After the end of a range in the same minor release, before the beginning, or in a minor release without one. */
  | { readonly at: 'fixed'; readonly since: string }
  | { readonly at: 'before' | 'newer-line' };

/** Decides by numbers alone. */
export function rangeState(
  version: IstioVersion,
  ranges: readonly VersionRange[],
  olderLines: Advisory['olderLines'],
): RangeState {
  const range = ranges.find((one) => isIn(version, one));
  if (range !== undefined) return within(version, range);
  const starts = ranges.map(({ introduced }) => numbers(introduced));
  if (starts.every((start) => isLineBelow(version, start))) return { at: 'older', means: olderLines };
  const since = ranges.findLast((one) => fixedInLineOf(version, one) !== undefined)?.fixed;
  if (since !== undefined && compareVersions(version, numbers(since)) >= 0) return { at: 'fixed', since };
  return { at: starts.some((start) => compareVersions(version, start) < 0) ? 'before' : 'newer-line' };
}

function within(version: IstioVersion, range: VersionRange): RangeState {
  if (range.uncertain === true) return { at: 'line-unknown', range };
  const fixed = fixedInLineOf(version, range);
  return { at: 'in', range, ...(fixed !== undefined && { fixed }) };
}

function fixedInLineOf({ text }: IstioVersion, { fixed }: VersionRange): string | undefined {
  return fixed !== undefined && lineOf(fixed) === lineOf(text) ? fixed : undefined;
}

function isIn(version: IstioVersion, { introduced, fixed, lastAffected, line }: VersionRange): boolean {
  if (isBefore(version, numbers(introduced))) return false;
  if (fixed !== undefined && compareVersions(version, numbers(fixed)) >= 0) return false;
  if (lastAffected !== undefined && compareVersions(version, numbers(lastAffected)) > 0) return false;
  return line === undefined || lineOf(version.text) === line;
}

/** What came with a minor release is in its prereleases. */
function isBefore(version: IstioVersion, introduced: IstioVersion): boolean {
  return introduced.patch === 0 && introduced.prerelease === undefined
    ? isLineBelow(version, introduced)
    : compareVersions(version, introduced) < 0;
}

const isLineBelow = (a: IstioVersion, b: IstioVersion): boolean =>
  a.major < b.major || (a.major === b.major && a.minor < b.minor);

const lineOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** Ranges of records and of databases were read before. */
function numbers(text: string): IstioVersion {
  return parseVersion(text) ?? { major: 0, minor: 0, patch: 0, text };
}
