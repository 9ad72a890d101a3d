import { expect, test } from 'vitest';
import type { Path } from '../path.ts';
import { valueAt } from './value-at.ts';

const object = { spec: { http: [{ name: 'a' }, null], '0': 'key' } };

test.each<[Path, unknown]>([
  [[], object],
  [['spec', 'http', 0, 'name'], 'a'],
  [['spec', 'http', 1], null],
  [['spec', 'http', 2], undefined],
  [['spec', 'http', 1, 'name'], undefined],
  [['spec', 'http', 'length'], undefined],
  [['spec', 0], 'key'],
  [['spec', 'http', 0, 'name', 0], undefined],
  [['spec', 'toString'], undefined],
  [['nowhere', 'else'], undefined],
])('the value at %j is %j', (path, expected) => {
  expect(valueAt(object, path)).toEqual(expected);
});
