import type { Static } from 'typebox';
import type { AuthorizationPolicySpec } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { authorizationConditionRules, checkCondition } from './condition.ts';
import { authorizationOperationRules, checkOperation, hasHttpOperation } from './operation.ts';
import { authorizationSourceRules, checkSource, hasHttpSource } from './source.ts';
import { errorRule, warningRule, type Check, type CheckContext, type Report, type RuleInfo } from '../rule.ts';
import { checkTargets } from '../values/targets.ts';

export type AuthorizationSpec = Static<typeof AuthorizationPolicySpec>;
type AuthorizationRule = NonNullable<AuthorizationSpec['rules']>[number];

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

const emptyRulePart = errorRule({
  slug: 'authz/empty-rule-part',
  summary: 'Every `from` has a source and every `to` an operation with some field.',
  message: ({ part }: { part: string }) => `\`${part}\` is empty`,
  hint: 'Fill it in or remove the list item.',
});

const denyTcp = warningRule({
  slug: 'authz/deny-tcp',
  summary: 'A DENY rule with HTTP attributes names ports, or it denies all TCP traffic.',
  message: () =>
    'on TCP ports the HTTP attributes of this DENY rule match anything, so all their traffic is denied',
  hint: 'Restrict the rule to HTTP ports with `to: [{operation: {ports: [...]}}]`.',
});

export const authorizationPolicyRules: readonly RuleInfo[] = [
  ...[denyNoRules, customNoRules, customNoProvider, providerWithoutCustom, emptyRulePart, denyTcp],
  ...[...authorizationSourceRules, ...authorizationOperationRules, ...authorizationConditionRules],
];

/** The rules of Istio for an AuthorizationPolicy. */
export const checkAuthorizationPolicy: Check<AuthorizationSpec> = (spec, context) => {
  const { report } = context;
  const action = spec.action ?? 'ALLOW';
  checkTargets(spec, ['spec'], context.report);
  checkAction(spec, action, context);
  for (const [index, rule] of (spec.rules ?? []).entries()) {
    const path = ['spec', 'rules', index];
    checkRule(rule, action, path, report);
    if (action === 'DENY' && deniesTcp(rule)) report(denyTcp, path, {});
  }
};

function checkAction(
  { rules = [], provider }: AuthorizationSpec,
  action: string,
  { report }: CheckContext,
): void {
  const without = rules.length === 0;
  if (action === 'CUSTOM') {
    if (without) report(customNoRules, ['spec', 'rules'], {});
    if (provider === undefined || (provider.name ?? '') === '')
      report(customNoProvider, ['spec', 'provider', 'name'], {});
    return;
  }
  if (provider !== undefined) report(providerWithoutCustom, ['spec'], { action }, ['spec', 'provider']);
  if (action === 'DENY' && without) report(denyNoRules, ['spec', 'rules'], {});
}

function checkRule(rule: AuthorizationRule, action: string, path: Path, report: Report): void {
  const custom = action === 'CUSTOM';
  for (const [index, { source }] of (rule.from ?? []).entries()) {
    const place = [...path, 'from', index, 'source'];
    if (isEmpty(source)) report(emptyRulePart, place, { part: 'source' });
    else checkSource(source, place, report, custom);
  }
  for (const [index, { operation }] of (rule.to ?? []).entries()) {
    const place = [...path, 'to', index, 'operation'];
    if (isEmpty(operation)) report(emptyRulePart, place, { part: 'operation' });
    else checkOperation(operation, place, report);
  }
  for (const [index, condition] of (rule.when ?? []).entries()) {
    checkCondition(condition, [...path, 'when', index], report, custom);
  }
}

/** Whether a message is absent or says nothing: empty lists say nothing either. */
function isEmpty<T extends object>(part: T | undefined): part is undefined {
  return part === undefined || Object.values(part).every((list) => Array.isArray(list) && list.length === 0);
}

/** Attributes of HTTP are unknown on TCP ports, where a DENY rule treats them as matching. */
function deniesTcp({ from = [], to = [] }: AuthorizationRule): boolean {
  const http =
    from.some(({ source }) => hasHttpSource(source)) ||
    to.some(({ operation }) => hasHttpOperation(operation));
  return http && !to.some(({ operation }) => (operation?.ports ?? []).length > 0);
}
