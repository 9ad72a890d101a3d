import { expect, test } from 'vitest';
import { areas, casesOf } from './testing/case.ts';
import { outcome } from './testing/outcome.ts';

test.each(areas)('templates of the table %s come out as Go renders them', (area) => {
  const cases = casesOf(area);
  const differences = cases
    .map((each) => ({ text: each.text, data: each.data, expected: each.output, found: outcome(each) }))
    .filter(({ expected, found }) => expected !== found);
  expect(differences).toEqual([]);
  expect(cases.length).toBeGreaterThan(50);
});
