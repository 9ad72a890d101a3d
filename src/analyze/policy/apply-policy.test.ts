import { describe, expect, test } from 'vitest';
import { finding } from '../../../testdata/output/sample-report.ts';
import { readText } from '../../resources/index.ts';
import type { Level } from './policy.ts';
import { applyPolicy } from './apply-policy.ts';
import {
  policyOf,
  type PolicySettings,
  type WrittenIgnore,
  type WrittenSeverities,
} from './policy-settings.ts';
import { PolicyScan } from './policy-scan.ts';
import { RuleNames } from './rule-names.ts';
import { judge, rules, shown, type Found, type Trial } from './testing.ts';

const gateway = 'apiVersion: v1\nkind: Gateway\nmetadata: {name: front, namespace: shop}\nspec: x\n';
const missing: Found = ['IST0101', 'gateway/missing', 'spec'];
const redirect: Found = ['IST0106', 'redirect/code', 'spec'];
const port: Found = ['IST0106', 'port/number', 'spec'];
const broken: Found = ['MSH0001', 'yaml/syntax', ''];

const tried = (trial: Partial<Trial>) => judge({ text: gateway, found: [missing, redirect, port], ...trial });
const left = (trial: Partial<Trial>): readonly string[] =>
  tried(trial).findings.map(({ rule, severity }) => `${severity} ${rule}`);

const settings = (rest: Partial<PolicySettings>): { settings: PolicySettings } => ({
  settings: { folder: '/repo', severities: [], ignore: [], ...rest },
});

const written = (name: string) => ({ name, at: 'meshctl.yaml:1:1' });

function levels(given: Record<string, Level>, files?: readonly string[]): WrittenSeverities {
  const entries = Object.entries(given).map(([name, level]) => ({ rule: written(name), level }));
  return { levels: entries, ...(files && { files }) };
}

function ignoring(rule: string, rest: Partial<WrittenIgnore> = {}): { settings: PolicySettings } {
  const place = {
    file: 'meshctl.yaml',
    path: 'ignore[0]',
    range: { start: { line: 2, column: 5 }, end: { line: 2, column: 9 } },
  };
  return settings({ ignore: [{ rule: written(rule), reason: 'why', place, ...rest }] });
}

const all = ['error gateway/missing', 'error port/number', 'error redirect/code'];
const others = all.slice(1);

describe('a flag suppresses', () => {
  test.each<[string, string, readonly string[]]>([
    ['a code', 'IST0101', others],
    ['a code in small letters', 'ist0101', others],
    ['all rules of a code', 'IST0106', ['error gateway/missing']],
    ['one rule of a code', 'port/number', ['error gateway/missing', 'error redirect/code']],
    ['a code of one resource', 'IST0101=Gateway shop/front', others],
    ['a code of one resource as the help of istioctl writes it', 'IST0101=Gateway front.shop', others],
    ['a code of resources', 'IST0101=*', others],
    ['blanks about it count for nothing', ' IST0101 = Gateway shop/* ', others],
    ['nothing of another resource', 'IST0101=Gateway shop/back', all],
  ])('%s', (_, flag, expected) => {
    expect(left({ flags: [flag] })).toEqual(expected);
  });

  test('and says so, once for each finding', () => {
    const result = tried({ flags: ['IST0106', 'port/number', 'IST0101=Gateway x/y'] });
    expect([result.suppressed, result.unusedFlags]).toEqual([2, ['IST0101=Gateway x/y']]);
  });

  test.each([
    ['nothing', '', '--suppress does not take ""', 'write a rule, or a rule and a resource'],
    ['no rule', '=Gateway a/b', '--suppress does not take "=Gateway a/b"', 'write a rule'],
    ['no resource', 'IST0101=', '--suppress does not take "IST0101="', 'write a rule'],
    [
      'a code that is not there',
      'IST010',
      '--suppress IST010: no rule is called "IST010"',
      'did you mean IST0101?',
    ],
    [
      'a rule that is not there',
      'port/nubmer',
      'no rule is called "port/nubmer"',
      'did you mean port/number?',
    ],
    ['a rule like no other', 'zzz', 'no rule is called "zzz"', 'write the code or the name of a rule'],
    ['what cannot be read', 'MSH0001', 'findings of MSH0001 are always shown as errors', 'mend the document'],
    [
      'what is no YAML',
      'yaml/syntax',
      'findings of yaml/syntax are always shown as errors',
      'mend the document',
    ],
  ])('but not %s', (_, flag, message, hint) => {
    expect(() => tried({ flags: [flag] })).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: expect.stringContaining(message) as unknown,
        hint: expect.stringContaining(hint) as unknown,
      }),
    );
  });
});

