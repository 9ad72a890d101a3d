import { describe, expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { pairItems } from './pair-items.ts';

describe('items without a name', () => {
  const rule = { verbs: ['get'], where: { group: '', resource: 'pods' } };
  const turned = { where: { resource: 'pods', group: '' }, verbs: ['get'] };
  const other = { verbs: ['list'], where: { group: '', resource: 'pods' } };

  test.each<[string, readonly Json[], readonly Json[], unknown]>([
    ['the same, but for the order of their fields', [rule], [turned], []],
    ['the same, standing elsewhere', [rule, other], [other, turned], []],
    ['the same, beside one that differs', [rule], [other, turned], [['0', undefined, other]]],
    [
      'another order within a list is another item',
      [{ verbs: ['get', 'list'] }],
      [{ verbs: ['list', 'get'] }],
      [['0', { verbs: ['get', 'list'] }, { verbs: ['list', 'get'] }]],
    ],
    ['a value that differs deep down', [rule], [other], [['0', rule, other]]],
  ])('%s', (_, before, after, expected) => {
    const { pairs, moved } = pairItems(before, after, 'ClusterRole', 'rules');
    expect(pairs.map(({ identity, old, now }) => [identity, old, now])).toEqual(expected);
    expect(moved).toBeUndefined();
  });
});
