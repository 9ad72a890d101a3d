import { expect, test } from 'vitest';
import { judgeClock } from './judge-clock.ts';

test.each<[string, number | undefined, number | undefined]>([
  ['nobody knows the difference', undefined, 600],
  ['the clocks agree', 400, 600],
  ['they differ by half a minute', -30_000, 600],
])('nothing is said when %s', (_, offset, life) => {
  expect(judgeClock(offset, life)).toBeUndefined();
});

test.each<[string, number, number | undefined, string, RegExp]>([
  ['behind by more', 31_000, 600, 'warning', /is 31 s behind that of the cluster$/],
  ['ahead by more', -45_000, 600, 'warning', /is 45 s ahead of that of the cluster$/],
  ['behind by the life of a token', 600_000, 600, 'warning', /behind/],
  ['behind by more than that', 601_000, 600, 'error', /more than a token is valid \(600 s\)/],
  ['ahead by more than that', -601_000, 600, 'error', /ahead of/],
  ['far away, where no token is asked for', 9_000_000, undefined, 'warning', /9000 s behind/],
])('our clock is %s', (_, offset, life, severity, message) => {
  expect(judgeClock(offset, life)).toMatchObject({
    severity,
    message: expect.stringMatching(message) as string,
  });
});
