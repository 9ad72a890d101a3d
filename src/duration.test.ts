import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDuration } from './duration.ts';

test.each<[string, string, bigint | undefined]>([
  ['seconds', '5s', 5_000_000_000n],
  ['milliseconds', '100ms', 100_000_000n],
  ['microseconds in three spellings', '1us1µs1μs', 3_000n],
  ['nanoseconds', '7ns', 7n],
  ['several units', '1h30m', 5_400_000_000_000n],
  ['units in any order', '1s1h', 3_601_000_000_000n],
  ['a fraction', '1.5s', 1_500_000_000n],
  ['a fraction without a whole part', '.5s', 500_000_000n],
  ['a whole part with a bare dot', '1.s', 1_000_000_000n],
  ['a fraction finer than a nanosecond', '0.9ns', 0n],
  ['a negative duration', '-1.5h', -5_400_000_000_000n],
  ['a plus sign', '+1s', 1_000_000_000n],
  ['zero without a unit', '0', 0n],
  ['the longest duration', '9223372036854775807ns', 9_223_372_036_854_775_807n],
  ['a nanosecond more', '9223372036854775808ns', undefined],
  ['the most negative duration', '-9223372036854775808ns', -9_223_372_036_854_775_808n],
  ['more hours than 64 bits hold', '2562048h', undefined],
  ['a number without a unit', '5', undefined],
  ['a blank', '5 s', undefined],
  ['a capital unit', '5S', undefined],
  ['days', '1d', undefined],
  ['a unit without a number', 's', undefined],
  ['a dot without digits', '.s', undefined],
  ['an exponent', '1e3s', undefined],
  ['two signs', '--1s', undefined],
  ['a sign inside', '1h-1m', undefined],
  ['nothing', '', undefined],
])('%s', (_, text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test('the sum of the parts is the whole', () => {
  const amount = fc.nat({ max: 100_000 });
  fc.assert(
    fc.property(amount, amount, amount, (hours, seconds, nanoseconds) => {
      expect(parseDuration(`${hours}h${seconds}s${nanoseconds}ns`)).toBe(
        BigInt(hours) * 3_600_000_000_000n + BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds),
      );
    }),
  );
});
