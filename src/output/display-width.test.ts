import { expect, test } from 'vitest';
import { cutToWidth, displayWidth } from './display-width.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['größe', 5],
  ['e\u0301', 1],
  ['商店', 4],
  ['カナ', 4],
  ['ｶﾅ', 2],
  ['한국', 4],
  ['Ａ', 2],
  ['🛒', 2],
  ['👩‍👩‍👧', 2],
  ['🇨🇭', 2],
  ['☺\ufe0f', 2],
  ['☺', 1],
  ['a\u200bb', 2],
])('%j takes %i cells', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ['what fits stays', 'abcdef', 6, 'abcdef'],
  ['the end gives way', 'abcdefg', 6, 'abc...'],
  ['a wide character is not cut in half', '商店商店', 6, '商...'],
  ['an accent stays with its letter', 'e\u0301e\u0301e\u0301e\u0301e\u0301', 4, 'e\u0301...'],
  ['there may be no room for text', 'abcdef', 2, '..'],
])('%s', (_, text, width, cut) => {
  expect(cutToWidth(text, width)).toBe(cut);
});
