import type { Static } from 'typebox';
import type { AuthorizationPolicySpec } from '../../api/authorization-policy.ts';
import { errorRule, type Check, type Report, type RuleInfo } from '../rule.ts';
import { checkTargets } from '../values/targets.ts';
import { authorizationConditionRules } from './condition.ts';
import { authorizationOperationRules } from './operation.ts';
import { authorizationRuleRules, checkRule } from './rule.ts';
import { authorizationSourceRules } from './source.ts';
import { authorizationValueRules } from './values.ts';

type Spec = Static<typeof AuthorizationPolicySpec>;

const denyNoRules = errorRule({
  slug: 'authz/deny-no-rules',
  summary: 'A DENY policy says what it denies.',
  message: () => 'a DENY policy without rules denies nothing',
  hint: 'Add a rule; `rules: [{}]` denies every request.',
});

const customNoRules = errorRule({
  slug: 'authz/custom-no-rules',
  summary: 'A CUSTOM policy says for which requests the provider is asked.',
  message: () => 'a CUSTOM policy without rules never asks its provider',
  hint: 'Add a rule; `rules: [{}]` asks for every request.',
});

const customNoProvider = errorRule({
  slug: 'authz/custom-no-provider',
  summary: 'A CUSTOM policy names its provider.',
  message: () => 'a CUSTOM policy needs `provider.name`',
  hint: 'Name one of the `extensionProviders` of the mesh config.',
});

const providerWithoutCustom = errorRule({
  slug: 'authz/provider-without-custom',
  summary: 'Only a CUSTOM policy has a provider.',
  message: ({ action }: { action: string }) => `\`provider\` does not fit action ${action}`,
  hint: 'Set `action: CUSTOM` or drop `provider`.',
});

export const authorizationPolicyRules: readonly RuleInfo[] = [
  ...[denyNoRules, customNoRules, customNoProvider, providerWithoutCustom],
  ...authorizationRuleRules,
  ...authorizationSourceRules,
  ...authorizationOperationRules,
  ...authorizationConditionRules,
  ...authorizationValueRules,
];

/** The rules of Istio for an AuthorizationPolicy. */
export const checkAuthorizationPolicy: Check<Spec> = (spec, { report }) => {
  const { action = 'ALLOW', rules = [] } = spec;
  checkTargets(spec, ['spec'], report);
  if (action === 'CUSTOM') checkCustom(spec, report);
  else if (spec.provider !== undefined)
    report(providerWithoutCustom, ['spec'], { action }, ['spec', 'provider']);
  if (action === 'DENY' && rules.length === 0) report(denyNoRules, ['spec'], {}, ['spec', 'rules']);
  for (const [index, rule] of rules.entries()) checkRule(rule, action, ['spec', 'rules', index], report);
};

function checkCustom({ rules = [], provider }: Spec, report: Report): void {
  if (rules.length === 0) report(customNoRules, ['spec'], {}, ['spec', 'rules']);
  if ((provider?.name ?? '') === '') report(customNoProvider, ['spec'], {}, ['spec', 'provider', 'name']);
}
