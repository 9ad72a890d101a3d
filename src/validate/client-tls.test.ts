import { expect, test } from 'vitest';
import { checkClientTls } from './client-tls.ts';
import { reported } from './testing.ts';

type Tls = Parameters<typeof checkClientTls>[0];

const problemsIn = (namespace: string, tls: Tls): string[] =>
  reported((report) => {
    checkClientTls(tls, namespace, ['tls'], report);
  });

const files = { clientCertificate: '/c', privateKey: '/k' };

test.each<[string, Tls, string[]]>([
  ['TLS may be off', { mode: 'DISABLE' }, []],
  ['TLS may be simple', { mode: 'SIMPLE', caCertificates: '/ca', subjectAltNames: ['a'], caCrl: '/crl' }, []],
  ['certificates do no harm with the TLS of Istio', { mode: 'ISTIO_MUTUAL', ...files }, []],
  ['mutual TLS may have files', { mode: 'MUTUAL', ...files, caCertificates: '/ca' }, []],
  ['mutual TLS may have a credential', { mode: 'MUTUAL', credentialName: 'c' }, []],
  [
    'mutual TLS needs a certificate and a key',
    { mode: 'MUTUAL', clientCertificate: '' },
    ['clienttls/mutual-files tls', 'clienttls/mutual-files tls'],
  ],
  [
    'a credential excludes files',
    { mode: 'SIMPLE', credentialName: 'c', caCrl: '/crl' },
    ['clienttls/credential-and-files tls'],
  ],
  ['a credential does no harm without TLS', { credentialName: 'c', caCertificates: '/ca' }, []],
  [
    'an unverified server has no CA',
    { mode: 'SIMPLE', insecureSkipVerify: true, caCertificates: '/ca' },
    ['clienttls/skip-verify tls'],
  ],
  [
    'an unverified server has no credential with simple TLS',
    { mode: 'SIMPLE', insecureSkipVerify: true, credentialName: 'c' },
    ['clienttls/skip-verify tls'],
  ],
  [
    'an unverified server may be shown a credential with mutual TLS',
    { mode: 'MUTUAL', insecureSkipVerify: true, credentialName: 'c' },
    [],
  ],
  [
    'an unverified server has no names with mutual TLS',
    { mode: 'MUTUAL', insecureSkipVerify: true, ...files, subjectAltNames: ['a'] },
    ['clienttls/skip-verify tls'],
  ],
  [
    'an empty list of names says nothing',
    { mode: 'SIMPLE', insecureSkipVerify: true, subjectAltNames: [] },
    [],
  ],
  [
    'a verified server may have names',
    { mode: 'SIMPLE', insecureSkipVerify: false, subjectAltNames: ['a'] },
    [],
  ],
  [
    'a ConfigMap of the own namespace may be used',
    { mode: 'SIMPLE', credentialName: 'configmap://ns/ca' },
    [],
  ],
  [
    'a ConfigMap of another namespace may not, even without TLS',
    { credentialName: 'configmap://other/ca' },
    ['clienttls/configmap tls.credentialName'],
  ],
  [
    'a ConfigMap has a name',
    { credentialName: 'configmap://ns/' },
    ['clienttls/configmap tls.credentialName'],
  ],
  [
    'a ConfigMap has a namespace',
    { credentialName: 'configmap://ca' },
    ['clienttls/configmap tls.credentialName'],
  ],
  [
    'a ConfigMap has nothing behind its name',
    { credentialName: 'configmap://ns/ca/b' },
    ['clienttls/configmap tls.credentialName'],
  ],
])('%s', (_, tls, expected) => {
  expect(problemsIn('ns', tls)).toEqual(expected);
});

test('mesh settings have no namespace to take a ConfigMap from', () => {
  expect(problemsIn('', { credentialName: 'configmap:///ca' })).toEqual([
    'clienttls/configmap tls.credentialName',
  ]);
});
