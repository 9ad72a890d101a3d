import { expect, test } from 'vitest';
import type { UndecidedRule } from './report.ts';
import { undecidedLines } from './undecided-lines.ts';

const rules = (count: number): UndecidedRule[] =>
  Array.from({ length: count }, (_, index) => ({
    rule: `gateway/rule-${index}`,
    code: 'IST0101',
    reason: 'no workload was read',
    objects: index + 1,
  }));

test('nothing is said when every rule could decide', () => {
  expect(undecidedLines({ undecided: [] })).toEqual([]);
});

test('each rule has a line, by code, rule and reason', () => {
  const [first, second] = rules(2);
  const undecided = [
    { rule: 'a', code: 'MSH0007', reason: 'no certificate\nwas read', objects: 2 },
    ...(second ? [second] : []),
    ...(first ? [{ ...first, reason: 'z' }, first] : []),
  ];
  expect(undecidedLines({ undecided })).toEqual([
    'undecided: IST0101 (gateway/rule-0) for 1 object: no workload was read',
    'undecided: IST0101 (gateway/rule-0) for 1 object: z',
    'undecided: IST0101 (gateway/rule-1) for 2 objects: no workload was read',
    'undecided: MSH0007 (a) for 2 objects: no certificate\\nwas read',
  ]);
});

test.each([
  [8, 8, 'undecided: IST0101 (gateway/rule-7) for 8 objects: no workload was read'],
  [9, 9, 'and 1 more; -o json lists all'],
  [20, 9, 'and 12 more; -o json lists all'],
])('of %i rules there are %i lines, the last: %s', (count, lines, last) => {
  const shown = undecidedLines({ undecided: rules(count) });
  expect(shown).toHaveLength(lines);
  expect(shown.at(-1)).toBe(last);
});
