import { defineRule } from '../../rule.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { workloadKinds } from '../../workloads.ts';
import { policiesFor } from '../requestauthentication/policies-for.ts';

/** A token that the same issuer made for another application is as good as one for this. */
export const jwtWithoutAudience = defineRule<{ issuer: string }>({
  slug: 'hardening/jwt-without-audience',
  code: 'MSH0410',
  severity: 'warning',
  summary: 'Tokens are accepted only when they were made for the application.',
  hint: 'List under `audiences` what the `aud` claim of the tokens has to hold.',
  kinds: ['RequestAuthentication', 'AuthorizationPolicy', ...workloadKinds],
  optIn: true,
  message: ({ issuer }) => `tokens of ${issuer} are accepted whatever application they are for`,
  check(mesh, report) {
    const asking = policiesFor(mesh, mesh.of('AuthorizationPolicy').filter(asksForAudience));
    for (const authentication of mesh.of('RequestAuthentication')) {
      if (asking(authentication)) continue;
      for (const [index, { issuer = '', audiences = [] }] of (authentication.spec.jwtRules ?? []).entries())
        if (audiences.length === 0)
          report(authentication, ['spec', 'jwtRules', index], {
            issuer: issuer === '' ? 'any issuer' : issuer,
          });
    }
  },
});

const asksForAudience = ({ spec: { rules = [] } }: MeshObject<'AuthorizationPolicy'>): boolean =>
  rules.some(({ when = [] }) => when.some(({ key = '' }) => audienceKeys.has(key)));

const audienceKeys: ReadonlySet<string> = new Set(['request.auth.audiences', 'request.auth.claims[aud]']);
