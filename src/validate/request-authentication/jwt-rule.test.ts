import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkJwtRule } from './jwt-rule.ts';

type JwtRule = Parameters<typeof checkJwtRule>[0];

const found = (rule: JwtRule): string[] =>
  reported((report) => {
    checkJwtRule(rule, ['rule'], report);
  });

const issuer = 'https://login.example.com';

test.each<[string, JwtRule, string[]]>([
  ['an issuer is enough', { issuer }, []],
  ['an address of keys is enough', { jwksUri: 'https://login.example.com/keys' }, []],
  ['neither', {}, ['jwt/issuer-or-uri rule']],
  ['both empty', { issuer: '', jwksUri: '' }, ['jwt/issuer-or-uri rule']],
  ['keys alone do not name the issuer', { jwks: '{"keys":[]}' }, ['jwt/issuer-or-uri rule']],
  ['keys that cannot be read', { issuer, jwks: 'keys' }, ['jwt/jwks rule.jwks']],
  ['audiences pass', { issuer, audiences: ['a', 'b'] }, []],
  ['an empty audience', { issuer, audiences: ['a', ''] }, ['jwt/audience rule.audiences[1]']],
  [
    'places to look for the token pass',
    { issuer, fromHeaders: [{ name: 'x-token', prefix: '' }], fromParams: ['t'], fromCookies: ['t'] },
    [],
  ],
  [
    'a header without a name',
    { issuer, fromHeaders: [{ prefix: 'Bearer ' }] },
    ['jwt/location rule.fromHeaders[0].name'],
  ],
  ['a parameter without a name', { issuer, fromParams: [''] }, ['jwt/location rule.fromParams[0]']],
  ['a cookie without a name', { issuer, fromCookies: ['a', ''] }, ['jwt/location rule.fromCookies[1]']],
  [
    'a claim as header passes',
    { issuer, outputClaimToHeaders: [{ header: 'X_jwt-1', claim: 'realm.roles' }] },
    [],
  ],
  [
    'no claim',
    { issuer, outputClaimToHeaders: [{ header: 'x' }] },
    ['jwt/claim-header rule.outputClaimToHeaders[0].claim'],
  ],
  [
    'no header',
    { issuer, outputClaimToHeaders: [{ claim: 'sub' }] },
    ['jwt/claim-header rule.outputClaimToHeaders[0].header'],
  ],
  [
    'a header with a character of no header',
    { issuer, outputClaimToHeaders: [{ header: ':authority', claim: 'sub' }] },
    ['jwt/claim-header-name rule.outputClaimToHeaders[0].header'],
  ],
  ['a timeout passes', { issuer, timeout: '5s' }, []],
  ['a timeout of nothing', { issuer, timeout: '0s' }, ['duration/too-small rule.timeout']],
  ['a timeout finer than a millisecond', { issuer, timeout: '1.5ms' }, ['duration/precision rule.timeout']],
])('a JWT rule: %s', (_, rule, expected) => {
  expect(found(rule)).toEqual(expected);
});

test.each([
  'http://a',
  'https://example.com:8443/jwks.json?a=b',
  'HTTPS://example.com',
  'https://[::1]:8080/',
  'https://a/b c',
  'https://a/keys#new',
])('keys may be at %s', (jwksUri) => {
  expect(found({ issuer, jwksUri })).toEqual([]);
});

test.each([
  'example.com/jwks',
  '/jwks',
  'file:///a',
  'ftp://a',
  'https://a b/',
  'https://foo.com:not-a-number',
  'https://a/%zz',
  'https://a/#%zz',
  ':https',
])('keys cannot be at %s', (jwksUri) => {
  expect(found({ issuer, jwksUri })).toEqual(['jwt/uri-scheme rule.jwksUri']);
});