describe('severities', () => {
  test.each<[string, WrittenSeverities[], readonly string[]]>([
    [
      'of a code',
      [levels({ IST0106: 'warning' })],
      ['error gateway/missing', 'warning port/number', 'warning redirect/code'],
    ],
    [
      'of a rule before that of its code',
      [levels({ 'port/number': 'info', ist0106: 'warning' })],
      ['error gateway/missing', 'info port/number', 'warning redirect/code'],
    ],
    ['off leaves findings out', [levels({ IST0106: 'off' })], ['error gateway/missing']],
    [
      'later ones win, also by code over rule',
      [levels({ 'port/number': 'info' }), levels({ IST0106: 'warning' })],
      ['error gateway/missing', 'warning port/number', 'warning redirect/code'],
    ],
    ['of other files do not count', [levels({ IST0106: 'off' }, ['other/**', 'a.yaml'])], all],
    ['of these files', [levels({ IST0106: 'off' }, ['other', 'mesh'])], ['error gateway/missing']],
    ['may be given back', [levels({ IST0106: 'off' }), levels({ IST0106: 'error' }, ['mesh'])], all],
  ])('%s', (_, severities, expected) => {
    expect(left(settings({ severities }))).toEqual(expected);
  });

  test('off counts as suppressed', () => {
    expect(tried(settings({ severities: [levels({ IST0106: 'off' })] })).suppressed).toBe(2);
  });

  test('of a rule that does not exist are refused with their place', () => {
    expect(() => tried(settings({ severities: [levels({ 'port/nubmer': 'off' })] }))).toThrow(
      'meshctl.yaml:1:1: no rule is called "port/nubmer"',
    );
  });

  test('of suppressions are severities as others', () => {
    const severities = [levels({ 'suppression/unused': 'error' })];
    const text = `${gateway}# meshctl-ignore[IST0101]: why\nstatus: x\n`;
    expect(left({ ...settings({ severities }), text, found: [] })).toEqual(['error suppression/unused']);
  });
});

describe('an entry of the settings suppresses', () => {
  test.each<[string, { settings: PolicySettings }, readonly string[]]>([
    ['a rule', ignoring('gateway/missing'), others],
    ['a code', ignoring('ist0101'), others],
    ['in files', ignoring('IST0101', { files: ['mesh/*.yaml'] }), others],
    ['resources', ignoring('IST0101', { resource: 'Gateway shop/*' }), others],
    ['on its last day', ignoring('IST0101', { until: '2026-03-01' }), others],
    ['nothing in other files', ignoring('IST0101', { files: ['a.yaml'] }), all],
    ['no other resources', ignoring('IST0101', { resource: 'Gateway x/*' }), all],
    [
      'nothing after its last day, which is reported',
      ignoring('IST0101', { until: '2026-02-28' }),
      [...all, 'warning suppression/expired'],
    ],
  ])('%s', (_, given, expected) => {
    expect(left(given)).toEqual(expected);
  });

  test('or is reported where it stands', () => {
    expect(tried({ ...ignoring('IST0101'), found: [] }).findings).toMatchObject([
      {
        code: 'MSH0090',
        message: 'IST0101 finds nothing that this entry covers',
        file: 'meshctl.yaml',
        path: 'ignore[0]',
        range: { start: { line: 2, column: 5 } },
        resource: { apiVersion: '', kind: '', name: '' },
        args: { rule: 'IST0101', reason: 'why' },
      },
    ]);
  });

  test('until a day, and is reported from then on', () => {
    expect(shown(tried({ ...ignoring('IST0101', { until: '2026-02-28' }), found: [] }))).toEqual([
      '2:5 warning suppression/expired: IST0101 was to be ignored until 2026-02-28; this entry no longer counts',
    ]);
  });

  test.each<[string, { settings: PolicySettings }, RuleNames | undefined]>([
    ['the rule did not run', ignoring('IST0101'), new RuleNames([{ code: 'IST0106', slug: 'port/number' }])],
    ['no such file was read', ignoring('IST0101', { files: ['other'] }), undefined],
    ['no such resource was read', ignoring('IST0101', { resource: 'Gateway x/y' }), undefined],
    [
      'the resource was read from another file',
      ignoring('IST0101', { resource: 'Gateway shop/front', files: ['other'] }),
      undefined,
    ],
  ])('and is not called unused when %s', (_, given, ran) => {
    expect(left({ ...given, found: [], ...(ran && { ran }) })).toEqual([]);
  });

  test('also the notices about comments', () => {
    const text = `${gateway}# meshctl-ignore[IST0101]: why\nstatus: x\n`;
    expect(left({ ...ignoring('suppression/unused'), text, found: [] })).toEqual([]);
  });

  test('of a rule that does not exist is refused with its place', () => {
    expect(() => tried(ignoring('IST9'))).toThrow('meshctl.yaml:1:1: no rule is called "IST9"');
  });
});

