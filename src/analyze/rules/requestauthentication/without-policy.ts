import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { policiesFor } from './policies-for.ts';
import { workloadKinds } from '../../workloads.ts';

/** A RequestAuthentication refuses bad tokens; requests without a token are refused by an AuthorizationPolicy only. */
export const withoutPolicy = defineRule({
  slug: 'requestauthentication/without-policy',
  code: 'MSH0127',
  severity: 'info',
  summary: 'Where tokens are checked, an AuthorizationPolicy demands one.',
  hint: 'Add an AuthorizationPolicy: DENY with `from: [{source: {notRequestPrincipals: ["*"]}}]`, or ALLOW with `requestPrincipals`.',
  kinds: ['RequestAuthentication', 'AuthorizationPolicy', ...workloadKinds],
  message: () =>
    'tokens are checked here, but no AuthorizationPolicy demands one: requests without a token pass',
  check(mesh, report) {
    const demanding = mesh.of('AuthorizationPolicy').filter(demandsToken);
    const applying = policiesFor(mesh, demanding);
    for (const authentication of mesh.of('RequestAuthentication')) {
      if ((authentication.spec.jwtRules ?? []).length === 0 || applying(authentication)) continue;
      if (isDecided(mesh, authentication)) report(authentication, ['spec', 'jwtRules'], {});
      else
        report.undecided(
          authentication,
          'the input holds no AuthorizationPolicy that may be for the same workloads',
        );
    }
  },
});

/** Policies are kept with what they protect; where there are none at all they may be elsewhere. */
const isDecided = (mesh: Mesh, { namespace }: MeshObject): boolean =>
  mesh.isKnown('AuthorizationPolicy', namespace) || mesh.of('AuthorizationPolicy').length > 0;

const demandsToken = ({ spec: { rules = [] } }: MeshObject<'AuthorizationPolicy'>): boolean =>
  rules.some(
    ({ from = [], when = [] }) =>
      from.some(
        ({ source: { requestPrincipals = [], notRequestPrincipals = [] } = {} }) =>
          requestPrincipals.length > 0 || notRequestPrincipals.length > 0,
      ) || when.some(({ key = '' }) => key.startsWith('request.auth.')),
  );
