import { describe, expect, test } from 'vitest';
import { parseVersion, type IstioVersion } from '../releases/index.ts';
import { advisories } from './advisories.ts';
import type { VersionRange } from './advisory.ts';
import { isClear } from './is-clear.ts';
import { parseRanges } from './parse-ranges.ts';
import { rangeHits } from './range-hits.ts';
import { rangeState } from './range-state.ts';

const announced = advisories.filter(({ kind }) => kind !== 'envoy');

describe('each range of each record', () => {
  const rows = announced.flatMap((advisory) =>
    advisory.ranges.map((range) => ({ id: advisory.id, range, advisory })),
  );

  test.each(rows.map((row) => ({ ...row, inside: insides(row.range) })))(
    '$id holds the versions just inside: $inside',
    ({ id, inside, range }) => {
      for (const text of inside) {
        const { inRange, lineUnknown } = rangeHits(version(text));
        expect(range.uncertain === true ? lineUnknown : inRange).toContain(id);
      }
    },
  );

  test.each(rows.map((row) => ({ ...row, outside: outsides(row.range, row.advisory.ranges) })))(
    '$id does not hold the versions just outside: $outside',
    ({ id, outside }) => {
      for (const text of outside) {
        const { inRange, lineUnknown } = rangeHits(version(text));
        expect([...inRange, ...lineUnknown]).not.toContain(id);
      }
    },
  );

  test('has an outside, but for those without an end, or with another range on each side', () => {
    const endless = rows.filter(({ range, advisory }) => outsides(range, advisory.ranges).length === 0);
    expect([...new Set(endless.map(({ id }) => id))]).toEqual([
      'ISTIO-SECURITY-2026-002',
      'ISTIO-SECURITY-2026-003',
      'ISTIO-UNB-2026-09-JWKSMETA',
      'ISTIO-UNB-2026-09-CERTREF',
    ]);
  });

  test.each(announced)('$id is told of older minor releases as it says', ({ id, ranges, olderLines }) => {
    const lowest = Math.min(...ranges.map(({ introduced }) => version(introduced).minor));
    if (lowest === 0) return;
    const { olderAffected, olderUnknown, inRange } = rangeHits(version(`1.${lowest - 1}.99`));
    expect(inRange).not.toContain(id);
    expect(olderAffected.includes(id)).toBe(olderLines === 'affected');
    expect(olderUnknown.includes(id)).toBe(olderLines === 'unknown');
  });
});

describe('a version', () => {
  test.each([
    ['of a candidate of the fix is affected', '1.30.4-rc.0', '1.30.0-1.30.4', 'in'],
    ['of a candidate of the first release is affected', '1.30.0-rc.0', '1.30.0-1.30.4', 'in'],
    ['before a regression is not affected', '1.13.5', '1.13.6-1.13.7', 'before'],
    ['of a line between is not affected', '1.14.0', '1.13.6-1.13.7 1.15.0-1.15.2', 'before'],
    ['after the fix has it', '1.13.9', '1.13.6-1.13.7', 'fixed'],
    ['of a line without a fix is affected', '1.28.99', '1.28.0- 1.29.0-1.29.7', 'in'],
    ['of a line nobody tells of is not known', '1.31.5', '1.30.0-1.30.4 1.31.0-?', 'line-unknown'],
    ['of a later line is not affected', '1.31.0', '1.28.0- 1.29.0-1.29.7', 'newer-line'],
    ['older than all is told of apart', '1.27.9', '1.28.0-', 'older'],
    ['of another number than the only one is not affected', '1.8.1', '=1.8.0', 'newer-line'],
  ])('%s', (_, text, ranges, at) => {
    expect(rangeState(version(text), parseRanges(ranges), 'unknown').at).toBe(at);
  });

  test('is clear of an advisory when it is clear of all its CVEs', () => {
    const advisory = announced.find(({ id }) => id === 'ISTIO-SECURITY-2026-003');
    const clear = ['1.26.9', '1.27.9', '1.28.6', '1.29.1', '1.29.2', '1.30.0'];
    expect(clear.filter((text) => advisory && isClear(version(text), advisory))).toEqual([
      '1.28.6',
      '1.29.2',
      '1.30.0',
    ]);
  });
});

/** The first and the last version of a range. */
function insides({ introduced, fixed, lastAffected }: VersionRange): readonly string[] {
  if (lastAffected !== undefined) return [lastAffected];
  return fixed === undefined ? [introduced, neighbour(introduced, 50)] : [introduced, neighbour(fixed, -1)];
}

/** The fix, what comes before the beginning of the line, and the next minor release where no range holds them. */
function outsides(range: VersionRange, all: readonly VersionRange[]): readonly string[] {
  const { introduced, fixed, lastAffected, line } = range;
  const after = fixed ?? (lastAffected === undefined ? undefined : neighbour(lastAffected, 1));
  const before = version(introduced).patch > 0 ? neighbour(introduced, -1) : inMinor(introduced, -1);
  const next = line === undefined ? undefined : inMinor(introduced, 1);
  const starts = all.map((one) => version(one.introduced).minor);
  return [before, after, next].flatMap((text) => {
    if (text === undefined || text === '') return [];
    const isOwn = text === after || version(text).minor === version(introduced).minor;
    return isOwn || !starts.includes(version(text).minor) ? [text] : [];
  });
}

function neighbour(text: string, by: number): string {
  const { major, minor, patch } = version(text);
  return `${major}.${minor}.${patch + by}`;
}

function inMinor(text: string, by: number): string {
  const { major, minor } = version(text);
  return minor + by < 0 ? '' : `${major}.${minor + by}.7`;
}

function version(text: string): IstioVersion {
  const read = parseVersion(text);
  if (read === undefined) throw new Error(text);
  return read;
}
