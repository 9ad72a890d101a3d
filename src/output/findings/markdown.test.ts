import { describe, expect, test } from 'vitest';
import { finding, range, reportOf } from '../../../testdata/output/sample-report.ts';
import { githubSummary } from './github-summary.ts';
import { formatMarkdown } from './markdown.ts';

const many = (count: number, message = 'Bad.'): ReturnType<typeof finding>[] =>
  Array.from({ length: count }, (_, index) => finding({ message: `${message} ${index}` }));

const rowsOf = (markdown: string): string[] =>
  markdown.split('\n').filter((line) => line.startsWith('| error'));

describe('markdown', () => {
  test('fits into a comment of GitHub and says how many findings it left out', () => {
    const report = reportOf(many(3000, 'A host that does not exist gets the requests of this route.'));
    const markdown = formatMarkdown(report);
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toContain(`\n${3000 - rowsOf(markdown).length} more are not listed here.\n`);
  });

  test('one endless message does not use up the room', () => {
    const markdown = formatMarkdown(reportOf([finding({ message: 'x'.repeat(100_000) }), ...many(3)]));
    expect(rowsOf(markdown)).toHaveLength(4);
    expect(markdown.length).toBeLessThan(2000);
  });

  test('cluster, hint and related places have lines of their own in a row', () => {
    const related = [{ message: 'The *other*.', file: '/repo/b.yaml', path: '', range: range('7:5-7:9') }];
    const one = finding({ message: 'Bad.', cluster: 'east', hint: 'Mend it.', related });
    expect(formatMarkdown(reportOf([one]), { root: '/repo' })).toContain(
      '| Bad.<br>Cluster: east<br>Hint: Mend it.<br>Related: b.yaml:7:5 The \\*other\\*. |',
    );
  });

  test.each([
    ['a docs address', 'https://example.com/a', '[IST0106](https://example.com/a)'],
    ['no docs address', '', '| IST0106 `'],
    ['an address that would end the link', 'https://example.com/a)b', '| IST0106 `'],
    ['an address of another kind', 'javascript:alert(1)', '| IST0106 `'],
  ])('the code of a finding with %s', (_, docs, text) => {
    expect(formatMarkdown(reportOf([finding({ docs })]))).toContain(text);
  });
});

describe('the summary of a job', () => {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  const mebibyte = 1024 * 1024;

  test('lists the worst first', () => {
    const summary = githubSummary(
      reportOf([
        finding({ severity: 'info', file: 'a.yaml' }),
        finding({ severity: 'warning', file: 'b.yaml' }),
        finding({ severity: 'error', file: 'c.yaml' }),
      ]),
    );
    expect(summary.match(/^\| (error|warning|info) /gm)).toEqual(['| error ', '| warning ', '| info ']);
  });

  test.each([
    ['ten errors', 10, 0, undefined],
    ['one error more', 11, 0, '1 error.'],
    ['many of two severities', 60, 13, '50 errors, 3 warnings.'],
  ])('says which annotations GitHub leaves out of %s', (_, errors, warnings, rest) => {
    const findings = [
      ...many(errors),
      ...many(warnings).map((one) => ({ ...one, severity: 'warning' as const })),
    ];
    const summary = githubSummary(reportOf(findings));
    expect(summary).toMatch(/^### meshctl: \d+ errors/);
    expect(
      /^Without an annotation, since GitHub shows 10 of each severity per step: (.*)$/m.exec(summary)?.[1],
    ).toBe(rest);
  });

  test('counts what does not fit into the mebibyte that GitHub takes, in bytes', () => {
    const report = reportOf(many(5000, '商店 '.repeat(60)));
    const summary = githubSummary(report);
    expect(bytes(summary)).toBeLessThanOrEqual(mebibyte);
    expect(bytes(summary)).toBeGreaterThan(mebibyte - 2000);
    expect(summary).toContain(`\n${5000 - rowsOf(summary).length} more are not listed here.\n`);
  });

  test('leaves room for what the step wrote before', () => {
    const report = reportOf(many(5000, 'A host that does not exist gets the requests of this route.'));
    expect(bytes(githubSummary(report, {}, 1_000_000))).toBeLessThanOrEqual(mebibyte - 1_000_000);
    expect(githubSummary(report, {}, mebibyte - 100)).toBe('');
  });
});
