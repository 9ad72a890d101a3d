import { describe, expect, it } from 'vitest';
import { hostnamesMeet } from './hostnames.ts';

describe('two hostnames meet', () => {
  const table: readonly (readonly [string, string, string, boolean])[] = [
    ['when they are equal', 'a.example', 'a.example', true],
    ['not when they differ', 'a.example', 'b.example', false],
    ['when one is any host', '*', 'a.example', true],
    ['when both are any host', '*', '*', true],
    ['below a wildcard', '*.example', 'a.example', true],
    ['below a wildcard by several labels', '*.example', 'a.b.example', true],
    ['not at the name of the wildcard itself', '*.example', 'example', false],
    ['not where only the letters end alike', '*.example', 'an-example', false],
    ['when one wildcard has the other', '*.example', '*.shop.example', true],
    ['not when two wildcards lie side by side', '*.a.example', '*.b.example', false],
    ['when the wildcard ends in a single label', '*.com', 'a.b.com', true],
  ];
  it.each(table)('%s: %s and %s', (_, one, other, expected) => {
    expect(hostnamesMeet(one, other)).toBe(expected);
    expect(hostnamesMeet(other, one)).toBe(expected);
  });
});
