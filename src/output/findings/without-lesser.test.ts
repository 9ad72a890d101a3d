import { expect, test } from 'vitest';
import { finding, reportOf } from '../../../testdata/output/sample-report.ts';
import type { Severity } from '../../finding.ts';
import { withoutLesser } from './without-lesser.ts';

const report = reportOf((['error', 'warning', 'info'] as const).map((severity) => finding({ severity })));

test.each<[Severity, readonly Severity[]]>([
  ['info', ['error', 'warning', 'info']],
  ['warning', ['error', 'warning']],
  ['error', ['error']],
])('from %s on there are %j', (least, shown) => {
  expect(withoutLesser(report, least).findings.map(({ severity }) => severity)).toEqual(shown);
});

test('what is not shown is counted', () => {
  expect(withoutLesser(report, 'error').summary).toMatchObject({ errors: 1, warnings: 1, infos: 1 });
});
