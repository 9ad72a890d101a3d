import type { Static } from 'typebox';
import type { Source } from '../../api/authorization-policy.ts';
import type { Path } from '../../path.ts';
import { customUnsupportedField, emptyValue } from './values.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkSubnet } from '../values/addresses.ts';

type SourceSpec = Static<typeof Source>;

const serviceAccountsConflict = errorRule({
  slug: 'authz/service-accounts-conflict',
  summary: 'Service accounts stand alone: they already name a namespace and a principal.',
  message: () => 'service accounts cannot be combined with `principals` or `namespaces`',
  hint: 'Put them into separate items of `from`.',
});

export const serviceAccountFormat = errorRule({
  slug: 'authz/service-account-format',
  summary: 'A service account is `name` or `namespace/name`, without wildcards.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not \`name\` or \`namespace/name\``,
});

export const trustDomainFormat = errorRule({
  slug: 'authz/trust-domain-format',
  summary: 'A trust domain has no slash and at most one `*`, at its start or end.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a trust domain`,
  hint: 'Write it without slashes, with at most one `*` at the start or the end.',
});

export const authorizationSourceRules: readonly RuleInfo[] = [
  ...[serviceAccountsConflict, serviceAccountFormat, trustDomainFormat, emptyValue, customUnsupportedField],
];

/** Fields that an external provider does not get to see. */
const notForCustom = [
  ...['namespaces', 'notNamespaces', 'serviceAccounts', 'notServiceAccounts', 'principals', 'notPrincipals'],
  ...['requestPrincipals', 'notRequestPrincipals', 'trustDomains', 'notTrustDomains'],
] as const satisfies readonly (keyof SourceSpec)[];

/** Checks who a rule of a policy applies to. */
export function checkSource(source: SourceSpec, path: Path, report: Report, custom: boolean): void {
  for (const [name, values] of entriesOf(source)) {
    for (const [index, value] of values.entries()) {
      const place = [...path, name, index];
      if (value === '') report(emptyValue, place, { field: name });
      else checks[name]?.(value, place, report);
    }
  }
  checkServiceAccountsAlone(source, path, report);
  if (!custom) return;
  for (const name of notForCustom) {
    if ((source[name] ?? []).length > 0) report(customUnsupportedField, [...path, name], { field: name });
  }
}

const entriesOf = (source: SourceSpec): [string, string[]][] => Object.entries(source);

type ValueCheck = (value: string, path: Path, report: Report) => void;

export const checkServiceAccount: ValueCheck = (value, path, report) => {
  const parts = value.split('/');
  const fine =
    parts.length <= 2 && parts.every((part) => part !== '') && !value.includes('*') && value.length <= 320;
  if (!fine) report(serviceAccountFormat, path, { value });
};

export const checkTrustDomain: ValueCheck = (value, path, report) => {
  const inner = value.replace(/^\*|\*$/, '');
  if (value.includes('/') || inner.includes('*')) report(trustDomainFormat, path, { value });
};

const checks: Readonly<Record<string, ValueCheck>> = {
  ipBlocks: checkSubnet,
  notIpBlocks: checkSubnet,
  remoteIpBlocks: checkSubnet,
  notRemoteIpBlocks: checkSubnet,
  serviceAccounts: checkServiceAccount,
  notServiceAccounts: checkServiceAccount,
  trustDomains: checkTrustDomain,
  notTrustDomains: checkTrustDomain,
};

function checkServiceAccountsAlone(source: SourceSpec, path: Path, report: Report): void {
  const has = (...names: (keyof SourceSpec)[]): boolean =>
    names.some((name) => (source[name] ?? []).length > 0);
  if (!has('serviceAccounts', 'notServiceAccounts')) return;
  if (has('principals', 'notPrincipals', 'namespaces', 'notNamespaces'))
    report(serviceAccountsConflict, path, {});
}

/** Whether the source asks for something that only HTTP requests carry. */
export function hasHttpSource(source: SourceSpec | undefined): boolean {
  const {
    requestPrincipals = [],
    notRequestPrincipals = [],
    remoteIpBlocks = [],
    notRemoteIpBlocks = [],
  } = source ?? {};
  return [requestPrincipals, notRequestPrincipals, remoteIpBlocks, notRemoteIpBlocks].some(
    ({ length }) => length > 0,
  );
}
