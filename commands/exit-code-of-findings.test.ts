import { expect, test } from 'vitest';
import { finding } from '../testdata/output/sample-report.ts';
import type { Severity } from '../src/finding.ts';
import { exitCodeOfFindings } from './exit-code-of-findings.ts';
import type { ReportOptions } from './report-options.ts';

type Limits = Pick<ReportOptions, 'failOn' | 'maxWarnings'>;

test.each<[number, string, readonly Severity[], Limits, boolean]>([
  [0, 'no findings', [], { failOn: 'info' }, false],
  [0, 'findings below --fail-on', ['warning', 'info'], { failOn: 'error' }, false],
  [1, 'one at --fail-on', ['info', 'warning'], { failOn: 'warning' }, false],
  [1, 'one above --fail-on', ['error'], { failOn: 'warning' }, false],
  [0, 'errors that may be', ['error'], { failOn: 'never' }, false],
  [0, 'as many warnings as may be', ['warning', 'warning'], { failOn: 'error', maxWarnings: 2 }, false],
  [1, 'one warning more', ['warning', 'warning'], { failOn: 'error', maxWarnings: 1 }, false],
  [1, 'a warning where none may be', ['warning'], { failOn: 'error', maxWarnings: 0 }, false],
  [1, 'too many warnings under --fail-on never', ['warning'], { failOn: 'never', maxWarnings: 0 }, false],
  [0, 'other findings, which are no warnings', ['info', 'info'], { failOn: 'error', maxWarnings: 0 }, false],
  [2, 'input that is incomplete', [], { failOn: 'never' }, true],
  [2, 'input that is incomplete, with errors', ['error'], { failOn: 'error' }, true],
])('%i for %s', (code, _, severities, limits, incomplete) => {
  const findings = severities.map((severity) => finding({ severity }));
  expect(exitCodeOfFindings(findings, limits, incomplete)).toBe(code);
});
