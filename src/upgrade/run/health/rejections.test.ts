import { expect, test } from 'vitest';
import { rejectionProblems } from './rejections.ts';
import { rejectsIn } from './rejects-in.ts';

test.each<[string, string, number]>([
  [
    'all types of configuration together',
    `# TYPE pilot_total_xds_rejects counter
pilot_total_xds_rejects{type="cds"} 2
pilot_total_xds_rejects{type="lds"} 1e1
`,
    12,
  ],
  ['a count without a type', 'pilot_total_xds_rejects 3\n', 3],
  ['nothing of other counts', 'pilot_total_xds_rejects_old{type="cds"} 4\npilot_xds_pushes 9\n', 0],
  ['nothing of comments', '# HELP pilot_total_xds_rejects 7\n', 0],
])('counts %s', (_, text, count) => {
  expect(rejectsIn(text)).toBe(count);
});

test.each<[string, Record<string, number>, Record<string, number>, readonly string[]]>([
  ['the same count is nothing new', { a: 3 }, { a: 3 }, []],
  ['what comes on top counts', { a: 3, b: 1 }, { a: 5, b: 1 }, ['a 2']],
  ['an istiod that is new counts from nothing', { a: 3 }, { a: 3, c: 1 }, ['c 1']],
  ['one that started again has a smaller count', { a: 3 }, { a: 1 }, []],
  ['one that does not tell any more is left out', { a: 3 }, {}, []],
])('%s', (_, before, now, expected) => {
  const problems = rejectionProblems(new Map(Object.entries(before)), new Map(Object.entries(now)));
  expect(problems).toEqual(
    expected.map((one) => ({
      text: `proxies refused configuration of the istiod ${one} times`,
      lasts: true,
    })),
  );
});
