import { expect, test } from 'vitest';
import type { EndpointState } from './endpoint-choice.ts';
import { loadShares, panicThreshold } from './load-shares.ts';

/** `HHU` is a priority with two healthy endpoints and one that fails; `D` is a degraded one. */
const level = (letters: string): EndpointState[] =>
  letters.split('').map((letter, index) => ({
    ...{ address: `${letter}${index}`, locality: '', priority: 0, localityWeight: 0, message: {} },
    health: { H: 'HEALTHY', D: 'DEGRADED' }[letter] ?? 'UNHEALTHY',
    healthy: letter !== 'U',
  }));

test.each<readonly [string, readonly string[], number, readonly string[]]>([
  ['all healthy', ['HH'], 50, ['100: H0 H1']],
  ['enough healthy', ['HHHU'], 50, ['100: H0 H1 H2']],
  ['half of them: just no panic', ['HHUU'], 50, ['100: H0 H1']],
  ['fewer: panic', ['HUUU'], 50, ['100! H0 U1 U2 U3']],
  ['fewer, and panic is off', ['HUUU'], 0, ['100: H0']],
  ['none: panic', ['UU'], 50, ['100! U0 U1']],
  ['none, and panic is off', ['UU'], 0, ['0: ']],
  ['nobody', [], 50, []],
  ['an empty priority', [''], 50, ['0: ']],
  ['the second priority waits', ['HH', 'HH'], 50, ['100: H0 H1', '0: ']],
  ['the second priority takes what is left', ['HU', 'HH'], 50, ['70: H0', '30: H0 H1']],
  ['the second priority takes all', ['UU', 'HH'], 50, ['0: ', '100: H0 H1']],
  ['no panic while another priority bears the rest', ['HUUU', 'HH'], 50, ['35: H0', '65: H0 H1']],
  ['panic in one of two that bear too little', ['HUUUU', 'HU'], 50, ['29! H0 U1 U2 U3 U4', '71: H0']],
  ['panic in all goes by number', ['HUUU', 'UUUU'], 50, ['50! H0 U1 U2 U3', '50! U0 U1 U2 U3']],
  ['degraded ones take what is left', ['HD'], 0, ['100: H0 D1']],
  ['degraded ones wait', ['HHHD'], 50, ['100: H0 H1 H2']],
  ['degraded ones alone', ['DD'], 50, ['100: D0 D1']],
])('%s', (_, levels, threshold, expected) => {
  const shares = loadShares(levels.map(level), threshold);
  expect(
    shares.map(
      ({ percent, panics, used }) =>
        `${percent}${panics && percent > 0 ? '!' : ':'} ${used.map(({ address }) => address).join(' ')}`,
    ),
  ).toEqual(expected);
});

test.each([
  ['nothing is said', {}, 50],
  ['an empty message', { common_lb_config: { healthy_panic_threshold: {} } }, 0],
  ['a number', { common_lb_config: { healthy_panic_threshold: { value: 20 } } }, 20],
])('the threshold of panic where %s', (_, cluster, threshold) => {
  expect(panicThreshold(cluster)).toBe(threshold);
});
