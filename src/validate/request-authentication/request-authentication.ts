import type { Static } from 'typebox';
import type { JWTRule, RequestAuthenticationSpec } from '../../api/request-authentication.ts';
import type { Path } from '../../path.ts';
import { checkJwks, jwksRules } from './jwks.ts';
import { errorRule, type Check, type Report, type RuleInfo } from '../rule.ts';
import { checkDuration } from '../values/durations.ts';
import { checkTargets } from '../values/targets.ts';
import { isHttpUrl } from '../values/urls.ts';

type JwtRule = Static<typeof JWTRule>;

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

export const requestAuthenticationRules: readonly RuleInfo[] = [
  ...[issuerOrUri, audience, uriScheme, location, claimHeader, claimHeaderName],
  ...jwksRules,
];

/** The rules of Istio for a RequestAuthentication. */
export const checkRequestAuthentication: Check<Static<typeof RequestAuthenticationSpec>> = (
  spec,
  context,
) => {
  checkTargets(spec, ['spec'], context.report);
  for (const [index, rule] of (spec.jwtRules ?? []).entries()) {
    checkJwtRule(rule, ['spec', 'jwtRules', index], context.report);
  }
};

function checkJwtRule(rule: JwtRule, path: Path, report: Report): void {
  const { issuer = '', jwksUri = '', jwks = '', timeout, audiences = [] } = rule;
  if (issuer === '' && jwksUri === '') report(issuerOrUri, [...path, 'issuer'], {});
  for (const [index, value] of audiences.entries()) {
    if (value === '') report(audience, [...path, 'audiences', index], {});
  }
  if (jwksUri !== '' && !isHttpUrl(jwksUri)) report(uriScheme, [...path, 'jwksUri'], { value: jwksUri });
  if (jwks !== '') checkJwks(jwks, [...path, 'jwks'], report);
  if (timeout !== undefined) checkDuration(timeout, [...path, 'timeout'], report);
  checkLocations(rule, path, report);
  for (const [index, item] of (rule.outputClaimToHeaders ?? []).entries()) {
    checkClaimHeader(item, [...path, 'outputClaimToHeaders', index], report);
  }
}

function checkLocations(
  { fromHeaders = [], fromParams = [], fromCookies = [] }: JwtRule,
  path: Path,
  report: Report,
): void {
  for (const [index, { name = '' }] of fromHeaders.entries()) {
    if (name === '') report(location, [...path, 'fromHeaders', index, 'name'], { what: 'header' });
  }
  for (const [index, name] of fromParams.entries()) {
    if (name === '') report(location, [...path, 'fromParams', index], { what: 'query parameter' });
  }
  for (const [index, name] of fromCookies.entries()) {
    if (name === '') report(location, [...path, 'fromCookies', index], { what: 'cookie' });
  }
}

const headerName = /^[-_A-Za-z0-9]+$/;

function checkClaimHeader(
  item: NonNullable<JwtRule['outputClaimToHeaders']>[number],
  path: Path,
  report: Report,
): void {
  const { header = '', claim = '' } = item;
  if (claim === '') report(claimHeader, [...path, 'claim'], { missing: 'claim' });
  if (header === '') report(claimHeader, [...path, 'header'], { missing: 'header' });
  else if (!headerName.test(header)) report(claimHeaderName, [...path, 'header'], { name: header });
}
