import { expect, test } from 'vitest';
import { finding, range, reportOf } from '../../../testdata/output/sample-report.ts';
import { displayWidth } from '../display-width.ts';
import { plain } from '../plain.ts';
import { formatTable } from './table.ts';

const longMessage = 'A route sends requests to a host that no service has and no entry adds to the mesh.';

test('findings of one file stand below its name, sorted', () => {
  const text = formatTable(
    reportOf([
      finding({ file: 'b.yaml', range: range('1:1-1:2') }),
      finding({ file: 'a.yaml', range: range('7:1-7:2') }),
      finding({ file: 'a.yaml', range: range('2:1-2:2') }),
    ]),
  );
  expect(text.split('\n').filter((line) => /^\S|^ {2}\S/.test(line))).toEqual([
    'a.yaml',
    '  error IST0106 (virtualservice/redirect-code) a.yaml:2:1',
    '  error IST0106 (virtualservice/redirect-code) a.yaml:7:1',
    'b.yaml',
    '  error IST0106 (virtualservice/redirect-code) b.yaml:1:1',
  ]);
});

test('a finding without source and extras is short', () => {
  const resource = { apiVersion: '', kind: '', name: '' };
  const one = finding({ message: 'Bad.', resource, path: '', rejectedBy: [], docs: '' });
  expect(formatTable(reportOf([one]))).toBe(
    'mesh/reviews.yaml\n  error IST0106 (virtualservice/redirect-code) mesh/reviews.yaml:9:21\n    Bad.\n',
  );
});

test('a related place has its first line with it, unless the lines of the finding are around it', () => {
  const source = {
    'mesh/reviews.yaml': `${'\n'.repeat(8)}      redirectCode: 200\n`,
    'b.yaml': 'a: 1\n  bc: 2\n',
  };
  const related = [
    { message: 'The other one.', file: 'b.yaml', path: '', range: range('2:3-3:1') },
    { message: 'Close by.', file: 'mesh/reviews.yaml', path: '', range: range('9:7-9:19') },
    { message: 'Not to be had.', file: 'c.yaml', path: '', range: range('1:1-1:2') },
  ];
  expect(formatTable(reportOf([finding({ related })], source))).toContain(
    [
      '    related: b.yaml:2:3 The other one.',
      '      2 |   bc: 2',
      '        |   ^~~~~',
      '    related: mesh/reviews.yaml:9:7 Close by.',
      '    related: c.yaml:1:1 Not to be had.',
      '    docs: ',
    ].join('\n'),
  );
});

test('the line of a related place is cut to the terminal, too', () => {
  const related = [{ message: 'Long.', file: 'b.yaml', path: '', range: range('1:1-1:100') }];
  const lines = formatTable(reportOf([finding({ related })], { 'b.yaml': 'x'.repeat(100) }), { columns: 40 });
  const frame = lines.split('\n').filter((text) => /^ {6}[1 ] \| /.test(text));
  expect(frame.map((text) => text.length)).toEqual([40, 40]);
});

test('texts are wrapped to the terminal', () => {
  const one = finding({ message: longMessage, hint: longMessage });
  const lines = formatTable(reportOf([one]), { columns: 40 }).split('\n');
  const body = lines.filter(
    (line) => line.startsWith('    ') && !line.includes('https://') && !line.includes('spec.'),
  );
  expect(body.length).toBeGreaterThan(5);
  for (const line of body) expect(displayWidth(line)).toBeLessThanOrEqual(40);
});

test('without a terminal texts keep to one line', () => {
  expect(formatTable(reportOf([finding({ message: longMessage })]))).toContain(`\n    ${longMessage}\n`);
});

test.each([
  ['the terminal', 60, 60],
  ['200 cells without one', undefined, 220],
])('a long line of source is cut to %s', (_, columns, most) => {
  const source = `${'#\n'.repeat(8)}code: 200 # ${'x'.repeat(5000)}`;
  const text = formatTable(
    reportOf([finding()], { 'mesh/reviews.yaml': source }),
    columns === undefined ? {} : { columns },
  );
  const row = text.split('\n').find((line) => line.includes('9 |')) ?? '';
  expect(row).toMatch(/\.\.\.$/);
  expect(row.length).toBeLessThanOrEqual(most);
  expect(row.length).toBeGreaterThan(most - 30);
});

test('colours are added around words that say the same without them', () => {
  const tagged = {
    ...plain,
    error: (text: string) => `<e>${text}</e>`,
    path: (text: string) => `<p>${text}</p>`,
    bold: (text: string) => `<b>${text}</b>`,
    dim: (text: string) => `<d>${text}</d>`,
  };
  const report = reportOf([finding()], { 'mesh/reviews.yaml': '\n'.repeat(8) + '      redirectCode: 200' });
  const text = formatTable(report, { styles: tagged });
  expect(text).toContain('<p>mesh/reviews.yaml</p>\n  <e>error</e> <b>IST0106</b> (');
  expect(text).toContain('\n    <d>  |</d>                     <e>^~~</e>\n');
  expect(text.replace(/<\/?[epbd]>/g, '')).toBe(formatTable(report));
});
