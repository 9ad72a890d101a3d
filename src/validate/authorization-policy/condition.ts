import type { Static } from 'typebox';
import type { Condition } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { checkPolicyPort } from './operation.ts';
import { checkServiceAccount } from './source.ts';
import { customUnsupportedField, emptyValue } from './values.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkSubnet } from '../values/addresses.ts';

type ConditionSpec = Static<typeof Condition>;

const keyEmpty = errorRule({
  slug: 'authz/when-key-empty',
  summary: 'A condition names the attribute it looks at.',
  message: () => 'the condition has no `key`',
});

const valuesMissing = errorRule({
  slug: 'authz/when-values',
  summary: 'A condition has `values` or `notValues`.',
  message: () => 'the condition needs `values` or `notValues`',
});

const unknownKey = errorRule({
  slug: 'authz/when',
  summary: 'A condition looks at an attribute that Istio knows.',
  message: ({ key }: { key: string }) =>
    `${JSON.stringify(key)} is not an attribute that conditions can look at`,
  hint: `Use source.ip, remote.ip, source.namespace, source.principal, request.headers[NAME], request.auth.claims[NAME], destination.port, connection.sni, ...`,
});

export const authorizationConditionRules: readonly RuleInfo[] = [keyEmpty, valuesMissing, unknownKey];

type ValueCheck = ((value: string, path: Path, report: Report) => void) | undefined;

/** Attributes with a fixed name, and what their values must look like. */
const attributes = new Map<string, ValueCheck>([
  ['source.ip', checkSubnet],
  ['remote.ip', checkSubnet],
  ['source.namespace', undefined],
  ['source.serviceAccount', checkServiceAccount],
  ['source.principal', undefined],
  ['source.trustDomain', undefined],
  ['request.auth.principal', undefined],
  ['request.auth.audiences', undefined],
  ['request.auth.presenter', undefined],
  ['destination.ip', checkSubnet],
  ['destination.port', checkPolicyPort],
  ['connection.sni', undefined],
]);

const indexed = /^(request\.headers|request\.auth\.claims)\[.+\]|^experimental\.envoy\.filters\.[^[]*\[.+\]/;
const notForCustom = /^source\.(namespace|serviceAccount|trustDomain|principal)$|^request\.auth\./;

/** Checks a further condition of a rule of a policy. */
export function checkCondition(condition: ConditionSpec, path: Path, report: Report, custom: boolean): void {
  const { key = '', values = [], notValues = [] } = condition;
  if (key === '') {
    report(keyEmpty, [...path, 'key'], {});
    return;
  }
  if (values.length === 0 && notValues.length === 0) report(valuesMissing, [...path, 'values'], {});
  const check = attributes.get(key);
  if (!attributes.has(key) && !indexed.test(key)) report(unknownKey, [...path, 'key'], { key });
  if (custom && notForCustom.test(key)) report(customUnsupportedField, [...path, 'key'], { field: key });
  for (const name of ['values', 'notValues'] as const) {
    for (const [index, value] of (condition[name] ?? []).entries()) {
      const mark = [...path, name, index];
      if (value === '') report(emptyValue, mark, { field: name });
      // What a value must look like depends on the key: the fault is one of the condition.
      else check?.(value, path, (rule, place, args) => report(rule, place, args, mark));
    }
  }
}
