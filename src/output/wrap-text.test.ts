import { expect, test } from 'vitest';
import { wrapText } from './wrap-text.ts';

test.each<[string, string, number | undefined, string[]]>([
  ['nothing without a width', 'one two three', undefined, ['one two three']],
  ['nothing that fits', 'one two', 7, ['one two']],
  ['between words', 'one two three', 7, ['one two', 'three']],
  ['around words that are too long', 'a https://example.com b', 6, ['a', 'https://example.com', 'b']],
  ['by cells, not characters', '商店 商店 a', 9, ['商店 商店', 'a']],
])('wraps %s', (_, text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});
