import { expect, test } from 'vitest';
import { finding, range } from '../testdata/output/sample-report.ts';
import type { Finding } from './finding.ts';
import { sortFindings } from './finding-order.ts';

const at = (line: number, column: number): Pick<Finding, 'range'> => ({
  range: range(`${line}:${column}-${line}:${column}`),
});

test.each<[string, Partial<Finding>, Partial<Finding>]>([
  ['file, before line', { file: 'a.yaml', ...at(9, 1) }, { file: 'b.yaml', ...at(1, 1) }],
  ['file, capitals first on every machine', { file: 'Z.yaml' }, { file: 'a.yaml' }],
  ['line as a number', at(9, 1), at(10, 1)],
  ['line, before column', at(1, 9), at(2, 1)],
  ['column as a number', at(1, 9), at(1, 10)],
  ['code, before rule', { code: 'IST0101', rule: 'z' }, { code: 'IST0102', rule: 'a' }],
  ['rule, before message', { rule: 'a', message: 'z' }, { rule: 'b', message: 'a' }],
  ['message, before path', { message: 'a', path: 'z' }, { message: 'b', path: 'a' }],
  ['path', { path: 'a' }, { path: 'b' }],
  ['cluster, none first', {}, { cluster: 'a' }],
])('by %s', (_, first, second) => {
  const ordered = [finding(first), finding(second)];
  expect(sortFindings(ordered.toReversed())).toEqual(ordered);
  expect(sortFindings(ordered)).toEqual(ordered);
});

test('the list that was given stays as it was', () => {
  const given = [finding({ file: 'b' }), finding({ file: 'a' })];
  sortFindings(given);
  expect(given.map(({ file }) => file)).toEqual(['b', 'a']);
});
