import { describe, expect, test } from 'vitest';
import { kinds } from '../kinds.ts';
import { keepsCelRule, parsesAsCel } from './cel.ts';
import type { CelRule } from './fields.ts';
import { nodeOf, type SchemaNode } from './node.ts';

describe('a CEL rule', () => {
  test.each<[string, unknown, boolean]>([
    ['self > 0 && self <= 65535', 80, true],
    ['self > 0 && self <= 65535', 0, false],
    ["duration(self) >= duration('1ms')", '1h30m', true],
    ["duration(self) >= duration('1ms')", 'soon', false],
    ['self.all(key, int(key) > 0)', { 80: 'x' }, true],
    ['self.all(key, int(key) > 0)', { http: 'x' }, false],
    ['has(self[0].name)', [{ name: 'a' }], true],
    ['has(self[0].name)', [{}], false],
    ['self.__namespace__ == "a"', { namespace: 'a' }, true],
    ["self.matches('^(?i)abc$')", 'ABC', true],
    ["self.matches('b')", 'abc', true],
    ['isURL(self) && url(self).getScheme() == "http"', 'http://a', true],
    ['url(self).getScheme() == ""', 'no url', false],
    ['self.all(h, !isIP(h))', ['10.0.0.1'], false],
    ['self.all(h, !isIP(h))', ['a.b'], true],
    ['size(self) == 0 || format.dns1123Label().validate(self) == null', '', true],
    ['size(self) == 0 || format.dns1123Label().validate(self) == null', 'a', false],
    ['self.missing == 1', {}, false],
    ['self == oldSelf', 'a', true],
  ])('%s of %j is %s', (rule, value, kept) => {
    expect(keepsCelRule(rule, value as never)).toBe(kept);
  });
});

test('every CEL rule of every kind can be read and has a message', async () => {
  const definitions = await Promise.all(kinds.map((entry) => entry.load()));
  const rules = definitions.flatMap(({ versions }) =>
    versions.flatMap(({ schema }) => rulesOf(nodeOf(schema))),
  );
  expect(new Set(rules.map(({ rule }) => rule)).size).toBeGreaterThan(130);
  for (const { rule, message } of rules) {
    expect(message).toMatch(/^[A-Z`*][^\n]*\.$/);
    expect(() => keepsCelRule(rule, null)).not.toThrow();
  }
});

function rulesOf(node: SchemaNode): CelRule[] {
  const below = [...Object.values(node.properties ?? {}), node.items, node.additionalProperties];
  return [
    ...(node.cel ?? []),
    ...(node.standard?.cel ?? []),
    ...below.flatMap((child) => (child === undefined ? [] : rulesOf(child))),
  ];
}

test.each([
  ['response.code >= 400 || connection.mtls', true],
  ['unknown.variable', true],
  ['', false],
  ['a +', false],
])('%j parses as CEL: %s', (expression, parses) => {
  expect(parsesAsCel(expression)).toBe(parses);
});
