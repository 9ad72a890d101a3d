import { expect, test } from 'vitest';
import { finding, range } from '../../../testdata/output/sample-report.ts';
import type { Finding } from '../../finding.ts';
import { fingerprints } from './fingerprint.ts';

const named = (file: string): string => file;

function printsOf(findings: readonly Finding[], text: string): string[] {
  const lines = text.split('\n');
  return fingerprints(findings, (_, from, to) => lines.slice(from - 1, to), named);
}

const at = (line: number, changes: Partial<Finding> = {}): Finding =>
  finding({ range: range(`${line}:1-${line}:2`), ...changes });
const [base] = printsOf([at(1)], 'code: 200');

test.each([
  ['the line moves', [at(3)], '\n\ncode: 200'],
  ['the line is indented anew', [at(1)], '\t  code:  200  '],
  ['the path changes', [at(1, { path: 'spec.http[7]' })], 'code: 200'],
  ['the message is worded anew', [at(1, { message: 'Other words.' })], 'code: 200'],
])('stays when %s', (_, findings, text) => {
  expect(printsOf(findings, text)).toEqual([base]);
});

test.each([
  ['the text of the line', [at(1)], 'code: 201'],
  ['the rule', [at(1, { rule: 'a/b' })], 'code: 200'],
  ['the file', [at(1, { file: 'b.yaml' })], 'code: 200'],
  ['the cluster', [at(1, { cluster: 'east' })], 'code: 200'],
  ['the resource', [at(1, { resource: { apiVersion: 'v1', kind: 'A', name: 'b' } })], 'code: 200'],
])('differs by %s', (_, findings, text) => {
  expect(printsOf(findings, text)).not.toEqual([base]);
});

test('equal ones are numbered in their order', () => {
  expect(printsOf([at(1), at(2), at(3)], 'code: 200\ncode: 200\nother')).toEqual([
    base,
    base?.replace(/1$/, '2'),
    expect.stringMatching(/:1$/),
  ]);
});

test('without the source the path tells findings apart', () => {
  const prints = fingerprints([at(1, { path: 'a' }), at(2, { path: 'b' })], () => [], named);
  expect(prints.map((print) => print.slice(-2))).toEqual([':1', ':1']);
  expect(new Set(prints).size).toBe(2);
});
