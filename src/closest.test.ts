import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearlyClosest, closest } from './closest.ts';

const commands = ['validate', 'version', 'completion', 'config', 'explain', 'help'];

test.each([
  ['a missing letter', 'validte', commands, 'validate'],
  ['an extra letter', 'verssion', commands, 'version'],
  ['a swap of neighbours', 'hlep', commands, 'help'],
  ['a wrong letter', 'exploin', commands, 'explain'],
  ['two slips in a long word', 'compeltoin', commands, 'completion'],
  ['another case', 'virtualservice', ['VirtualService', 'ServiceEntry'], 'VirtualService'],
  ['another way to join words', 'fail_on', ['output', 'failOn'], 'failOn'],
  ['dashes of a flag', '--ouput', ['--output', '--quiet'], '--output'],
  ['a start that only one candidate has', 'val', commands, 'validate'],
  ['a start that two candidates share', 'con', ['config', 'connect'], undefined],
  ['too short a start', 'va', commands, undefined],
  ['an exact match among near ones', 'port', ['ports', 'port'], 'port'],
  ['the first of equally near ones', 'cat', ['bat', 'hat'], 'bat'],
  ['a three-letter word with two slips', 'abc', ['axy'], undefined],
  ['a two-letter word with one slip', 'ab', ['ac'], undefined],
  ['a four-letter word with two slips', 'help', ['halt'], undefined],
  ['an unrelated word', 'kubernetes', commands, undefined],
  ['four slips in a long word', 'abcdefghijklmno', ['wxyzefghijklmno'], undefined],
  ['no candidates', 'validate', [], undefined],
  ['an empty word', '', commands, undefined],
])('%s', (_, word, candidates, expected) => {
  expect(closest(word, candidates)).toBe(expected);
});

const word = fc.stringMatching(/^[a-z]{6,20}$/);

test('one dropped letter in a word of six or more is always recognised', () => {
  fc.assert(
    fc.property(word, fc.nat(), (known, n) => {
      const place = n % known.length;
      expect(closest(known.slice(0, place) + known.slice(place + 1), ['#####', known])).toBe(known);
    }),
  );
});

test('a candidate itself is always the answer', () => {
  fc.assert(
    fc.property(word, fc.array(word), (known, others) => {
      expect(closest(known, [...others, known])).toBe(known);
    }),
  );
});

test.each([
  ['the only one that is near', 'timout', ['timeout', 'retries'], 'timeout'],
  ['the nearest', 'mirrorPercen', ['mirrorPercentage', 'mirrorPercent'], 'mirrorPercent'],
  [
    'the first of two spellings of one word',
    'mirrorPercen',
    ['mirrorPercent', 'mirror_percent'],
    'mirrorPercent',
  ],
  ['none of two that are as near', 'mirrorr', ['mirror', 'mirrors', 'mirrord'], undefined],
  ['none that is only begun alike', 'traffic', ['trafficPolicy', 'host'], undefined],
  ['none that is far', 'kubernetes', ['timeout'], undefined],
])('clearly meant: %s', (_, word, candidates, expected) => {
  expect(clearlyClosest(word, candidates)).toBe(expected);
});

/** Damerau-Levenshtein distance by its definition, a table of all beginnings. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from(b, () => i).concat(i));
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swaps ? at(i - 2, j - 2) + 1 : Infinity;
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
      table[i]?.splice(j, 1, i === 0 && j === 0 ? 0 : least);
    }
  }
  return at(a.length, b.length);
}

test('a candidate is near exactly when one slip in three letters, three at most, lie between', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(short, short, (wanted, known) => {
      const allowed = Math.min(3, Math.floor(Math.max(wanted.length, known.length) / 3));
      const isNear = distance(wanted, known) <= allowed;
      expect(clearlyClosest(wanted, [known])).toBe(isNear ? known : undefined);
    }),
    { numRuns: 1000 },
  );
});
