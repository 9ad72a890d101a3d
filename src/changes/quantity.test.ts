import { expect, test } from 'vitest';
import { isSameQuantity } from './quantity.ts';

test.each<[unknown, unknown, boolean]>([
  ['1000m', '1', true],
  [1, '1', true],
  ['1Gi', '1024Mi', true],
  ['0.5', '500m', true],
  ['1e3', '1k', true],
  ['1.5Gi', '1536Mi', true],
  ['.5', '0.50', true],
  ['1E', '1000P', true],
  ['1e-3', '1m', true],
  ['100u', '0.1m', true],
  ['128Mi', '128M', false],
  ['1E', '1', false],
  ['-1', '1', false],
  ['', '0', false],
  ['x', 'x', false],
  ['.', '0', false],
  [null, 0, false],
])('%j and %j: %j', (one, other, isSame) => {
  expect(isSameQuantity(one, other)).toBe(isSame);
});
