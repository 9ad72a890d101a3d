import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HostIndex, isWildcard } from './host-index.ts';

function indexOf(hosts: readonly string[], asked = ''): HostIndex {
  const index = new HostIndex([...hosts, asked].filter(isWildcard));
  for (const host of hosts) index.add(host);
  return index;
}

test.each([
  ['equal names', 'a.com', 'a.com', true],
  ['different names', 'a.com', 'b.com', false],
  ['letters of different case', 'A.com', 'a.com', false],
  ['a wildcard and a name below it', '*.com', 'a.com', true],
  ['a wildcard and the bare domain', '*.a.com', 'a.com', false],
  ['two wildcards of which one is wider', '*.b.com', '*.com', true],
  ['two wildcards apart', '*.b.com', '*.a.com', false],
  ['the lone wildcard and anything', 'a.com', '*', true],
])('%s overlap or not', (_, a, b, expected) => {
  expect(indexOf([a], b).overlapping(b)).toBe(expected ? a : undefined);
  expect(indexOf([b], a).overlapping(a)).toBe(expected ? b : undefined);
});

test.each([
  ['a wider host covers a narrower one', '*.com', '*.b.com', true],
  ['a narrower host does not cover a wider one', '*.b.com', '*.com', false],
  ['a name does not cover a wildcard', 'a.com', '*.com', false],
  ['a host covers itself', '*.com', '*.com', true],
])('%s', (_, outer, inner, expected) => {
  expect(indexOf([outer]).covering(inner)).toBe(expected ? outer : undefined);
});

test('the same host comes before one that covers it', () => {
  expect(indexOf(['*.com', 'a.com']).overlapping('a.com')).toBe('a.com');
});

const covers = (outer: string, inner: string): boolean =>
  isWildcard(outer) && inner.length >= outer.length - (isWildcard(inner) ? 0 : 1)
    ? inner.endsWith(outer.slice(1))
    : inner === outer;

test('of many hosts, the first that overlaps is found', () => {
  const host = fc.stringMatching(/^\*?(\.[ab]){0,3}$/);
  fc.assert(
    fc.property(fc.uniqueArray(host), host, (hosts, asked) => {
      const first = hosts.find((other) => covers(other, asked) || covers(asked, other));
      expect(indexOf(hosts, asked).overlapping(asked)).toBe(hosts.includes(asked) ? asked : first);
      const cover = hosts.find((other) => covers(other, asked));
      expect(indexOf(hosts).covering(asked)).toBe(hosts.includes(asked) ? asked : cover);
    }),
  );
});
