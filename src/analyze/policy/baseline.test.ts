import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding, range } from '../../../testdata/output/sample-report.ts';
import type { Finding } from '../../finding.ts';
import { applyBaseline } from './apply-baseline.ts';
import { baselineCoverage } from './baseline-coverage.ts';
import { baselineText } from './baseline-text.ts';
import { baselineOf, prunedBaseline } from './make-baseline.ts';
import { RuleNames } from './rule-names.ts';
import { readBaseline } from './read-baseline.ts';

const place = { folder: '/repo', cwd: '/repo' };
const base = finding();

/** Whether a baseline of the first finding hides the second one. */
function hides(before: Finding, after: Finding): boolean {
  return applyBaseline([after], baselineOf([before], place), place).baselined === 1;
}

describe('a finding stays in the baseline', () => {
  test.each<[string, Partial<Finding>]>([
    ['when its lines move', { range: range('90:1-91:4') }],
    ['when another item is put before it', { path: 'spec.http[4].redirect.redirectCode' }],
    ['when its message is worded anew', { message: 'Other words.', hint: 'Do.' }],
    ['when its severity changes', { severity: 'info' }],
    ['when another document is put before its own', { document: 3 }],
    ['when the version of the API changes', { resource: { ...base.resource, apiVersion: 'x/v2' } }],
    ['when the path is written otherwise', { file: './mesh/../mesh/reviews.yaml' }],
  ])('%s', (_, change) => {
    expect(hides(base, { ...base, ...change })).toBe(true);
  });

  test('when its arguments change their order', () => {
    const args = { a: 1, b: { c: [2], d: 3 } };
    expect(hides({ ...base, args }, { ...base, args: { b: { d: 3, c: [2] }, a: 1 } })).toBe(true);
  });
});

test.each<[string, Partial<Finding>]>([
  ['code', { code: 'IST0133' }],
  ['rule', { rule: 'redirect/other' }],
  ['resource', { resource: { ...base.resource, name: 'other' } }],
  ['namespace', { resource: { ...base.resource, namespace: 'other' } }],
  ['field', { path: 'spec.http[0].redirect.uri' }],
  ['arguments', { args: { code: 201 } }],
  ['file', { file: 'mesh/other.yaml' }],
  ['cluster', { cluster: 'east' }],
])('a finding with another %s is another', (_, change) => {
  expect(hides(base, { ...base, ...change })).toBe(false);
});

test.each([
  ['mesh/a.yaml', '/repo', '/repo', 'mesh/a.yaml'],
  ['a.yaml', '/repo', '/repo/mesh', 'mesh/a.yaml'],
  ['/repo/mesh/a.yaml', '/repo', '/', 'mesh/a.yaml'],
  ['mesh/a.yaml', '/repo/ci', '/repo', '../mesh/a.yaml'],
  ['-', '/repo', '/repo/mesh', '-'],
  ['cluster://east/a', '/repo', '/repo/mesh', 'cluster://east/a'],
])('%s for a baseline in %s, seen from %s, is %s', (file, folder, cwd, expected) => {
  expect(baselineOf([{ ...base, file }], { folder, cwd })).toMatchObject([{ file: expected }]);
});

test('what could not be read is neither kept in a baseline nor hidden by one', () => {
  const broken = finding({ code: 'MSH0001', rule: 'yaml/syntax' });
  expect(baselineOf([broken], place)).toEqual([]);
  const [entry] = baselineOf([{ ...broken, code: 'MSH0002' }], place);
  expect(entry && applyBaseline([broken], [entry], place).findings).toEqual([broken]);
});

describe('counts', () => {
  const finds = fc.array(fc.constantFrom('a', 'b', 'c').map((name) => finding({ args: { name } })));
  const count = (findings: readonly Finding[], name: string): number =>
    findings.filter(({ args }) => args.name === name).length;

  test('a baseline hides as many of each finding as it holds, and calls the rest stale', () => {
    fc.assert(
      fc.property(finds, finds, (before, now) => {
        const baseline = baselineOf(before, place);
        const { findings, baselined, stale } = applyBaseline(now, baseline, place);
        let hidden = 0;
        for (const name of ['a', 'b', 'c']) {
          const both = Math.min(count(before, name), count(now, name));
          expect(count(findings, name)).toBe(count(now, name) - both);
          hidden += both;
        }
        expect(baselined).toBe(hidden);
        expect(stale.reduce((sum, entry) => sum + entry.count, 0)).toBe(before.length - hidden);
      }),
    );
  });

  test('a pruned baseline hides the same, and nothing of it is stale', () => {
    fc.assert(
      fc.property(finds, finds, (before, now) => {
        const baseline = baselineOf(before, place);
        const first = applyBaseline(now, baseline, place);
        const second = applyBaseline(now, prunedBaseline(baseline, first.stale), place);
        expect(second).toEqual({ ...first, stale: [] });
      }),
    );
  });

  test('what is written is what is read, whatever the names', () => {
    const named = fc.record({ file: fc.string({ unit: 'binary' }), rule: fc.string(), cluster: fc.string() });
    fc.assert(
      fc.property(fc.array(named), (changes) => {
        const baseline = baselineOf(changes.map(finding), place);
        expect(readBaseline(baselineText(baseline), 'baseline.json')).toEqual(baseline);
      }),
    );
  });
});

