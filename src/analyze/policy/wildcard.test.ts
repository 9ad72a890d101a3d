import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesWildcard } from './wildcard.ts';

test.each([
  ['plain text is itself', 'a.b', 'a.b', true],
  ['a dot is only a dot', 'a.b', 'axb', false],
  ['a star is anything', 'Gateway */*', 'Gateway shop/front', true],
  ['a star is nothing', 'a*b', 'ab', true],
  ['a star alone is everything', '*', '', true],
  ['text after the pattern', 'a*b', 'abc', false],
  ['text before the pattern', 'b*', 'ab', false],
  ['a second try for a star', '*ab', 'aab', true],
  ['a question mark is one character', 'a?', 'ab', true],
  ['a question mark is not none', 'a?', 'a', false],
  ['case counts', 'a', 'A', false],
])('%s', (_, pattern, text, matches) => {
  expect(matchesWildcard(pattern, text)).toBe(matches);
});

test('a pattern matches what a regular expression of the same meaning does', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  fc.assert(
    fc.property(letters, texts, (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`);
      expect(matchesWildcard(pattern, text)).toBe(expression.test(text));
    }),
  );
});

test('many stars take no time beyond measure', () => {
  expect(matchesWildcard('*a'.repeat(50), `${'a'.repeat(5000)}b`)).toBe(false);
});
