import type { VersionRange } from './advisory.ts';

/**
 * Reads ranges as records write them: `1.29.0-1.29.2` ends before the fix, `1.28.0-` with its minor release, `1.28.0-?` as
 * well, though a patch may have the fix; `1.6.0+` has no end, and `=1.8.0` is one version.
 */
export function parseRanges(text: string): readonly VersionRange[] {
  return text.split(' ').map(parseRange);
}

function parseRange(text: string): VersionRange {
  if (text.startsWith('=')) return { introduced: text.slice(1), lastAffected: text.slice(1) };
  if (text.endsWith('+')) return { introduced: text.slice(0, -1) };
  const [introduced = '', fixed = ''] = text.split('-');
  const line = introduced.split('.').slice(0, 2).join('.');
  if (fixed === '?') return { introduced, line, uncertain: true };
  return fixed === '' ? { introduced, line } : { introduced, fixed };
}
