import { as, bool, duration, list, message, string } from './schema/fields.ts';
import { atLeast1ms, atMostOneTarget, httpUrl, jwksXorUri } from './cel-rules.ts';
import { PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const JWTHeader = message(
  'A request header that may carry a token.',
  {
    name: string('Header in which to look for the token.', { minLength: 1 }),
    prefix: string('Text ahead of the token, such as `Bearer ` with its blank. Unset takes the whole value.'),
  },
  { required: ['name'] },
);

export const ClaimToHeader = message(
  'Copies a claim of a verified token into a request header.',
  {
    header: string('Header to create; letters, digits, `-` and `_`. An existing one is replaced.', {
      minLength: 1,
      pattern: '^[-_A-Za-z0-9]+$',
    }),
    claim: string('Claim to copy; dots reach nested ones, and only string, number and boolean values work.', {
      minLength: 1,
    }),
  },
  { required: ['header', 'claim'] },
);

export const JWTRule = message(
  'Describes tokens of one issuer: where they are, how to verify them, what to do with their content.',
  {
    issuer: string('Required content of the `iss` claim; tokens of other issuers do not fit this rule.', {
      minLength: 1,
    }),
    audiences: list(
      string('', { minLength: 1 }),
      'Accepted `aud` values, any of which suffices. Unset skips the audience check.',
    ),
    jwksUri: string(
      "HTTP(S) address of the issuer's public keys. Unset finds it through OpenID discovery at the issuer. Excludes `jwks`.",
      { maxLength: 2048, minLength: 1, cel: [httpUrl] },
    ),
    jwks: string("The issuer's public keys as an inline JWKS document. Excludes `jwksUri`."),
    fromHeaders: list(
      JWTHeader,
      'Headers that may carry the token. Without any location setting, `Authorization: Bearer` and query parameter `access_token` are tried.',
    ),
    fromParams: list(string('', { minLength: 1 }), 'Query parameters that may carry the token.'),
    outputPayloadToHeader: string(
      'Header in which the verified claims go to the application, as base64url-encoded JSON. Unset sends none.',
    ),
    fromCookies: list(string('', { minLength: 1 }), 'Cookies that may carry the token.'),
    forwardOriginalToken: bool('Leaves the token in the request sent to the application. Default: false.'),
    outputClaimToHeaders: list(
      ClaimToHeader,
      'Claims to copy into separate request headers after verification.',
    ),
    timeout: duration('Longest wait when the key document is fetched. Default: 5s.', { cel: [atLeast1ms] }),
    spaceDelimitedClaims: list(
      string('', { minLength: 1 }),
      'Claims to split at blanks, so that policies match single words; `scope` and `permission` are split anyway.',
      { maxItems: 64 },
    ),
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
  'Which tokens workloads accept; bad tokens are refused, while requests without one pass unless an AuthorizationPolicy demands it.',
  {
    selector: as(
      PolicySelector,
      'Pods whose requests are checked; omitted means the whole namespace, or the whole mesh in the root namespace. Excludes `targetRefs`.',
    ),
    targetRef: as(
      PolicyTargetReference,
      'Single object whose requests are checked; prefer the list form `targetRefs`.',
      { protoName: 'targetRef' },
    ),
    targetRefs: list(
      PolicyTargetReference,
      'Gateways, Services or other objects whose requests are checked; the only way to reach waypoints. Excludes `selector`.',
      { maxItems: 16, protoName: 'targetRefs' },
    ),
    jwtRules: list(
      JWTRule,
      "Accepted issuers with their keys; the rule of the token's issuer is the one that counts.",
      { maxItems: 4096 },
    ),
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
