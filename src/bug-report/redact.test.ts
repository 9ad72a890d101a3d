import { describe, expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { redactJson } from './redact-json.ts';
import { redactText } from './redact-text.ts';

const key = '-----BEGIN RSA PRIVATE KEY-----\nAAAA\nBBBB\n-----END RSA PRIVATE KEY-----';
// In pieces, so that nothing takes it for a token of somebody.
const jwt = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJhIn0', 'c2ln'].join('.');

describe('of text goes', () => {
  test.each([
    ['a private key over several lines', `before\n${key}\nafter`, 'before\n[redacted]\nafter'],
    ['a private key that is cut off', `x ${key.slice(0, 40)}`, 'x [redacted]'],
    ['a JWT', `got ${jwt} from a`, 'got [redacted] from a'],
    ['a setting in YAML', 'a: 1\npassword: swordfish\nb: 2', 'a: 1\npassword: [redacted]\nb: 2'],
    ['a setting in a list of YAML', '  clientSecret: "x y"', '  clientSecret: "[redacted]"'],
    ['a flag', 'run --api-token=abc --verbose', 'run --api-token=[redacted] --verbose'],
    ['a header', 'authorization: Basic dXNlcjpwdw==', 'authorization: [redacted]'],
    ['a header within a line', "header authorization: 'abc'", 'header authorization: "[redacted]"'],
    ['a value in JSON that is cut off', 'x {"token":"abc", "a": 1', 'x {"token":"[redacted]", "a": 1'],
    ['what JSON in a line holds', '{"msg":"x","password":"p"}', '{"msg":"x","password":"[redacted]"}'],
    ['the key of a kubeconfig', '    client-key-data: QUJD', '    client-key-data: [redacted]'],
    ['the token of a kubeconfig', '    token: abc', '    token: [redacted]'],
    ['a password in an address', 'redis://me:pw1@host/', 'redis://me:[redacted]@host/'],
    ['a query', 'GET /login?user=a&password=b7&x=1', 'GET /login?user=a&password=[redacted]&x=1'],
    ['the id of a key', 'AWS_ACCESS_KEY_ID=AKIA12', 'AWS_ACCESS_KEY_ID=[redacted]'],
  ])('%s', (_, text, clean) => {
    expect(redactText(text)).toEqual({ text: clean, count: 1 });
    expect(redactText(clean)).toEqual({ text: clean, count: 0 });
  });
});

describe('of text stays', () => {
  test.each([
    ['a sentence about a token', '2030-01-01 error: failed to fetch token: connection refused'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['the certificate of a kubeconfig', 'certificate-authority-data: QUJD'],
    ['the name of a Secret', 'credentialName: shop-cert'],
    ['an empty setting', 'password: ""\ntoken:'],
    ['a log of Envoy', '[2030-01-01T00:00:00Z] "GET / HTTP/1.1" 200 - via_upstream'],
  ])('%s', (_, text) => {
    expect(redactText(text)).toEqual({ text, count: 0 });
  });
});

test('a long word is looked through in time', () => {
  const text = 'a'.repeat(2_000_000);
  expect(redactText(text)).toEqual({ text, count: 0 });
});

describe('of JSON goes', () => {
  test.each<[string, Json, Json]>([
    [
      'every value of a Secret',
      { kind: 'Secret', metadata: { name: 'a' }, data: { 'tls.crt': 'QQ==', x: 'Qg==' } },
      { kind: 'Secret', metadata: { name: 'a' }, data: { 'tls.crt': '[redacted]', x: '[redacted]' } },
    ],
    [
      'every value of a Secret that does not say what it is',
      { type: 'Opaque', data: { x: 'Qg==' } },
      { type: 'Opaque', data: { x: '[redacted]' } },
    ],
    [
      'the text of a Secret',
      { kind: 'Secret', stringData: { config: 'apiVersion: v1' } },
      { kind: 'Secret', stringData: { config: '[redacted]' } },
    ],
    [
      'an environment variable',
      { env: [{ name: 'DB_PASSWORD', value: 'x' }] },
      { env: [{ name: 'DB_PASSWORD', value: '[redacted]' }] },
    ],
    [
      'the id of a key',
      { env: [{ name: 'AWS_ACCESS_KEY_ID', value: 'x' }] },
      { env: [{ name: 'AWS_ACCESS_KEY_ID', value: '[redacted]' }] },
    ],
    [
      'a setting in the text of a ConfigMap',
      { kind: 'ConfigMap', data: { mesh: 'a: 1\ntoken: abc\n' } },
      { kind: 'ConfigMap', data: { mesh: 'a: 1\ntoken: [redacted]\n' } },
    ],
    [
      'a field',
      [{ private_key: { inline_string: 'x' } }],
      [{ private_key: { inline_string: '[redacted]' } }],
    ],
  ])('%s', (_, value, clean) => {
    const { value: found, count } = redactJson(value);
    expect(found).toEqual(clean);
    expect(count).toBeGreaterThan(0);
    expect(redactJson(clean)).toEqual({ value: clean, count: 0 });
  });
});

test.each<[string, Json]>([
  ['a ConfigMap with a type', { kind: 'ConfigMap', type: 'x', data: { a: 'b' } }],
  ['the names of what is in a Secret', { volumes: [{ name: 'a', secret: { secretName: 'cacerts' } }] }],
  ['an environment variable of another sort', { env: [{ name: 'PILOT_TRACE', value: 'true' }] }],
])('of JSON stays %s', (_, value) => {
  expect(redactJson(value)).toEqual({ value, count: 0 });
});
