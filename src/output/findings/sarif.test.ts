import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { finding, range, reportOf, sampleReport } from '../../../testdata/output/sample-report.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { formatSarif } from './sarif.ts';

const schemaFile = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

interface Rule {
  id: string;
  name: string;
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: object };
  }[];
  relatedLocations?: { id: number }[];
  partialFingerprints: { primaryLocationLineHash: string };
  fixes?: unknown[];
}
interface Log {
  runs: [{ tool: { driver: { rules: Rule[] } }; results: Result[]; invocations: object[] }];
}

function runOf(report: FindingReport, options?: FormatOptions): Log['runs'][0] {
  return (JSON.parse(formatSarif(report, options)) as Log).runs[0];
}

function resultOf(changes: Parameters<typeof finding>[0], options?: FormatOptions): Result {
  const [result] = runOf(reportOf([finding(changes)]), options).results;
  if (result === undefined) throw new Error('no result');
  return result;
}

test.each([
  ['with every kind of finding', sampleReport],
  ['without findings', reportOf([])],
  ['with a fix that edits nothing', reportOf([finding({ fixes: [{ description: 'Nothing', edits: [] }] })])],
])('a report %s follows the SARIF schema', (_, report) => {
  validate(JSON.parse(formatSarif(report)));
  expect(validate.errors ?? []).toEqual([]);
});

test('the schema is able to refuse a log', () => {
  expect(
    validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'bad' }] }] }),
  ).toBe(false);
});

test('rules are those that fired, and each result points to its own', () => {
  const { tool, results } = runOf(sampleReport);
  const ids = tool.driver.rules.map(({ id }) => id);
  expect(ids).toEqual([
    'shop/hosts',
    'shop/name',
    'virtualservice/redirect-code',
    'virtualservice/unreachable-route',
    'yaml/syntax',
  ]);
  expect(results.map(({ ruleIndex }) => ids[ruleIndex])).toEqual(results.map(({ ruleId }) => ruleId));
});

test.each([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
] as const)('%s is the level %s', (severity, level) => {
  expect(resultOf({ severity }).level).toBe(level);
});

test.each([
  ['a relative path', 'a/b c.yaml', undefined, 'a/b%20c.yaml', '%SRCROOT%'],
  ['a path with ./', './a.yaml', undefined, 'a.yaml', '%SRCROOT%'],
  ['a path of Windows', 'a\\b.yaml', undefined, 'a/b.yaml', '%SRCROOT%'],
  ['an absolute path below the root', '/repo/a.yaml', '/repo', 'a.yaml', '%SRCROOT%'],
  ['an absolute path below the root of Windows', 'C:\\repo\\a.yaml', 'C:\\repo\\', 'a.yaml', '%SRCROOT%'],
  ['an absolute path beside the root', '/repository/a.yaml', '/repo', 'file:///repository/a.yaml', undefined],
  ['an absolute path of Windows', 'C:\\a#b.yaml', undefined, 'file:///C%3A/a%23b.yaml', undefined],
  ['a name with half a character', 'a\ud800.yaml', undefined, 'a%EF%BF%BD.yaml', '%SRCROOT%'],
])('the address of %s', (_, file, root, uri, uriBaseId) => {
  const { artifactLocation } =
    resultOf({ file }, root === undefined ? {} : { root }).locations[0]?.physicalLocation ?? {};
  expect(artifactLocation).toEqual({ uri, ...(uriBaseId !== undefined && { uriBaseId }) });
});

test('a region ends where the range ends', () => {
  const region = resultOf({ range: range('2:3-4:5') }).locations[0]?.physicalLocation.region;
  expect(region).toEqual({ startLine: 2, startColumn: 3, endLine: 4, endColumn: 5 });
});

test('the message links to related places, and names cannot make links of their own', () => {
  const { message, relatedLocations } = resultOf({
    message: 'Host [x](https://example.com) is there twice.',
    hint: 'Drop one.',
    related: [{ message: 'first](2) [one', file: 'b.yaml', path: '', range: range('1:1-1:2') }],
  });
  expect(message.text).toBe(
    'Host [x\\](https://example.com) is there twice.\nHint: Drop one.\nSee also: [first\\](2) \\[one](1)',
  );
  expect(relatedLocations?.map(({ id }) => id)).toEqual([1]);
});

test('a fix without edits is left out', () => {
  expect(resultOf({ fixes: [{ description: 'Nothing', edits: [] }] })).not.toHaveProperty('fixes');
});

test('a fix replaces exactly what its edits name', () => {
  const edits = [
    { range: range('9:21-9:24'), text: '301' },
    { range: range('10:1-10:1'), text: 'a\n' },
  ];
  expect(
    resultOf({ file: '/repo/a.yaml', fixes: [{ description: 'Mend it', edits }] }, { root: '/repo' }).fixes,
  ).toEqual([
    {
      description: { text: 'Mend it' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
          replacements: [
            {
              deletedRegion: { startLine: 9, startColumn: 21, endLine: 9, endColumn: 24 },
              insertedContent: { text: '301' },
            },
            {
              deletedRegion: { startLine: 10, startColumn: 1, endLine: 10, endColumn: 1 },
              insertedContent: { text: 'a\n' },
            },
          ],
        },
      ],
    },
  ]);
});

test('related places have their own file, region and path', () => {
  const related = [
    { message: 'The first.', file: 'b c.yaml', path: 'spec.hosts[0]', range: range('2:3-2:9') },
  ];
  expect(resultOf({ related }).relatedLocations).toEqual([
    {
      id: 1,
      physicalLocation: {
        artifactLocation: { uri: 'b%20c.yaml', uriBaseId: '%SRCROOT%' },
        region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 },
      },
      logicalLocations: [{ fullyQualifiedName: 'spec.hosts[0]', kind: 'property' }],
      message: { text: 'The first.' },
    },
  ]);
});

test('the cluster is in the message and in the properties', () => {
  expect(resultOf({ message: 'Bad.', cluster: 'east' })).toMatchObject({
    message: { text: 'Bad.\nCluster: east' },
    properties: { cluster: 'east' },
  });
});
