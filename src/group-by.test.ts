import { expect, test } from 'vitest';
import { groupBy, pushTo } from './group-by.ts';

test('items with the same key come together, in the order of the input', () => {
  const groups = groupBy(['pear', 'plum', 'apple', 'peach'], ([first]) => first);
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum', 'peach']],
    ['a', ['apple']],
  ]);
});

test('nothing makes no groups', () => {
  expect(groupBy([], String).size).toBe(0);
});

test('the first item of a key makes its list, later ones go to its end', () => {
  const index = new Map([['a', [1]]]);
  pushTo(index, 'a', 2);
  pushTo(index, 'b', 3);
  expect(index).toEqual(
    new Map([
      ['a', [1, 2]],
      ['b', [3]],
    ]),
  );
});
