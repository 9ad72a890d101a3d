import { as, bool, duration, list, message, string } from './schema/fields.ts';
import { atLeast1ms, atMostOneTarget, httpUrl, jwksXorUri } from './cel-rules.ts';
import { PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const JWTHeader = message(
  '',
  {
    name: string('', { minLength: 1 }),
    prefix: string(),
  },
  { required: ['name'] },
);

export const ClaimToHeader = message(
  '',
  {
    header: string('', { minLength: 1, pattern: '^[-_A-Za-z0-9]+$' }),
    claim: string('', { minLength: 1 }),
  },
  { required: ['header', 'claim'] },
);

export const JWTRule = message(
  '',
  {
    issuer: string('', { minLength: 1 }),
    audiences: list(string('', { minLength: 1 }), ''),
    jwksUri: string('', { maxLength: 2048, minLength: 1, cel: [httpUrl] }),
    jwks: string(),
    fromHeaders: list(JWTHeader, ''),
    fromParams: list(string('', { minLength: 1 }), ''),
    outputPayloadToHeader: string(),
    fromCookies: list(string('', { minLength: 1 }), ''),
    forwardOriginalToken: bool(),
    outputClaimToHeaders: list(ClaimToHeader, ''),
    timeout: duration('', { cel: [atLeast1ms] }),
    spaceDelimitedClaims: list(string('', { minLength: 1 }), '', { maxItems: 64 }),
    jwks_uri: string('Second spelling of `jwksUri`, kept for old documents.', {
      maxLength: 2048,
      minLength: 1,
      cel: [httpUrl],
      aliasOf: 'jwksUri',
    }),
  },
  { cel: [jwksXorUri] },
);

export const RequestAuthenticationSpec = message(
  '',
  {
    selector: as(PolicySelector, ''),
    targetRef: as(PolicyTargetReference, '', { protoName: 'targetRef' }),
    targetRefs: list(PolicyTargetReference, '', { maxItems: 16, protoName: 'targetRefs' }),
    jwtRules: list(JWTRule, '', { maxItems: 4096 }),
  },
  { cel: [atMostOneTarget] },
);

export const RequestAuthentication = istioKind({
  group: 'security.istio.io',
  kind: 'RequestAuthentication',
  plural: 'requestauthentications',
  shortNames: ['ra'],
  versions: ['v1', 'v1beta1'],
  storage: 'v1',
  age: 'none',
  spec: RequestAuthenticationSpec,
});
