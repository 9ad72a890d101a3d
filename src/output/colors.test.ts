import { expect, test } from 'vitest';
import { paint } from './colors.ts';

test('enabled styles wrap their text in escape codes', () => {
  expect(paint(true).error('no')).toBe('\u001b[1m\u001b[31mno\u001b[39m\u001b[22m');
});

test('disabled styles return every text as it is', () => {
  for (const style of Object.values(paint(false)))
    expect((style as (text: string) => string)('no')).toBe('no');
});
