import { closestOf, vocabulary } from '../../../closest.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import { workloadKinds } from '../../workloads.ts';
import { accountsByNamespace } from './service-accounts.ts';
import { sourcesOf, type NamedSource } from './sources.ts';
import { isForeign } from './trust-domains.ts';

/** A caller is known by its service account; a policy for one that nobody has is a policy for nobody. */
export const unknownServiceAccount = defineRule<{ serviceAccount: string; namespace: string }>({
  slug: 'authorizationpolicy/unknown-service-account',
  code: 'MSH0125',
  severity: 'warning',
  summary: 'The service accounts that an AuthorizationPolicy names exist.',
  kinds: ['AuthorizationPolicy', 'ServiceAccount', 'KubernetesGateway', ...workloadKinds],
  message: ({ serviceAccount, namespace }) =>
    `the namespace ${namespace} has no service account ${serviceAccount}, and no workload that runs as it`,
  check(mesh, report) {
    const known = mesh.derive(accountsByNamespace);
    const names = new Map(Array.from(known, ([namespace, accounts]) => [namespace, vocabulary(accounts)]));
    for (const source of mesh.derive(sourcesOf)) {
      if (source.field.toLowerCase().endsWith('principals') && isForeign(mesh, source.value)) continue;
      const account = accountOf(source);
      if (account === undefined || account.serviceAccount === 'default') continue;
      if (known.get(account.namespace)?.has(account.serviceAccount) === true) continue;
      const meant = closestOf(account.serviceAccount, names.get(account.namespace) ?? []);
      report(source.policy, source.path, account, detailsOf(mesh, account, meant));
    }
  },
});

interface Account extends Readonly<Record<string, unknown>> {
  readonly serviceAccount: string;
  readonly namespace: string;
}

/** The account that a source names exactly; none for patterns. */
function accountOf({ policy, field, value }: NamedSource): Account | undefined {
  if (value.includes('*')) return undefined;
  if (field === 'principals' || field === 'notPrincipals') {
    const [, namespace, serviceAccount] = /^[^/]+\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(value) ?? [];
    return namespace === undefined || serviceAccount === undefined
      ? undefined
      : { namespace, serviceAccount };
  }
  if (!field.toLowerCase().endsWith('serviceaccounts')) return undefined;
  const [first = '', second] = value.split('/');
  return second === undefined
    ? { namespace: policy.namespace, serviceAccount: first }
    : { namespace: first, serviceAccount: second };
}

/** Callers of other repositories are normal: unless the namespace is known, or the name looks mistyped, it is a notice. */
function detailsOf(
  { settings: { assume } }: Mesh,
  { namespace, serviceAccount }: Account,
  meant: string | undefined,
): FindingDetails {
  const group = `${namespace}/${serviceAccount}`;
  if (meant !== undefined) return { group, hint: `Did you mean ${meant}?` };
  if (assume === 'complete') return { group, hint: 'Mend the name, or remove it.' };
  const hint = 'It may live in the cluster; if the input is complete, say so: --assume complete.';
  return { group, hint, severity: 'info' };
}
