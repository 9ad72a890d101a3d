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
    '3 errors, 1 warning, 2 infos in 2 files (11 resources checked, 4 suppressed, 5 known before, 3 skipped: 2 Deployment, 1 ConfigMap)',
  ],
  [
    'rules that could not decide, each once, before what was skipped',
    {
      resources: 2,
      skipped: { a: 1 },
      undecided: [
        { rule: 'a', code: 'IST0101', reason: 'no Pod', objects: 1 },
        { rule: 'a', code: 'IST0101', reason: 'no Secret', objects: 2 },
        { rule: 'b', code: 'IST0102', reason: 'no Pod', objects: 1 },
      ],
    },
    'no findings in 0 files (1 resource checked, 2 rules undecided, 1 skipped: 1 a)',
  ],
  [
    'how many rules ran, and for how long',
    { resources: 14, errors: 3, rulesRun: 60, milliseconds: 212 },
    '3 errors in 0 files (14 resources checked by 60 rules) in 0.21 s',
  ],
  ['a long time', { milliseconds: 12_345 }, 'no findings in 0 files (0 resources checked) in 12.3 s'],
  ['a time just below', { milliseconds: 9_996 }, 'no findings in 0 files (0 resources checked) in 10.0 s'],
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
