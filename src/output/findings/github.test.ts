import { expect, test } from 'vitest';
import { finding, range, reportOf } from '../../../testdata/output/sample-report.ts';
import { formatGithub } from './github.ts';

test.each([
  ['error', '::error '],
  ['warning', '::warning '],
  ['info', '::notice '],
] as const)('%s is the command %s', (severity, command) => {
  expect(formatGithub(reportOf([finding({ severity })])).startsWith(command)).toBe(true);
});

test('the worst come first, since GitHub shows few', () => {
  const severities = ['info', 'error', 'warning', 'error'] as const;
  const findings = severities.map((severity, line) =>
    finding({ severity, range: range(`${line + 1}:1-9:1`) }),
  );
  const annotations = formatGithub(reportOf(findings)).trimEnd().split('\n');
  expect(annotations.map((text) => /^::(\w+) .*line=(\d)/.exec(text)?.slice(1).join(' '))).toEqual([
    'error 2',
    'error 4',
    'warning 3',
    'notice 1',
  ]);
});

test('cluster and related places have lines of their own', () => {
  const related = [{ message: 'The other one.', file: '/repo/b,c.yaml', path: '', range: range('7:5-7:9') }];
  const text = formatGithub(reportOf([finding({ message: 'Bad.', cluster: 'east', related })]), {
    root: '/repo',
  });
  expect(text).toMatch(/::Bad\.%0ACluster: east%0ARelated: b,c\.yaml:7:5 The other one\.\n$/);
});

test('an annotation has a title, the whole range, and the hint on a line of its own', () => {
  const one = finding({ message: 'Bad.', hint: 'Mend.', range: range('2:3-4:5') });
  expect(formatGithub(reportOf([one]))).toBe(
    '::error title=meshctl IST0106 (virtualservice/redirect-code),file=mesh/reviews.yaml,line=2,col=3,endLine=4,endColumn=5::Bad.%0AHint: Mend.\n',
  );
});

test.each([
  ['percent signs', { message: '100%0A' }, '::100%250A\n'],
  ['line ends', { message: 'a\r\nb' }, '::a%0D%0Ab\n'],
  ['colons and commas of a message, which may stay', { message: 'a:b,c' }, '::a:b,c\n'],
  ['colons and commas of a file', { file: 'a:b,c%.yaml' }, 'file=a%3Ab%2Cc%25.yaml,line='],
  ['line ends of a file', { file: 'a\n::error::b' }, 'file=a%0A'],
  ['control characters', { message: 'a\u001b[2Jb' }, '::a\\x1b[2Jb\n'],
  ['an absolute path', { file: '/repo/a.yaml' }, 'file=a.yaml,'],
])('writes %s so that the runner reads them back', (_, changes, text) => {
  const output = formatGithub(reportOf([finding(changes)]), { root: '/repo' });
  expect(output).toContain(text);
  expect(output.trimEnd().split('\n')).toHaveLength(1);
});
