import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as istioRules from '../cel-rules.ts';
import * as gatewayRules from '../gateway-api/cel-rules.ts';
import { keepsCelRule } from './cel.ts';
import type { CelRule } from './fields.ts';

const built: CelRule[] = [
  gatewayRules.fieldNeedsType('cors', 'CORS'),
  gatewayRules.typeNeedsField('cors', 'CORS'),
  gatewayRules.oneFilterOf('CORS'),
  gatewayRules.pathWithout('contains', '//'),
  gatewayRules.pathWithout('endsWith', '/..'),
  gatewayRules.modifierNeedsField('ReplaceFullPath', 'replaceFullPath'),
  gatewayRules.modifierFieldNeedsType('replaceFullPath', 'ReplaceFullPath'),
];
const isRule = (value: unknown): value is CelRule =>
  typeof value === 'object' && value !== null && 'rule' in value;
const rules = [...Object.values(istioRules), ...Object.values(gatewayRules), ...built].filter(isRule);
const quick = rules.filter(({ sure }) => sure !== undefined);

test('many rules have a quick look', () => {
  expect(quick.length).toBeGreaterThan(35);
});

test.each(quick.map(({ rule, sure }) => [rule, sure] as const))(
  'where the quick look is sure, %s holds',
  (rule, sure) => {
    let settled = 0;
    fc.assert(
      fc.property(selfOf(rule), (self) => {
        if (sure?.(self) !== true) return true;
        settled += 1;
        return keepsCelRule(rule, self);
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(settled).toBeGreaterThan(0);
  },
);

/** Values of the shape a rule looks at: a map, a list or an object with the fields it names. */
function selfOf(rule: string): fc.Arbitrary<never> {
  const words = fc.constantFrom(
    '',
    'a',
    'http',
    'CORS',
    'Exact',
    'PathPrefix',
    'NONE',
    'STATIC',
    '*',
    'a*',
    '/',
    '/a',
    '/a/b',
    '/a/../b',
    '//',
    'REMOVE',
    'RequestRedirect',
    'URLRewrite',
  );
  const ports = fc.constantFrom(0, 1, 80, 65536);
  const names = [
    ...new Set(
      [...rule.matchAll(/\b(?:self|[a-z]\d?)\.(\w+)\b(?!\()/g)].map(([, name = '']) =>
        name.replaceAll('__', ''),
      ),
    ),
  ];
  const value = names.includes('number') ? ports : words;
  const item = fc.record(Object.fromEntries(names.map((name) => [name, fieldOf(name, value)])), {
    requiredKeys: [],
  });
  const map = fc.dictionary(fc.constantFrom('', 'a', 'b*', 'http', 'x'.repeat(70)), words);
  if (rule.startsWith('self.all(key')) return map as fc.Arbitrary<never>;
  if (rule.startsWith('!self.contains') || rule.startsWith('self !=')) return words as fc.Arbitrary<never>;
  const lists = ['self.all(', 'self.exists(', 'self.filter(', 'self.size()'].some((use) =>
    rule.includes(use),
  );
  return (lists ? fc.array(complete(names, value), { maxLength: 3 }) : item) as fc.Arbitrary<never>;
}

const path = { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' };
const filter = fc.constantFrom({}, { requestRedirect: { path } }, { urlRewrite: { path } });

const fieldOf = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  if (name === 'matches') return fc.array(fc.constant({ path: { type: 'PathPrefix' } }), { maxLength: 200 });
  if (name === 'filters') return fc.array(filter, { maxLength: 2 });
  if (name === 'backendRefs')
    return fc.array(fc.constantFrom({}, { filters: [{ urlRewrite: {} }] }), { maxLength: 2 });
  return name === 'addresses' || name === 'endpoints' ? fc.array(value, { maxLength: 2 }) : value;
};

/** Items as the API server sees them: defaults have filled in what rules take for granted. */
const complete = (names: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(names.map((name) => [name, fieldOf(name, value)])));
