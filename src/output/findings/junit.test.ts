import { expect, test } from 'vitest';
import { finding, range, reportOf, sampleReport } from '../../../testdata/output/sample-report.ts';
import { formatJunit } from './junit.ts';

/** The names of the elements with their depth; throws where the text is not well-formed. */
function outline(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const text = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const rest = text.replace(
    /<(\/?)([a-z-]+)((?: [a-z]+="[^"<&\n]*(?:&(?:amp|lt|gt|quot|apos);[^"<&\n]*)*")*)(\/?)>/g,
    (_, close: string, name: string, __, empty: string) => {
      if (close !== '') expect(open.pop()).toBe(name);
      else seen.push(`${' '.repeat(open.length)}${name}`);
      if (close === '' && empty === '') open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<>&]/);
  return seen;
}

test('a file is a suite, a rule that fired in it a case, a clean file a passing case', () => {
  expect(outline(formatJunit(sampleReport)).map((line) => line.trim())).toEqual([
    'testsuites',
    ...['testsuite', 'testcase', 'failure'],
    ...['testsuite', 'testcase', 'failure'],
    ...['testsuite', 'testcase'],
    ...['testsuite', 'testcase', 'failure', 'testcase', 'system-out'],
    ...['testsuite', 'testcase', 'system-out'],
    ...['testsuite', 'testcase', 'system-out'],
  ]);
});

test('findings of one rule in one file share a case, whose text has them all', () => {
  const second = finding({ message: 'Second.', range: range('20:1-20:2') });
  const xml = formatJunit(reportOf([second, finding()]));
  expect(xml).toContain('<testsuite name="mesh/reviews.yaml" tests="1" failures="1" errors="0">');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toContain('mesh/reviews.yaml:9:21: error A redirect');
  expect(xml).toContain('\nmesh/reviews.yaml:20:1: error Second.</failure>');
});

test.each([
  ['errors only, unless told otherwise', undefined, 1],
  ['errors only', 'error', 1],
  ['warnings too', 'warning', 2],
  ['all findings', 'info', 3],
  ['nothing', 'never', 0],
] as const)('fails on %s', (_, failOn, failures) => {
  const report = reportOf([
    finding(),
    finding({ rule: 'b/warns', severity: 'warning' }),
    finding({ rule: 'c/informs', severity: 'info' }),
  ]);
  const xml = formatJunit(report, failOn === undefined ? {} : { failOn });
  expect(xml).toContain(`<testsuites name="meshctl" tests="3" failures="${failures}" errors="0">`);
  expect(xml.match(/<failure /g) ?? []).toHaveLength(failures);
});

test('a case fails by its worst finding, wherever that stands', () => {
  const warning = finding({ severity: 'warning', message: 'Less.', range: range('1:1-1:2') });
  expect(formatJunit(reportOf([warning, finding({ message: 'Worse.' })]))).toContain(
    '<failure message="Worse." type="error">',
  );
});

test('text that looks like XML stays text, and characters that XML forbids are spelt out', () => {
  const message = '</failure><a b="c">\'&amp; ]]> \u0000\u001b\ufffe\u{1f6d2}\ud800';
  const xml = formatJunit(reportOf([finding({ message, file: '"<&>.yaml' })]));
  outline(xml);
  expect(xml).toContain(
    'message="&lt;/failure&gt;&lt;a b=&quot;c&quot;&gt;&apos;&amp;amp; ]]&gt; \\x00\\x1b\ufffd\u{1f6d2}\\ud800"',
  );
});

test('paths are relative to the root', () => {
  expect(formatJunit(reportOf([finding({ file: '/repo/a.yaml' })]), { root: '/repo' })).toContain(
    'classname="a.yaml"',
  );
});

test('hint, cluster and related places stand below the finding', () => {
  const one = finding({
    message: 'Bad.',
    cluster: 'east',
    hint: 'Mend it.',
    related: [{ message: 'The other <one>.', file: '/repo/b.yaml', path: '', range: range('7:5-7:9') }],
  });
  expect(formatJunit(reportOf([one]), { root: '/repo' })).toContain(
    '>mesh/reviews.yaml:9:21: error Bad.\n  cluster: east\n  hint: Mend it.\n  related: b.yaml:7:5 The other &lt;one&gt;.</failure>',
  );
});
