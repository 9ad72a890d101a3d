import { describe, expect, test } from 'vitest';
import { parseVersion, type IstioVersion } from '../releases/index.ts';
import { advisories } from './advisories.ts';
import { recommendVersion, type Recommendation } from './recommend-version.ts';

const now = new Date('2026-11-21T12:00:00Z');

describe('the version to go to', () => {
  test.each([
    [
      'is a patch of the own minor release',
      '1.30.1',
      ['2026-006', '2026-005'],
      '1.30.4',
      '1.30.5',
      ['1.30.5'],
    ],
    ['is the next supported minor release', '1.28.3', ['2026-006'], '1.30.4', '1.30.5', ['1.30.5']],
    [
      'mends all at once',
      '1.30.4',
      ['2026-006', 'BACKENDTLS', 'ANNESCAPE', 'CERTREF'],
      '1.31.1',
      '1.31.1',
      ['1.31.1'],
    ],
    [
      'does not mind what no version mends',
      '1.30.1',
      ['2026-002', '2026-004'],
      '1.30.2',
      '1.30.5',
      ['1.30.5'],
    ],
    ['goes by stops', '1.27.0', ['2026-001'], '1.30.0', '1.30.5', ['1.29.8', '1.30.5']],
  ])('%s', (_, version, ids, smallest, target, stops) => {
    const advice = recommend(version, ids);
    expect(advice?.smallest).toBe(smallest);
    expect(advice?.target).toBe(target);
    expect(advice?.stops?.map((stop) => stop.version)).toEqual(stops);
    expect(advice?.left).toEqual([]);
  });

  test('leaves as little as possible where nothing mends all', () => {
    const advice = recommend('1.29.3', ['2026-006', 'CVE-2026-35189']);
    expect(advice).toMatchObject({ target: '1.30.5', left: ['CVE-2026-35189'] });
    expect(advice?.smallest).toBeUndefined();
  });

  test('has no known way from what is too old to be known', () => {
    expect(recommend('1.12.0', ['2026-006'])).toMatchObject({ smallest: '1.30.4', target: '1.30.5' });
    expect(recommend('1.12.0', ['2026-006'])?.stops).toBeUndefined();
  });

  test('is none where nothing newer is known', () => {
    expect(recommend('1.31.1', ['CVE-2026-35189'])).toBeUndefined();
  });
});

function recommend(text: string, ends: readonly string[]): Recommendation | undefined {
  const chosen = advisories.filter(({ id }) => ends.some((end) => id.endsWith(end)));
  return recommendVersion(version(text), chosen, now);
}

function version(text: string): IstioVersion {
  const read = parseVersion(text);
  if (read === undefined) throw new Error(text);
  return read;
}
