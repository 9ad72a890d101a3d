import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { finding, reportOf, sampleReport } from '../../../testdata/output/sample-report.ts';
import { formatJson } from './json.ts';
import { formatYaml } from './yaml.ts';

/** Every object of the schema closed, so that a field without a description fails. */
const strict = readFileSync(
  new URL('../../../docs/schemas/finding-list.json', import.meta.url),
  'utf8',
).replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(strict) as object);

function problemsOf(document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

test.each([
  ['with findings', sampleReport],
  ['without', reportOf([])],
])('the document %s is what the published schema promises', (_, report) => {
  expect(problemsOf(JSON.parse(formatJson(report)))).toEqual([]);
});

test.each([
  ['a severity of its own', { severity: 'fatal' }, '/findings/0/severity'],
  [
    'a line before the first',
    { range: { start: { line: 0, column: 1 }, end: { line: 1, column: 1 } } },
    '/line',
  ],
  ['a code of another tool', { code: 'KIA0101' }, '/findings/0/code'],
  ['a field that no one described', { extra: 1 }, '/findings/0 must NOT have additional'],
  ['a resource without a name', { resource: { apiVersion: 'v1', kind: 'A' } }, "'name'"],
])('the schema refuses a finding with %s', (_, change, problem) => {
  const list = JSON.parse(formatJson(reportOf([finding()]))) as { findings: object[] };
  expect(problemsOf({ ...list, findings: [{ ...list.findings[0], ...change }] }).join('\n')).toContain(
    problem,
  );
});

test.each(['json', 'yaml'] as const)('%s holds neither the time nor the number of rules', (format) => {
  const text = { json: formatJson, yaml: formatYaml }[format];
  expect(text(reportOf([], {}, { rulesRun: 60, milliseconds: 212 }))).toBe(text(reportOf([])));
});

test('the keys of a finding stand in the order of the contract', () => {
  const { findings } = JSON.parse(formatJson(reportOf([finding({ hint: 'Do.', cluster: 'east' })]))) as {
    findings: [object];
  };
  expect(Object.keys(findings[0])).toEqual(
    'code severity message hint resource file document path range rule args cluster rejectedBy related fixes docs'.split(
      ' ',
    ),
  );
});

test('what a finding lacks is left out rather than null', () => {
  const resource = { apiVersion: 'v1', kind: 'Namespace', name: 'shop' };
  const text = formatJson(reportOf([finding({ resource })]));
  expect(text).not.toMatch(/"(hint|cluster|namespace)"|null/);
});

test.each([
  'yes',
  'null',
  '0o17',
  '1e3',
  '12:30',
  '~',
  '',
  ' x ',
  'a: b',
  '- a',
  '#',
  'a\nb',
  "it's",
  '\u0085',
  '\ufeff',
])('YAML gives back %j as JSON does', (text) => {
  const report = reportOf([finding({ message: text, path: text, file: text, args: { [`${text}k`]: text } })]);
  expect(parse(formatYaml(report))).toEqual(JSON.parse(formatJson(report)));
});

test('YAML has no anchors where a finding uses one object twice', () => {
  const { range } = finding();
  const fixes = [
    {
      description: 'Twice',
      edits: [
        { range, text: 'a' },
        { range, text: 'b' },
      ],
    },
  ];
  expect(formatYaml(reportOf([finding({ range, fixes })]))).not.toMatch(/[&*]a\d/);
});
