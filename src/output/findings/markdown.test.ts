import { describe, expect, test } from 'vitest';
import { finding, reportOf } from '../../../testdata/output/sample-report.ts';
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
  test.each([
    [50, 50, ''],
    [51, 50, '1 more is not listed here.'],
    [60, 50, '10 more are not listed here.'],
  ])('of %i findings lists %i', (count, listed, rest) => {
    const markdown = githubSummary(reportOf(many(count)));
    expect(rowsOf(markdown)).toHaveLength(listed);
    expect(/^\d+ more .*$/m.exec(markdown)?.[0] ?? '').toBe(rest);
  });

  test('counts all findings in its heading', () => {
    expect(githubSummary(reportOf(many(60)))).toMatch(/^### meshctl: 60 errors in 1 file\n/);
  });
});
