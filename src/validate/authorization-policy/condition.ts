import type { Static } from 'typebox';
import type { Condition } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkSubnet } from '../values/addresses.ts';
import {
  checkNotEmpty,
  checkPorts,
  checkServiceAccounts,
  customUnsupportedField,
  each,
  type ListCheck,
} from './values.ts';

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
  hint: 'Use source.ip, remote.ip, source.namespace, source.principal, request.headers[NAME], request.auth.claims[NAME], destination.port, connection.sni, ...',
});

export const authorizationConditionRules: readonly RuleInfo[] = [keyEmpty, valuesMissing, unknownKey];

/** Checks a further condition of a rule of a policy. */
export function checkCondition(condition: ConditionSpec, path: Path, report: Report, custom: boolean): void {
  const { key = '', values = [], notValues = [] } = condition;
  if (key === '') {
    report(keyEmpty, [...path, 'key'], {});
    return;
  }
  if (values.length === 0 && notValues.length === 0) report(valuesMissing, [...path, 'values'], {});
  if (!isKnown(key)) report(unknownKey, [...path, 'key'], { key });
  if (custom && notForCustom.test(key)) report(customUnsupportedField, [...path, 'key'], { field: key });
  checkValues(key, values, path, 'values', report);
  checkValues(key, notValues, path, 'notValues', report);
}

function checkValues(
  key: string,
  values: readonly string[],
  path: Path,
  field: 'values' | 'notValues',
  report: Report,
): void {
  checkNotEmpty(field, values, [...path, field], report);
  // What a value must look like depends on the key: the fault is one of the condition.
  attributes.get(key)?.(values, [...path, field], (rule, mark, args) => {
    report(rule, path, args, mark);
  });
}

const anything: ListCheck = () => undefined;
const checkSubnets = each(checkSubnet);

/** Attributes with a fixed name, and what their values must look like. */
const attributes: ReadonlyMap<string, ListCheck> = new Map([
  ['source.ip', checkSubnets],
  ['remote.ip', checkSubnets],
  ['source.namespace', anything],
  ['source.serviceAccount', checkServiceAccounts],
  ['source.principal', anything],
  ['source.trustDomain', anything],
  ['request.auth.principal', anything],
  ['request.auth.audiences', anything],
  ['request.auth.presenter', anything],
  ['destination.ip', checkSubnets],
  ['destination.port', checkPorts],
  ['connection.sni', anything],
]);

/** Attributes of which one entry is chosen, in brackets at the end; Istio looks at the beginning and the end only. */
const indexed =
  /^(?:request\.headers|request\.experimental\.inline\.headers|request\.auth\.claims|experimental\.envoy\.filters\.)[^[]*\[.+\]$/s;

const isKnown = (key: string): boolean => attributes.has(key) || indexed.test(key);

const notForCustom = /^source\.(?:namespace|serviceAccount|trustDomain|principal)$|^request\.auth\./;
