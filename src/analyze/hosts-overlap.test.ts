import { expect, it } from 'vitest';
import { hostsOverlap } from './hosts-overlap.ts';

it.each([
  ['equal names', 'a.example', 'a.example', true],
  ['different names', 'a.example', 'b.example', false],
  ['a name under a wildcard', 'a.example', '*.example', true],
  ['a name beside a wildcard', 'a.example', '*.a.example', false],
  ['a wildcard under a wider one', '*.a.example', '*.example', true],
  ['wildcards beside each other', '*.a.example', '*.b.example', false],
  ['everything', '*', 'a.example', true],
  ['everything and a wildcard', '*', '*.example', true],
])('%s: %s and %s', (_, a, b, expected) => {
  expect(hostsOverlap(a, b)).toBe(expected);
  expect(hostsOverlap(b, a)).toBe(expected);
});
