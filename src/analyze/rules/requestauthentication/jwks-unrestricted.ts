import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import type { MeshObject } from '../../mesh-object.ts';

const variable = 'BLOCKED_CIDRS_IN_JWKS_URIS';

/** istiod fetches the keys that RequestAuthentications name by URL, from wherever it can reach them. */
export const jwksUnrestricted = defineRule<{ count: number; names: string }>({
  slug: 'requestauthentication/jwks-unrestricted',
  code: 'IST0175',
  severity: 'warning',
  summary:
    'istiod does not fetch keys from addresses inside the network on behalf of a RequestAuthentication.',
  hint: `Set ${variable} on istiod to the ranges that it must not fetch from, such as 10.0.0.0/8,169.254.0.0/16.`,
  kinds: ['RequestAuthentication', 'Deployment'],
  message: ({ count, names }) =>
    `istiod fetches keys for ${count === 1 ? 'a RequestAuthentication' : `${count} RequestAuthentications`} (${names}) from any address: ${variable} is not set`,
  check(mesh, report) {
    const fetching = mesh
      .of('RequestAuthentication')
      .filter(({ spec }) => mesh.settings.compat || (spec.jwtRules ?? []).some(needsFetching));
    const [first] = fetching;
    if (first === undefined) return;
    const args = { count: fetching.length, names: listed(fetching.map(fullName)) };
    for (const deployment of mesh.of('Deployment')) {
      if (deployment.labels.app !== 'istiod' || isRestricted(deployment)) continue;
      report(deployment, ['spec', 'template', 'spec', 'containers'], args, {
        related: [{ object: first, path: ['spec'], message: 'keys are fetched for this one, for instance' }],
      });
    }
  },
});

/** Rules with keys of their own need none fetched. */
const needsFetching = ({ jwks = '' }: { readonly jwks?: string }): boolean => jwks === '';

const isRestricted = ({ spec }: MeshObject<'Deployment'>): boolean =>
  (spec.template?.spec?.containers ?? []).some(({ env = [] }) =>
    env.some(({ name, value = '' }) => name === variable && value !== ''),
  );

/** The first five, and how many more. */
const listed = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
