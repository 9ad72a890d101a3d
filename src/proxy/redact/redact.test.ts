import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../resources/index.ts';
import { marker, markerBytes } from './redact-text.ts';
import { redact } from './redact.ts';

const pem = (kind: string) => `-----BEGIN ${kind}-----\nAAAA\n-----END ${kind}-----\n`;
const inText = (layers: number, text: string): string =>
  layers === 0 ? text : JSON.stringify([inText(layers - 1, text)]);
const base64 = (text: string) => Buffer.from(text).toString('base64');
// In pieces, so that nothing takes it for a token of somebody.
const jwt = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJhIn0', 'c2ln'].join('.');

describe('goes:', () => {
  test.each<[string, Json, Json]>([
    [
      'a private key',
      { private_key: { inline_bytes: base64('x') } },
      { private_key: { inline_bytes: markerBytes } },
    ],
    ['a password in text', { password: { inline_string: 'x' } }, { password: { inline_string: marker } }],
    [
      'a field in camel case',
      { privateKey: { inlineString: 'x' } },
      { privateKey: { inlineString: marker } },
    ],
    ['a variable', { API_TOKEN: 'x' }, { API_TOKEN: marker }],
    ['a variable of a list', ['DB_PASSWORD=x', '--token=x'], [`DB_PASSWORD=${marker}`, `--token=${marker}`]],
    [
      'the value beside a name',
      { key: 'authorization', value: 'x' },
      { key: 'authorization', value: marker },
    ],
    [
      'every ticket key',
      { session_ticket_keys: { keys: [{ inline_bytes: 'eA==' }] } },
      { session_ticket_keys: { keys: [{ inline_bytes: markerBytes }] } },
    ],
    [
      'each of generic secrets',
      { generic_secret: { secrets: { a: { inline_string: 'x' } } } },
      { generic_secret: { secrets: { a: { inline_string: marker } } } },
    ],
    ['a key within text', `a ${pem('RSA PRIVATE KEY')}b`, `a ${marker}\nb`],
    ['a key that is cut short', '-----BEGIN PRIVATE KEY-----\nAA', marker],
    ['a key in base64', base64(pem('PRIVATE KEY')), base64(`${marker}\n`)],
    ['a JWT', `x ${jwt} y`, `x ${marker} y`],
    ['credentials of a header', 'Bearer abc', `Bearer ${marker}`],
    ['a password in an address', 'redis://me:x@host:1', `redis://me:${marker}@host:1`],
    ['what is in JSON in text', '{"a": {"client_secret": "x"}}', `{"a":{"client_secret":"${marker}"}}`],
    ['each of a list', { credentials: ['a:x', 'b:y'] }, { credentials: [marker, marker] }],
    [
      'the API key of a client',
      { credentials: [{ key: 'x', client: 'web' }] },
      { credentials: [{ key: marker, client: 'web' }] },
    ],
    ['a store of keys', { pkcs12: { inline_bytes: base64('x') } }, { pkcs12: { inline_bytes: markerBytes } }],
    ['what is in JSON behind blanks', '\n {"api_key": "x"}', `{"api_key":"${marker}"}`],
    ['JSON in text that is nested beyond measure', `${'['.repeat(9999)}${']'.repeat(9999)}`, marker],
    ['JSON in JSON in JSON in JSON in JSON', inText(5, '{"a":1}'), inText(4, marker)],
    [
      'a key below a name that says so',
      { token: { kty: 'oct', k: 'x' } },
      { token: { kty: 'oct', k: marker } },
    ],
    ['a key of a key set', { kty: 'oct', k: 'x', kid: 'a' }, { kty: 'oct', k: marker, kid: 'a' }],
  ])('%s', (_, value, clean) => {
    expect(redact(value).value).toEqual(clean);
    expect(redact(value).count).toBeGreaterThan(0);
    expect(redact(clean)).toEqual({ value: clean, count: 0 });
  });
});

describe('stays:', () => {
  test.each<[string, Json]>([
    ['a certificate', { certificate_chain: { inline_bytes: base64(pem('CERTIFICATE')) } }],
    ['a certificate in text', pem('CERTIFICATE')],
    ['the name of a secret', { sds_secret_configs: [{ name: 'default' }], credential_name: 'shop' }],
    ['a file that holds a key', { private_key: { filename: '/etc/key.pem' } }],
    ['a secret as such', { name: 'a', secret: { name: 'a', tls_certificate: {} } }],
    ['the number of tokens', { token_bucket: { max_tokens: 10, tokens_per_fill: 1 } }],
    ['where tokens come from', { token_endpoint: { uri: 'https://a/token' }, TOKEN_AUDIENCES: 'istio-ca' }],
    ['an empty password', { password: '' }],
    ['a public key of a key set', { kty: 'RSA', n: 'abc', e: 'AQAB' }],
    ['an identity', 'spiffe://cluster.local/ns/a/sa/b'],
    ['JSON in text without secrets, with its blanks', '{ "a": 1 }'],
    ['what Envoy redacted', { private_key: { inline_bytes: markerBytes }, password: marker }],
    ['a setting', '--concurrency=2'],
  ])('%s', (_, value) => {
    expect(redact(value)).toEqual({ value, count: 0 });
  });

  test('what is clean already', () => {
    const json = fc.jsonValue().map((value) => value as Json);
    fc.assert(
      fc.property(json, (value) => {
        const once = redact(value).value;
        expect(redact(once).value).toEqual(once);
      }),
    );
  });
});
