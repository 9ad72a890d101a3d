import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkJwks } from './jwks.ts';

const found = (text: string): string[] =>
  reported((report) => {
    checkJwks(text, ['jwks'], report);
  });

const rsa = { kty: 'RSA', n: 'xAE7eB6qugXyCAG3yhh7', e: 'AQAB' };
const curve = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const edwards = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

test.each<[string, unknown]>([
  ['keys of every type', { keys: [rsa, curve, edwards] }],
  ['no key', { keys: [] }],
  ['null for no key', { keys: null }],
  ['a key by itself', rsa],
  ['other members', { keys: [{ ...rsa, kid: 'a', use: 'sig', alg: 'RS256' }], issued: 1 }],
  ['padding', { keys: [{ ...rsa, e: 'AQ==' }] }],
])('a key set with %s passes', (_, set) => {
  expect(found(JSON.stringify(set))).toEqual([]);
});

test.each<[string, string]>([
  ['no JSON', 'keys'],
  ['a text after it', '{"keys":[]} x'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a text', '"a"'],
  ['no keys', '{}'],
  ['keys that are no list', '{"keys":{}}'],
  ['a key that is no object', '{"keys":[1]}'],
  ['a key of no type', '{"keys":[{"n":"AQAB","e":"AQAB"}]}'],
  ['a key of a strange type', '{"keys":[{"kty":"toString","k":"AQAB"}]}'],
  ['an RSA key without modulus', JSON.stringify({ keys: [{ kty: 'RSA', e: 'AQAB' }] })],
  ['an elliptic key without a coordinate', JSON.stringify({ keys: [{ ...curve, y: undefined }] })],
  ['an unknown curve', JSON.stringify({ keys: [{ ...curve, crv: 'P-1' }] })],
  ['a modulus that is no base64', JSON.stringify({ keys: [{ ...rsa, n: 'a b' }] })],
  ['a modulus that is no text', JSON.stringify({ keys: [{ ...rsa, n: 5 }] })],
  ['a modulus of an impossible length', JSON.stringify({ keys: [{ ...rsa, n: 'AAAAA' }] })],
])('a key set is refused for %s', (_, text) => {
  expect(found(text)).toEqual(['jwt/jwks jwks']);
});

test.each<[string, unknown, string[]]>([
  ['a symmetric key', { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }, ['jwt/jwks-private-key jwks']],
  ['a private key', { keys: [{ ...rsa, d: 'AQAB' }] }, ['jwt/jwks-private-key jwks']],
  [
    'each of two keys',
    { keys: [rsa, { ...rsa, d: 'AQAB' }, { ...curve, d: 'AQAB' }] },
    ['jwt/jwks-private-key jwks', 'jwt/jwks-private-key jwks'],
  ],
])('a key set gives a warning for %s', (_, set, expected) => {
  expect(found(JSON.stringify(set))).toEqual(expected);
});
