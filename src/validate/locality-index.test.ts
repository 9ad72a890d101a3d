import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LocalityIndex } from './locality-index.ts';

/** Whether the wider or equal `a` covers some of `b`; `b` may be an exception from it only when it comes first. */
function covers(a: readonly string[], b: readonly string[]): boolean {
  if (a[0] === '*') return true;
  for (const [depth, part] of b.entries()) {
    if (depth >= a.length || (depth > 0 && a[depth] === '*')) return true;
    if (part !== a[depth]) return false;
  }
  return true;
}

const name = fc.constantFrom('a', 'b');
const locality = fc.oneof(
  fc.constant(['*']),
  fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([parts, star]) => (star && parts.length > 1 ? [...parts.slice(0, -1), '*'] : parts)),
);

test.each([false, true])('the first that overlaps is found, wildcards that come later: %s', (laterCovers) => {
  fc.assert(
    fc.property(fc.array(locality, { maxLength: 5 }), locality, (earlier, parts) => {
      const index = new LocalityIndex();
      for (const other of earlier) index.add(other.join('/'), other);
      const first = earlier.find((other) => covers(other, parts) || (laterCovers && covers(parts, other)));
      expect(index.overlapping(parts, laterCovers)).toBe(first?.join('/'));
    }),
    { numRuns: 1000 },
  );
});
