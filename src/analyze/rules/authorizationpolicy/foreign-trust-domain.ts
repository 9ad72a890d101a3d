import { knowsMeshConfig } from '../../knows-mesh-config.ts';
import { defineRule } from '../../rule.ts';
import { sourcesOf } from './sources.ts';
import { isForeign, trustDomains } from './trust-domains.ts';

/** A principal is compared as text: what no certificate of the mesh can hold fits nobody. */
export const foreignTrustDomain = defineRule<{ principal: string; fault: string }>({
  slug: 'authorizationpolicy/foreign-trust-domain',
  code: 'MSH0124',
  severity: 'warning',
  summary:
    'The principals of an AuthorizationPolicy have the form and the trust domain of those of the mesh.',
  kinds: ['AuthorizationPolicy'],
  message: ({ principal, fault }) => `${JSON.stringify(principal)} fits no caller of the mesh: ${fault}`,
  check(mesh, report) {
    const domains = mesh.derive(trustDomains);
    for (const { policy, field, value, path } of mesh.derive(sourcesOf)) {
      if (!field.toLowerCase().endsWith('principals')) continue;
      const fault = formFault(value);
      if (fault !== undefined) report(policy, path, { principal: value, fault }, { hint: form });
      else if (isForeign(mesh, value)) {
        const domain = value.slice(0, value.indexOf('/'));
        const args = { principal: value, fault: `the trust domain ${domain} is none of the mesh` };
        const hint = `The mesh has ${domains.join(', ')}; others belong under \`trustDomainAliases\` of the mesh config.`;
        report(policy, path, args, {
          ...{ hint, group: domain },
          ...(!knowsMeshConfig(mesh) && { severity: 'info' }),
        });
      }
    }
  },
});

const form =
  'Principals are written TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT, with `*` at the start or the end.';

function formFault(principal: string): string | undefined {
  if (principal.startsWith('spiffe://')) return 'it is compared without `spiffe://`';
  if (principal.startsWith('*')) return undefined;
  const parts = principal.replace(/\*$/, '').split('/');
  const isPrefix = principal.endsWith('*');
  const fixed = ['', 'ns', '', 'sa', ''];
  const fits = parts.every((part, index) => {
    const wanted = fixed[index];
    if (wanted === undefined) return false;
    if (isPrefix && index === parts.length - 1) return wanted === '' || wanted.startsWith(part);
    return wanted === '' ? part !== '' : part === wanted;
  });
  return fits && (isPrefix || parts.length === fixed.length)
    ? undefined
    : 'it has not the form of a principal';
}
