import type { Static } from 'typebox';
import type { AuthorizationPolicySpec } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';
import { checkCondition } from './condition.ts';
import { checkOperation, namesPorts } from './operation.ts';
import { checkSource, isKnownOfConnections } from './source.ts';

type Rule = NonNullable<Static<typeof AuthorizationPolicySpec>['rules']>[number];

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

export const authorizationRuleRules: readonly RuleInfo[] = [emptyRulePart, denyTcp];

/** Checks one rule of a policy with the given action. */
export function checkRule(rule: Rule, action: string, path: Path, report: Report): void {
  const { from, to, when = [] } = rule;
  const custom = action === 'CUSTOM';
  checkSources(from, [...path, 'from'], report, custom);
  checkOperations(to, [...path, 'to'], report);
  for (const [index, condition] of when.entries())
    checkCondition(condition, [...path, 'when', index], report, custom);
  if (action === 'DENY' && deniesTcp(rule)) report(denyTcp, path, {});
}

function checkSources(from: Rule['from'] = [], path: Path, report: Report, custom: boolean): void {
  for (const [index, { source = {} }] of from.entries()) {
    const place = [...path, index, 'source'];
    if (isEmpty(source)) report(emptyRulePart, place, { part: 'source' });
    else checkSource(source, place, report, custom);
  }
}

function checkOperations(to: Rule['to'] = [], path: Path, report: Report): void {
  for (const [index, { operation = {} }] of to.entries()) {
    const place = [...path, index, 'operation'];
    if (isEmpty(operation)) report(emptyRulePart, place, { part: 'operation' });
    else checkOperation(operation, place, report);
  }
}

/** Whether a source or operation says nothing; empty lists say nothing either. */
const isEmpty = (part: object): boolean =>
  Object.values(part).every((list) => Array.isArray(list) && list.length === 0);

/** Attributes of HTTP are unknown on TCP ports, where a DENY rule treats them as matching. */
function deniesTcp({ from = [], to = [] }: Rule): boolean {
  const operations = to.flatMap(({ operation = [] }) => operation);
  if (operations.length > 0) return !operations.some(namesPorts);
  const sources = from.flatMap(({ source = [] }) => source);
  return sources.length > 0 && !sources.some(isKnownOfConnections);
}
