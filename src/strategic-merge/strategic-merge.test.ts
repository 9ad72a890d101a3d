import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { strategicMerge } from './strategic-merge.ts';

const pod = (...containers: readonly JsonObject[]): JsonObject => ({ spec: { containers: [...containers] } });
const names = (list: unknown): unknown => (list as { name: string }[]).map(({ name }) => name);

describe('maps', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['merge key by key', { a: { x: 1 } }, { a: { y: 2 } }, { a: { x: 1, y: 2 } }],
    ['lose what the patch sets to null', { a: 1, b: 2 }, { a: null }, { b: 2 }],
    ['lose what the patch deletes', { a: { x: 1 } }, { a: { $patch: 'delete' } }, {}],
    ['are replaced on demand', { a: { x: 1 } }, { a: { $patch: 'replace', y: 2 } }, { a: { y: 2 } }],
    ['take the place of other values', { a: 'text' }, { a: { y: 2 } }, { a: { y: 2 } }],
    ['give way to other values', { a: { x: 1 } }, { a: 'text' }, { a: 'text' }],
  ])('%s', (_, base, patch, merged) => {
    const kept = structuredClone(base);
    expect(strategicMerge(base, patch, 'Pod')).toEqual(merged);
    expect(base).toEqual(kept);
  });

  test('may have keys such as __proto__', () => {
    const patch = JSON.parse('{"__proto__": {"a": 1}}') as JsonObject;
    expect(JSON.stringify(strategicMerge({}, patch, 'Pod'))).toBe('{"__proto__":{"a":1}}');
  });
});

describe('lists', () => {
  test('of containers merge by name', () => {
    const merged = strategicMerge(
      pod({ name: 'app', image: 'a' }),
      pod({ name: 'app', tty: true }, { name: 'side' }),
      'Pod',
    );
    expect(merged).toEqual(pod({ name: 'app', image: 'a', tty: true }, { name: 'side' }));
  });

  test.each<[string, string[], string[], string[]]>([
    ['new items come before old ones', ['a', 'b'], ['n'], ['n', 'a', 'b']],
    ['an item stays behind those it was behind', ['a', 'b', 'c'], ['b'], ['a', 'b', 'c']],
    ['items of the patch keep the order of the patch', ['a', 'b'], ['b', 'a'], ['b', 'a']],
    [
      'a new item comes before what follows the item it follows',
      ['a', 'b', 'c'],
      ['b', 'n'],
      ['a', 'b', 'n', 'c'],
    ],
  ])('%s', (_, base, patch, order) => {
    const list = (all: readonly string[]) => pod(...all.map((name) => ({ name })));
    const { spec } = strategicMerge(list(base), list(patch), 'Pod');
    expect(names((spec as JsonObject).containers)).toEqual(order);
  });

  test('of ports are told apart by another field in a Service', () => {
    const base = { spec: { ports: [{ port: 80, name: 'http' }] } };
    const patch = { spec: { ports: [{ port: 80, nodePort: 30080 }] } };
    expect(strategicMerge(base, patch, 'Service')).toEqual({
      spec: { ports: [{ port: 80, name: 'http', nodePort: 30080 }] },
    });
  });

  test('without names are replaced', () => {
    const merged = strategicMerge({ tolerations: [{ key: 'a' }] }, { tolerations: [{ key: 'b' }] }, 'Pod');
    expect(merged).toEqual({ tolerations: [{ key: 'b' }] });
  });

  test.each<[string, JsonObject[], JsonObject[]]>([
    ['lose items that the patch deletes', [{ name: 'a', $patch: 'delete' }], [{ name: 'b' }]],
    ['are replaced on demand', [{ name: 'n' }, { $patch: 'replace' }], [{ name: 'n' }]],
  ])('%s', (_, patch, left) => {
    const merged = strategicMerge({ env: [{ name: 'a' }, { name: 'b' }] }, { env: patch }, 'Pod');
    expect(merged).toEqual({ env: left });
  });
});
