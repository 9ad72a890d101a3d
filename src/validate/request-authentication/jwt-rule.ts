import type { Static } from 'typebox';
import type { JWTRule } from '../../api/request-authentication.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkDuration } from '../values/durations.ts';
import { isHttpUrl } from '../values/urls.ts';
import { checkJwks } from './jwks.ts';

type JwtRule = Loose<Static<typeof JWTRule>>;

const issuerOrUri = errorRule({
  slug: 'jwt/issuer-or-uri',
  summary: 'A JWT rule names the issuer, or where its keys are.',
  message: () => 'the rule needs `issuer` or `jwksUri`',
});

const audience = errorRule({
  slug: 'jwt/audience',
  summary: 'Audiences are not empty.',
  message: () => 'an audience is empty',
});

const uriScheme = errorRule({
  slug: 'jwt/uri-scheme',
  summary: '`jwksUri` is an http or https URL.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not an http or https URL`,
});

const location = errorRule({
  slug: 'jwt/location',
  summary: 'Every place to take a token from has a name.',
  message: ({ what }: { what: string }) => `the name of the ${what} to take the token from is empty`,
});

const claimHeader = errorRule({
  slug: 'jwt/claim-header',
  summary: 'A claim that becomes a header names both.',
  message: ({ missing }: { missing: string }) =>
    `\`${missing}\` is empty: a claim becomes a header only with both names`,
});

const claimHeaderName = errorRule({
  slug: 'jwt/claim-header-name',
  summary: 'Header names have the characters HTTP allows.',
  message: ({ name }: { name: string }) => `${JSON.stringify(name)} cannot be the name of a header`,
  hint: 'Use letters, digits, `-` and `_`.',
});

export const jwtRules: readonly RuleInfo[] = [
  ...[issuerOrUri, audience, uriScheme, location, claimHeader, claimHeaderName],
];

/** Checks a rule about the tokens of one issuer. */
export function checkJwtRule(rule: JwtRule, path: Path, report: Report): void {
  const { timeout, audiences = [], outputClaimToHeaders = [] } = rule;
  checkIssuer(rule, path, report);
  for (const [index, value] of audiences.entries()) {
    if (value === '') report(audience, [...path, 'audiences', index], {});
  }
  if (timeout !== undefined) checkDuration(timeout, [...path, 'timeout'], report);
  checkLocations(rule, path, report);
  for (const [index, item] of outputClaimToHeaders.entries())
    checkClaimHeader(item, [...path, 'outputClaimToHeaders', index], report);
}

function checkIssuer({ issuer = '', jwksUri = '', jwks = '' }: JwtRule, path: Path, report: Report): void {
  if (issuer === '' && jwksUri === '') report(issuerOrUri, path, {}, [...path, 'issuer']);
  if (jwksUri !== '' && !isHttpUrl(jwksUri)) report(uriScheme, [...path, 'jwksUri'], { value: jwksUri });
  if (jwks !== '') checkJwks(jwks, [...path, 'jwks'], report);
}

function checkLocations(rule: JwtRule, path: Path, report: Report): void {
  for (const [index, { name = '' }] of (rule.fromHeaders ?? []).entries()) {
    if (name === '') report(location, [...path, 'fromHeaders', index, 'name'], { what: 'header' });
  }
  const named = [
    ['fromParams', 'query parameter'],
    ['fromCookies', 'cookie'],
  ] as const;
  for (const [field, what] of named) {
    for (const [index, name] of (rule[field] ?? []).entries()) {
      if (name === '') report(location, [...path, field, index], { what });
    }
  }
}

type ClaimToHeader = NonNullable<JwtRule['outputClaimToHeaders']>[number];

const headerName = /^[-_A-Za-z0-9]+$/;

function checkClaimHeader({ header = '', claim = '' }: ClaimToHeader, path: Path, report: Report): void {
  if (claim === '') report(claimHeader, [...path, 'claim'], { missing: 'claim' });
  if (header === '') report(claimHeader, [...path, 'header'], { missing: 'header' });
  else if (!headerName.test(header)) report(claimHeaderName, [...path, 'header'], { name: header });
}