test('of equal findings the first are hidden', () => {
  const [first, second] = [finding({ range: range('1:1-1:2') }), finding({ range: range('2:1-2:2') })];
  expect(applyBaseline([first, second], baselineOf([base], place), place).findings).toEqual([second]);
});

test('an entry is stale only when the run would have found it', () => {
  const baseline = baselineOf([base], place);
  expect(applyBaseline([], baseline, { ...place, covers: ({ file }) => file === 'x' }).stale).toEqual([]);
  expect(applyBaseline([], baseline, { ...place, covers: ({ rule }) => rule === base.rule }).stale).toEqual(
    baseline,
  );
});

test('a baseline has one line for each entry, sorted', () => {
  const [b, a] = [finding({ file: 'b.yaml' }), finding({ file: 'a.yaml', cluster: 'east' })];
  expect(baselineText(baselineOf([b, a, b], place))).toBe(`{
  "apiVersion": "meshctl.dev/v1",
  "kind": "Baseline",
  "findings": [
    {"file":"a.yaml","resource":"VirtualService shop/reviews","code":"IST0106","rule":"virtualservice/redirect-code","cluster":"east","fingerprint":"${fingerprint(a)}","count":1},
    {"file":"b.yaml","resource":"VirtualService shop/reviews","code":"IST0106","rule":"virtualservice/redirect-code","fingerprint":"${fingerprint(b)}","count":2}
  ]
}
`);
  expect(baselineText([])).toMatch(/"findings": \[\]\n\}\n$/);
});

const fingerprint = (one: Finding): string => baselineOf([one], place)[0]?.fingerprint ?? '';

test('the fingerprint is the one that baselines in repositories hold', () => {
  expect(fingerprint(base)).toBe('26839d59a5b4e051');
});

const schema = readFileSync(
  new URL('../../../docs/schemas/baseline.json', import.meta.url),
  'utf8',
).replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(schema) as object);

test.each([
  ['with findings', [base, finding({ cluster: 'east' })]],
  ['without', []],
])('a baseline %s is what the published schema promises', (_, findings) => {
  validate(JSON.parse(baselineText(baselineOf(findings, place))));
  expect(validate.errors).toBeNull();
});

describe('what is no baseline is refused with its place', () => {
  const text = baselineText(baselineOf([base], place));
  test.each([
    ['nothing', '', 'b.json: the baseline is empty'],
    [
      'what git leaves of a conflict',
      text.replace('    {', '<<<<<<< HEAD\n    {'),
      'b.json:5:1: git has left a conflict here',
    ],
    ['broken JSON', text.replace(']', ''), 'b.json:7:'],
    ['a list', '[]', 'b.json:1:1: the document is a list, not an object'],
    ['two documents', `${text}---\n${text}`, 'b.json:9:1: a second document'],
    ['another kind', text.replace('"Baseline"', '"FindingList"'), 'b.json:3:11: kind must be Baseline'],
    [
      'another version',
      text.replace('/v1', '/v2'),
      'b.json:2:17: apiVersion must be meshctl.dev/v1, not meshctl.dev/v2',
    ],
    ['no version', text.replace('apiVersion', 'version'), 'b.json:1:1: apiVersion must be meshctl.dev/v1'],
    ['no findings', text.replace('"findings"', '"found"'), 'b.json:1:1: findings must be a list'],
    ['an entry that is none', text.replace(/\{"file.*/, '7'), 'b.json:5:5: findings[0] must be an object'],
    ['an entry without file', text.replace('"file"', '"path"'), 'b.json:5:5: file must be text'],
    [
      'a fingerprint that is none',
      text.replace(/"fingerprint":"./, '"fingerprint":"x'),
      'fingerprint must be 16 hexadecimal digits',
    ],
    ['a count of none', text.replace('"count":1', '"count":0'), 'count must be a whole number from 1 on'],
    ['half a count', text.replace('"count":1', '"count":1.5'), 'count must be a whole number from 1 on'],
    ['a number for a cluster', text.replace('"count"', '"cluster":1,"count"'), 'cluster must be text'],
  ])('%s', (_, wrong, message) => {
    expect(() => readBaseline(wrong, 'b.json')).toThrow(
      expect.objectContaining({ code: 'input', message: expect.stringContaining(message) as unknown }),
    );
  });
});

test('equal entries, as a merge may leave them, count together', () => {
  const baseline = baselineOf([base], place);
  const twice = readBaseline(baselineText([...baseline, ...baseline]), 'b.json');
  expect(twice).toMatchObject([{ count: 2 }]);
});

test.each<[string, Partial<Finding>, boolean]>([
  ['in a file that was read', {}, true],
  ['in a file that was not', { file: 'other.yaml' }, false],
  ['in a file that is no more', { file: 'gone.yaml' }, true],
  ['in standard input that was read', { file: '-' }, true],
  ['of a rule that did not run', { rule: 'port/number' }, false],
])('a run on some files has something to say of an entry %s: %s', (_, change, covered) => {
  const ran = new RuleNames([{ code: base.code, slug: base.rule }]);
  const exists = (path: string): boolean => path !== '/repo/gone.yaml';
  const covers = baselineCoverage({ files: ['../mesh/reviews.yaml', '-'], ran, exists }, seenFromBelow);
  const entries = baselineOf([{ ...base, ...change }], place);
  expect(entries.map(covers)).toEqual([covered]);
});

const seenFromBelow = { folder: '/repo', cwd: '/repo/ci' };
