import { expect, test } from 'vitest';
import { finding, range, reportOf } from '../../../testdata/output/sample-report.ts';
import type { FindingReport } from '../report.ts';
import { formatGitlab } from './gitlab.ts';

interface Issue {
  description: string;
  fingerprint: string;
  severity: string;
}

function issuesOf(report: FindingReport): Issue[] {
  return JSON.parse(formatGitlab(report)) as Issue[];
}

test('an issue has what GitLab reads', () => {
  const one = finding({ message: 'Bad.', file: '/repo/a.yaml', range: range('2:3-4:5') });
  const [issue] = JSON.parse(formatGitlab(reportOf([one]), { root: '/repo' })) as Issue[];
  expect(issue).toEqual({
    description: 'IST0106: Bad.',
    check_name: 'virtualservice/redirect-code',
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}:1$/) as string,
    severity: 'critical',
    location: {
      path: 'a.yaml',
      positions: { begin: { line: 2, column: 3 }, end: { line: 4, column: 5 } },
    },
  });
});

test.each([
  ['an error that the cluster refuses', 'error', ['apiserver'], 'critical'],
  ['an error that only meshctl sees', 'error', [], 'major'],
  ['a warning', 'warning', ['istio'], 'minor'],
  ['an information', 'info', [], 'info'],
] as const)('%s (%s) is %s', (_, severity, rejectedBy, expected) => {
  expect(issuesOf(reportOf([finding({ severity, rejectedBy })]))[0]?.severity).toBe(expected);
});

test('no two issues share a fingerprint, be they ever so alike', () => {
  const issues = issuesOf(reportOf([finding(), finding(), finding({ range: range('30:1-30:2') })]));
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test('the description has all that there is to say, on one line', () => {
  const one = finding({
    message: 'Bad.',
    cluster: 'east',
    hint: 'Mend\nit.',
    related: [{ message: 'The other one.', file: 'b.yaml', path: '', range: range('7:5-7:9') }],
  });
  expect(issuesOf(reportOf([one]))[0]?.description).toBe(
    'IST0106: Bad. (cluster: east) (hint: Mend\\nit.) (related: b.yaml:7:5 The other one.)',
  );
});

test('the same fault in two clusters is two issues, whatever the order', () => {
  const [east, west] = ['east', 'west'].map((cluster) => finding({ cluster }));
  if (east === undefined || west === undefined) throw new Error('a finding is missing');
  const both = issuesOf(reportOf([east, west])).map(({ fingerprint }) => fingerprint);
  expect(new Set(both).size).toBe(2);
  expect(issuesOf(reportOf([west]))[0]?.fingerprint).toBe(both[1]);
});
