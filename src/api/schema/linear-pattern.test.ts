import { expect, test } from 'vitest';
import { linearPattern } from './linear-pattern.ts';

test.each<[string, string, boolean]>([
  ['^[a-z]+$', 'abc', true],
  ['^[a-z]+$', 'abc1', false],
  ['b', 'abc', true],
  ['^(?i)abc$', 'ABC', true],
  ['^[!-~]+([\\t ]?[!-~]+)*$', 'some header value', true],
  ['^[!-~]+([\\t ]?[!-~]+)*$', 'two  spaces', false],
])('%s in %j: %s', (pattern, text, found) => {
  expect(linearPattern(pattern).test(text)).toBe(found);
});

test('a text made to send a backtracking engine astray is judged all the same', () => {
  expect(linearPattern('^[!-~]+([\\t ]?[!-~]+)*$').test(`${'a'.repeat(4000)}\u0001`)).toBe(false);
});
