import { expect, test } from 'vitest';
import { reportOf } from '../../testdata/output/sample-report.ts';
import type { Summary } from './report.ts';
import { summaryLine } from './summary-line.ts';

test.each<[string, Partial<Summary>, string]>([
  ['nothing', {}, 'no findings in 0 files (0 resources checked)'],
  [
    'all there is',
    {
      files: 2,
      resources: 14,
      errors: 3,
      warnings: 1,
      infos: 2,
      suppressed: 4,
      baselined: 5,
      skipped: { ConfigMap: 1, Deployment: 2 },
    },
    '3 errors, 1 warning, 2 infos in 2 files (11 resources checked, 4 suppressed, 5 in the baseline, 3 skipped: 2 Deployment, 1 ConfigMap)',
  ],
  [
    'one of each',
    { files: 1, resources: 1, errors: 1, infos: 1 },
    '1 error, 1 info in 1 file (1 resource checked)',
  ],
  ['ten, which is no zero', { errors: 10 }, '10 errors in 0 files (0 resources checked)'],
  [
    'equal numbers by name',
    { resources: 2, skipped: { b: 1, a: 1 } },
    'no findings in 0 files (0 resources checked, 2 skipped: 1 a, 1 b)',
  ],
  [
    'many kinds',
    { resources: 42, skipped: { a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3 } },
    'no findings in 0 files (0 resources checked, 42 skipped: 9 a, 8 b, 7 c, 6 d, 5 e, and 2 more kinds)',
  ],
  [
    'a kind that tries to steer the terminal',
    { resources: 1, skipped: { 'a\u001b[2J': 1 } },
    'no findings in 0 files (0 resources checked, 1 skipped: 1 a\\x1b[2J)',
  ],
])('sums up %s', (_, summary, line) => {
  expect(summaryLine(reportOf([], {}, summary).summary)).toBe(line);
});
