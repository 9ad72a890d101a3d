import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { isAllow, namesIdentity } from './demands-identity.ts';

type Rule = NonNullable<MeshObject<'AuthorizationPolicy'>['spec']['rules']>[number];

/** Clients write into headers what they like. */
export const forgeableHeader = defineRule<{ header: string }>({
  slug: 'hardening/forgeable-header',
  code: 'MSH0420',
  severity: 'warning',
  summary: 'No policy lets requests in for a header that every client can set.',
  hint: 'Ask for what can be proved: `principals`, `requestPrincipals`, or a claim of a token as `request.auth.claims[...]`.',
  kinds: ['AuthorizationPolicy', 'RequestAuthentication'],
  optIn: true,
  message: ({ header }) => `whoever sends the header ${header} is let in, and every client can send it`,
  check(mesh, report) {
    const made = mesh.derive(headersOfTokens);
    for (const policy of mesh.of('AuthorizationPolicy').filter(isAllow))
      for (const [index, rule] of (policy.spec.rules ?? []).entries())
        for (const { header, place } of headersIn(rule))
          if (!made.has(header) && !isBacked(rule, header))
            report(policy, ['spec', 'rules', index, 'when', place, 'key'], { header });
  },
});

const headersIn = ({ when = [] }: Rule): readonly { readonly header: string; readonly place: number }[] =>
  when.flatMap(({ key = '' }, place) => {
    const header = /^request\.headers\[([^\]]+)\]$/.exec(key)?.[1]?.toLowerCase();
    return header === undefined ? [] : [{ header, place }];
  });

/** Whether the rule asks for something besides that cannot be forged. Addresses in headers are of use to nobody. */
const isBacked = (rule: Rule, header: string): boolean =>
  !addressHeaders.has(header) &&
  (header.startsWith(':') || header === 'host' || namesIdentity(rule) || asksForToken(rule));

const addressHeaders: ReadonlySet<string> = new Set([
  ...['x-forwarded-for', 'x-real-ip', 'forwarded', 'x-forwarded-client-cert', 'true-client-ip'],
  ...['x-client-ip', 'cf-connecting-ip', 'x-envoy-external-address', 'x-cluster-client-ip'],
]);

const asksForToken = ({ from = [], when = [] }: Rule): boolean =>
  (from.length > 0 && from.every(({ source }) => (source?.requestPrincipals ?? []).length > 0)) ||
  when.some(({ key = '', values = [] }) => key.startsWith('request.auth.') && values.length > 0);

/** Headers that proxies fill with claims of tokens they have verified. */
const headersOfTokens = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    mesh
      .of('RequestAuthentication')
      .flatMap(({ spec: { jwtRules = [] } }) => jwtRules)
      .flatMap(({ outputClaimToHeaders = [] }) => outputClaimToHeaders)
      .map(({ header = '' }) => header.toLowerCase()),
  );
