import type { Static } from 'typebox';
import type { Source } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkSubnet } from '../values/addresses.ts';
import {
  checkNotEmpty,
  checkServiceAccounts,
  customUnsupportedField,
  each,
  type ListCheck,
} from './values.ts';

type SourceSpec = Static<typeof Source>;

const serviceAccountsConflict = errorRule({
  slug: 'authz/service-accounts-conflict',
  summary: 'Service accounts stand alone: they already name a namespace and a principal.',
  message: () => 'service accounts cannot be combined with `principals` or `namespaces`',
  hint: 'Put them into separate items of `from`.',
});

const trustDomainFormat = errorRule({
  slug: 'authz/trust-domain-format',
  summary: 'A trust domain has no slash and at most one `*`, at its start or end.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a trust domain`,
  hint: 'Write it without slashes, with at most one `*` at the start or the end.',
});

export const authorizationSourceRules: readonly RuleInfo[] = [serviceAccountsConflict, trustDomainFormat];

/** Checks who a rule of a policy applies to. */
export function checkSource(source: SourceSpec, path: Path, report: Report, custom: boolean): void {
  for (const [name, values] of Object.entries(source)) {
    checkNotEmpty(name, values, [...path, name], report);
    checks[name]?.(values, [...path, name], report);
  }
  if (has(source, accountFields) && has(source, identityFields)) report(serviceAccountsConflict, path, {});
  if (!custom) return;
  for (const name of customFields) {
    if (has(source, [name])) report(customUnsupportedField, [...path, name], { field: name });
  }
}

const checkTrustDomains = each((value, path, report) => {
  const inner = value.replace(/^\*|\*$/, '');
  if (value.includes('/') || inner.includes('*')) report(trustDomainFormat, path, { value });
});

const checkSubnets = each(checkSubnet);

const checks: Readonly<Record<string, ListCheck>> = {
  ipBlocks: checkSubnets,
  notIpBlocks: checkSubnets,
  remoteIpBlocks: checkSubnets,
  notRemoteIpBlocks: checkSubnets,
  serviceAccounts: checkServiceAccounts,
  notServiceAccounts: checkServiceAccounts,
  trustDomains: checkTrustDomains,
  notTrustDomains: checkTrustDomains,
};

type Fields = readonly (keyof SourceSpec)[];

const accountFields: Fields = ['serviceAccounts', 'notServiceAccounts'];
const identityFields: Fields = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces'];
const domainFields: Fields = ['trustDomains', 'notTrustDomains'];
const requestFields: Fields = ['requestPrincipals', 'notRequestPrincipals'];
const addressFields: Fields = ['ipBlocks', 'notIpBlocks', 'remoteIpBlocks', 'notRemoteIpBlocks'];

/** Fields that an external provider does not get to see. */
const customFields: Fields = [...accountFields, ...identityFields, ...domainFields, ...requestFields];

/** Fields that are known of every connection, not of HTTP requests only. */
const connectionFields: Fields = [...accountFields, ...identityFields, ...domainFields, ...addressFields];

const has = (source: SourceSpec, fields: Fields): boolean =>
  fields.some((name) => source[name] !== undefined && source[name].length > 0);

/** Whether the source asks for something that is known of a TCP connection too. */
export const isKnownOfConnections = (source: SourceSpec): boolean => has(source, connectionFields);
