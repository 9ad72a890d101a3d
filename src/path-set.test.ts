import { expect, test } from 'vitest';
import type { Path } from './path.ts';
import { PathSet } from './path-set.ts';

const places: Path[] = [
  ['spec', 'http', 1, 'route'],
  ['spec', 'hosts', 0],
];

test.each<[string, Path, boolean]>([
  ['one of the places', ['spec', 'hosts', 0], true],
  ['what lies in a place', ['spec', 'http', 1, 'route', 0, 'weight'], true],
  ['what holds a place', ['spec', 'http'], true],
  ['the root', [], true],
  ['another item of the same list', ['spec', 'hosts', 1], false],
  ['a sibling', ['spec', 'http', 1, 'match'], false],
  ['a name that starts alike', ['spec', 'http', 1, 'router'], false],
  ['an item that starts alike', ['spec', 'http', 10], false],
  ['a key that looks like an item', ['spec', 'hosts', '0'], false],
])('%s', (_, path, touched) => {
  expect(new PathSet(places).touches(path)).toBe(touched);
});

test('no place has to do with an empty set', () => {
  expect(new PathSet([]).touches([])).toBe(false);
});
