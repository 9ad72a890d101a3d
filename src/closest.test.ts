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
