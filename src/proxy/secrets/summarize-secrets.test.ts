import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDump } from '../dump/read-dump.ts';
import { summarizeSecrets, type SecretRow } from './summarize-secrets.ts';

const { root, leaf, otherRoot } = JSON.parse(
  readFileSync('testdata/proxy/certificates.json', 'utf8'),
) as Record<'root' | 'leaf' | 'otherRoot', string>;

const bytes = (text: string) => ({ inline_bytes: Buffer.from(text).toString('base64') });
const chain = (text: string) => ({ tls_certificate: { certificate_chain: bytes(text) } });
const roots = (text: string) => ({ validation_context: { trusted_ca: bytes(text) } });

const begin = Date.parse('2026-11-21T17:29:04Z');
const day = 24 * 3600 * 1000;

function rowsOf(active: Record<string, object>, now = begin + day / 2): SecretRow[] {
  const secrets = Object.entries(active).map(([name, secret]) => ({ name, secret: { name, ...secret } }));
  const section = { '@type': 'x/envoy.admin.v3.SecretsConfigDump', dynamic_active_secrets: secrets };
  return summarizeSecrets(readDump(JSON.stringify({ configs: [section] })), new Date(now));
}

test('a chain has its identity, its serial number and the secret of its root', () => {
  const [row] = rowsOf({ default: chain(leaf), other: roots(otherRoot), ROOTCA: roots(root) });
  expect(row).toMatchObject({
    ...{ name: 'default', type: 'Cert Chain', status: 'ACTIVE', validity: 'valid', root: 'ROOTCA' },
    serialNumber: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001020304',
    identity: 'spiffe://cluster.local/ns/books/sa/reader',
    notBefore: '2026-11-21T17:29:04Z',
  });
});

test('a root has a serial number of 32 digits', () => {
  const [row] = rowsOf({ ROOTCA: roots(root) });
  expect(row).toMatchObject({ type: 'CA', serialNumber: '0a1b'.padStart(32, '0'), root: '' });
});

test.each<[SecretRow['validity'], number]>([
  ['not yet valid', begin - 1],
  ['valid', begin + 1000],
  ['valid', begin + 0.79 * day],
  ['expires soon', begin + 0.81 * day],
  ['expires soon', begin + day - 1000],
  ['expired', begin + day + 1000],
])('a certificate of a day is %s at %d', (validity, now) => {
  expect(rowsOf({ default: chain(leaf) }, now)[0]?.validity).toBe(validity);
});

describe('a chain has no root', () => {
  test.each<[string, Record<string, object>]>([
    ['that the dump does not hold', { default: chain(leaf), ROOTCA: roots(otherRoot) }],
    [
      'when its certificates do not belong together',
      { default: chain(leaf + otherRoot), a: roots(otherRoot) },
    ],
  ])('%s', (_, active) => {
    expect(rowsOf(active)[0]).toMatchObject({ type: 'Cert Chain', root: '' });
  });
});

test('a bundle of trust domains has a row for each certificate', () => {
  const trust_domains = [
    { name: 'one.example', trust_bundle: bytes(root + otherRoot) },
    { name: 'two.example', trust_bundle: { inline_string: root } },
  ];
  const bundle = { validation_context: { custom_validator_config: { typed_config: { trust_domains } } } };
  expect(rowsOf({ ROOTCA: bundle }).map(({ trustDomain, type }) => `${trustDomain} ${type}`)).toEqual([
    'one.example CA',
    'one.example CA',
    'two.example CA',
  ]);
});

test.each<[string, object]>([
  ['no certificate', {}],
  ['one in a file', { tls_certificate: { certificate_chain: { filename: '/etc/cert.pem' } } }],
  ['text that is none', chain('hello')],
  ['a broken one', chain(leaf.replace(/\n.{20}/, '\nAAAA'))],
  ['something that is not PEM at all', { tls_certificate: [1] }],
])('a secret with %s has blanks', (_, secret) => {
  expect(rowsOf({ odd: secret })).toEqual([
    expect.objectContaining({ name: 'odd', type: '', validity: undefined, serialNumber: '', notAfter: '' }),
  ]);
});