describe('the annotation of istioctl suppresses', () => {
  const annotated = (value: string): string =>
    gateway.replace('{name', `{annotations: {galley.istio.io/analyze-suppress: "${value}"}, name`);

  test.each<[string, string, readonly string[]]>([
    ['a code', 'IST0101', others],
    ['several, with blanks', 'IST0102, IST0101', others],
    ['the name of a rule', 'port/number', ['error gateway/missing', 'error redirect/code']],
    ['everything', '*', []],
    ['no other code', 'IST0102', all],
  ])('%s', (_, value, expected) => {
    expect(left({ text: annotated(value) })).toEqual(expected);
  });

  test('with blanks that count where they count for istioctl', () => {
    expect(left({ text: annotated('IST0106, IST0101'), options: { trim: false } })).toEqual([
      'error gateway/missing',
    ]);
  });

  test('in its own resource only, and is not called unused', () => {
    const text = `${annotated('*').replace('front', 'back')}---\n${gateway}`;
    expect(left({ text })).toEqual(all);
  });
});

test('what could not be read stays, whatever anybody says', () => {
  const text = `# meshctl-ignore[IST0101]: why\n${gateway.replace('{name', '{annotations: {galley.istio.io/analyze-suppress: "*"}, name')}`;
  expect(left({ text, found: [broken, missing] })).toEqual(['error yaml/syntax']);
});

test('a finding that two suppressions cover makes both of them useful', () => {
  const text = gateway.replace('spec: x', 'spec: x # meshctl-ignore[IST0101]: why');
  expect(left({ text, found: [missing], ...ignoring('gateway/missing') })).toEqual([]);
});

test('findings without a change are the same objects, in the order of every output', () => {
  const scan = new PolicyScan(policyOf(undefined, [], rules), { cwd: '/' });
  const [first, second] = [finding({ file: 'b.yaml' }), finding({ file: 'a.yaml' })];
  const { findings } = applyPolicy([first, second], scan, { rules, now: new Date(0) });
  expect(findings[0]).toBe(second);
  expect(findings[1]).toBe(first);
});

test.each<[string, string[], string, boolean]>([
  ['nothing can change a finding', [], gateway, true],
  ['a flag may', ['IST0101'], gateway, false],
  ['a comment may', [], `${gateway}# meshctl-ignore[IST0101]: why`, false],
])('whether a policy is idle when %s', (_, flags, text, isIdle) => {
  const scan = new PolicyScan(policyOf(undefined, flags, rules), { cwd: '/' });
  scan.add(readText(text, 'a.yaml'));
  expect(scan.isIdle).toBe(isIdle);
});
