import { expect, test } from 'vitest';
import { problems } from '../testing.ts';
import { checkAuthorizationPolicy } from './authorization-policy.ts';

type Spec = Parameters<typeof checkAuthorizationPolicy>[0];

const provider = { name: 'oauth2-proxy' };
const service = { kind: 'Service', name: 'checkout' };

test.each<[string, Spec, string[]]>([
  ['an empty policy allows nothing and passes', {}, []],
  ['DENY with an empty rule denies everything and passes', { action: 'DENY', rules: [{}] }, []],
  ['DENY without rules', { action: 'DENY' }, ['authz/deny-no-rules spec']],
  ['DENY with an empty list of rules', { action: 'DENY', rules: [] }, ['authz/deny-no-rules spec']],
  ['AUDIT without rules passes', { action: 'AUDIT' }, []],
  ['CUSTOM with rules and a provider passes', { action: 'CUSTOM', provider, rules: [{}] }, []],
  ['CUSTOM without rules', { action: 'CUSTOM', provider }, ['authz/custom-no-rules spec']],
  ['CUSTOM without a provider', { action: 'CUSTOM', rules: [{}] }, ['authz/custom-no-provider spec']],
  [
    'CUSTOM with a provider that has no name',
    { action: 'CUSTOM', provider: {}, rules: [{}] },
    ['authz/custom-no-provider spec'],
  ],
  ['a provider with ALLOW', { provider, rules: [{}] }, ['authz/provider-without-custom spec']],
  [
    'a provider without a name is one too',
    { action: 'DENY', provider: {}, rules: [{}] },
    ['authz/provider-without-custom spec'],
  ],
  ['a selector passes', { selector: { matchLabels: { app: 'checkout' } } }, []],
  ['a target passes', { targetRefs: [service] }, []],
  [
    'a selector beside a target',
    { selector: { matchLabels: { app: 'checkout' } }, targetRefs: [service] },
    ['policy/selector-and-target spec'],
  ],
  [
    'a target of a strange kind',
    { targetRefs: [{ ...service, kind: 'Pod' }] },
    ['targetref/kind spec.targetRefs[0]'],
  ],
  ['a selector without labels', { selector: {} }, ['selector/without-labels spec.selector']],
])('%s', (_, spec, expected) => {
  expect(problems(checkAuthorizationPolicy, spec)).toEqual(expected);
});
