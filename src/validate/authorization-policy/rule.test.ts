import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkRule } from './rule.ts';

type Rule = Parameters<typeof checkRule>[0];

const found = (rule: Rule, action: string): string[] =>
  reported((report) => {
    checkRule(rule, action, ['rule'], report);
  });

test.each<[string, Rule, string[]]>([
  ['an empty rule passes', {}, []],
  ['empty lists pass', { from: [], to: [], when: [] }, []],
  [
    'a source and an operation pass',
    { from: [{ source: { namespaces: ['a'] } }], to: [{ operation: { ports: ['80'] } }] },
    [],
  ],
  ['no source', { from: [{}] }, ['authz/empty-rule-part rule.from[0].source']],
  ['an empty source', { from: [{ source: {} }] }, ['authz/empty-rule-part rule.from[0].source']],
  [
    'a source of empty lists',
    { from: [{ source: { principals: [], ipBlocks: [] } }] },
    ['authz/empty-rule-part rule.from[0].source'],
  ],
  ['no operation', { to: [{}] }, ['authz/empty-rule-part rule.to[0].operation']],
  [
    'an empty operation after one that is not',
    { to: [{ operation: { hosts: ['a'] } }, { operation: {} }] },
    ['authz/empty-rule-part rule.to[1].operation'],
  ],
  ['a condition is checked', { when: [{ key: 'source.ip' }] }, ['authz/when-values rule.when[0].values']],
])('a rule: %s', (_, rule, expected) => {
  expect(found(rule, 'ALLOW')).toEqual(expected);
});

const caller = [{ source: { requestPrincipals: ['*'] } }];

test.each<[string, Rule, boolean]>([
  ['token identities alone are HTTP only', { from: caller }, true],
  [
    'with a port of the operation they are not',
    { from: caller, to: [{ operation: { ports: ['80'] } }] },
    false,
  ],
  ['with an excluded port neither', { from: caller, to: [{ operation: { notPorts: ['80'] } }] }, false],
  [
    'beside addresses neither',
    { from: [{ source: { requestPrincipals: ['*'], ipBlocks: ['10.0.0.1'] } }] },
    false,
  ],
  [
    'a second source with a namespace settles it',
    { from: [...caller, { source: { namespaces: ['a'] } }] },
    false,
  ],
  ['service accounts are known of connections', { from: [{ source: { serviceAccounts: ['a'] } }] }, false],
  ['methods alone are HTTP only', { to: [{ operation: { methods: ['GET'] } }] }, true],
  [
    'methods stay HTTP only beside a source with principals',
    { from: [{ source: { principals: ['a'] } }], to: [{ operation: { methods: ['GET'] } }] },
    true,
  ],
  [
    'one operation with a port is enough',
    { to: [{ operation: { methods: ['GET'] } }, { operation: { ports: ['80'] } }] },
    false,
  ],
  ['an empty operation names no port', { to: [{ operation: {} }] }, true],
  ['a rule for everything is no slip', {}, false],
  ['conditions alone do not count', { when: [{ key: 'request.headers[a]', values: ['b'] }] }, false],
])('a DENY rule and TCP: %s', (_, rule, warns) => {
  const warning = 'authz/deny-tcp rule';
  expect(found(rule, 'DENY').includes(warning)).toBe(warns);
  expect(found(rule, 'ALLOW')).not.toContain(warning);
});
