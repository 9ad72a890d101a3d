import { expect, test } from 'vitest';
import { checkServerTls } from './server-tls.ts';
import { reported } from './testing.ts';
import { isCipherSuite } from './values/cipher-suites.ts';

type Tls = Parameters<typeof checkServerTls>[0];

const files = { serverCertificate: '/cert', privateKey: '/key' };
const simple = { mode: 'SIMPLE', ...files } as const;
const mutual = { mode: 'MUTUAL', ...files, caCertificates: '/ca' } as const;

const found = (tls: Tls): string[] =>
  reported((report) => {
    checkServerTls(tls, ['tls'], report);
  });

test.each<[string, Tls, string[]]>([
  ['files pass', simple, []],
  ['a credential passes', { mode: 'MUTUAL', credentialName: 'a' }, []],
  ['two credentials pass', { mode: 'OPTIONAL_MUTUAL', credentialNames: ['a', 'b'] }, []],
  ['two pairs of files pass', { mode: 'SIMPLE', tlsCertificates: [files, files] }, []],
  ['mutual TLS with CA certificates passes', mutual, []],
  ['mutual TLS without', { ...mutual, caCertificates: '' }, ['servertls/files-required tls']],
  ['only a key', { mode: 'SIMPLE', privateKey: '/key' }, ['servertls/files-required tls']],
  ['no files at all is one fault', { mode: 'MUTUAL' }, ['servertls/files-required tls']],
  [
    'a pair without key',
    { mode: 'SIMPLE', tlsCertificates: [files, { serverCertificate: '/b' }] },
    ['servertls/files-required tls.tlsCertificates[1]'],
  ],
  [
    'pairs for mutual TLS without CA certificates',
    { mode: 'MUTUAL', tlsCertificates: [files] },
    ['servertls/files-required tls'],
  ],
  [
    'three pairs are a warning',
    { mode: 'SIMPLE', tlsCertificates: [files, files, files] },
    ['servertls/more-than-two-certs tls.tlsCertificates'],
  ],
  ['files and a credential', { ...simple, credentialName: 'a' }, ['servertls/multiple-certs tls']],
  [
    'a certificate without key beside a credential passes',
    { mode: 'SIMPLE', serverCertificate: '/c', credentialName: 'a' },
    [],
  ],
  [
    'pairs and a credential',
    { mode: 'SIMPLE', credentialNames: ['a'], tlsCertificates: [files] },
    ['servertls/multiple-certs tls'],
  ],
  ['an unknown mode asks for nothing', { mode: 42 as unknown as 'SIMPLE' }, []],
])('certificates: %s', (_, tls, expected) => {
  expect(found(tls)).toEqual(expected);
});

test.each<[string, Tls, string[]]>([
  ['ISTIO_MUTUAL passes', { mode: 'ISTIO_MUTUAL' }, []],
  ['ISTIO_MUTUAL with files', { mode: 'ISTIO_MUTUAL', ...files }, ['servertls/istio-mutual-with-files tls']],
  ['ISTIO_MUTUAL with a revocation list passes', { mode: 'ISTIO_MUTUAL', caCrl: '/crl' }, []],
  ['PASSTHROUGH passes', { mode: 'PASSTHROUGH' }, []],
  ['without mode it is PASSTHROUGH', { ...files }, ['servertls/passthrough-certs tls']],
  [
    'AUTO_PASSTHROUGH with a list',
    { mode: 'AUTO_PASSTHROUGH', caCrl: '/crl' },
    ['servertls/passthrough-certs tls'],
  ],
  ['a revocation list with mutual TLS passes', { ...mutual, caCrl: '/crl' }, []],
  ['a revocation list with SIMPLE', { ...simple, caCrl: '/crl' }, ['servertls/crl tls']],
  ['but not with a credential', { mode: 'SIMPLE', credentialName: 'a', caCrl: '/crl' }, []],
  [
    'a revocation list with a credential that is not used',
    { mode: 'PASSTHROUGH', credentialName: 'a', caCrl: '/crl' },
    ['servertls/passthrough-certs tls', 'servertls/crl tls'],
  ],
])('modes: %s', (_, tls, expected) => {
  expect(found(tls)).toEqual(expected);
});

test.each<[string, Tls, string[]]>([
  ['TLS 1.2 passes', { minProtocolVersion: 'TLSV1_2' }, []],
  ['TLS 1.1', { minProtocolVersion: 'TLSV1_1' }, ['servertls/old-version-needs-ciphers tls']],
  ['TLS 1.0 with a suite passes', { minProtocolVersion: 'TLSV1_0', cipherSuites: ['AES128-SHA'] }, []],
  ['an unknown suite', { cipherSuites: ['FOO'] }, ['servertls/cipher tls.cipherSuites[0]']],
  ['a suite twice', { cipherSuites: ['ALL', 'ALL'] }, ['servertls/cipher tls.cipherSuites[1]']],
  [
    'a suite of TLS 1.3',
    { cipherSuites: ['TLS_AES_128_GCM_SHA256'] },
    ['servertls/cipher tls.cipherSuites[0]'],
  ],
])('ciphers: %s', (_, tls, expected) => {
  expect(found(tls)).toEqual(expected);
});

test('operators and groups of cipher suites pass unread', () => {
  expect(['', '-ALL', '[A|B]'].every(isCipherSuite)).toBe(true);
});
