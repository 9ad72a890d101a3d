import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkSource } from './source.ts';

type Source = Parameters<typeof checkSource>[0];

const found = (source: Source, custom: boolean): string[] =>
  reported((report) => {
    checkSource(source, ['source'], report, custom);
  });

const sixteen = Array.from({ length: 16 }, (_, index) => `account-${index}`);

test.each<[string, Source, string[]]>([
  ['identities pass', { principals: ['cluster.local/ns/a/sa/b', '*/b'], notNamespaces: ['a-*'] }, []],
  ['an empty principal', { principals: ['a', ''] }, ['authz/empty-value source.principals[1]']],
  [
    'an empty token identity',
    { notRequestPrincipals: [''] },
    ['authz/empty-value source.notRequestPrincipals[0]'],
  ],
  ['addresses and ranges pass', { ipBlocks: ['10.0.0.0/8', '::1'], remoteIpBlocks: ['203.0.113.7'] }, []],
  ['a host name as address', { ipBlocks: ['example.com'] }, ['ip/invalid source.ipBlocks[0]']],
  [
    'a mask that is too long',
    { notRemoteIpBlocks: ['10.0.0.0/33'] },
    ['ip/invalid source.notRemoteIpBlocks[0]'],
  ],
  [
    'an empty address is empty, and no more',
    { notIpBlocks: [''] },
    ['authz/empty-value source.notIpBlocks[0]'],
  ],
  [
    'service accounts pass',
    { serviceAccounts: ['sleep', 'bar/curl'], notServiceAccounts: ['a'.repeat(320)] },
    [],
  ],
  [
    'a service account with two slashes',
    { serviceAccounts: ['a/b/c'] },
    ['authz/service-account-format source.serviceAccounts[0]'],
  ],
  [
    'one without a namespace before the slash',
    { serviceAccounts: ['/a'] },
    ['authz/service-account-format source.serviceAccounts[0]'],
  ],
  [
    'one without a name after it',
    { notServiceAccounts: ['a/'] },
    ['authz/service-account-format source.notServiceAccounts[0]'],
  ],
  [
    'one with a star',
    { serviceAccounts: ['a*'] },
    ['authz/service-account-format source.serviceAccounts[0]'],
  ],
  [
    'one of 321 characters',
    { serviceAccounts: ['a'.repeat(321)] },
    ['authz/service-account-format source.serviceAccounts[0]'],
  ],
  ['sixteen of them pass', { serviceAccounts: sixteen }, []],
  [
    'seventeen do not',
    { serviceAccounts: [...sixteen, 'a'] },
    ['authz/service-account-count source.serviceAccounts'],
  ],
  [
    'service accounts beside principals',
    { serviceAccounts: ['a'], notPrincipals: ['b'] },
    ['authz/service-accounts-conflict source'],
  ],
  [
    'excluded ones beside namespaces',
    { notServiceAccounts: ['a'], namespaces: ['b'] },
    ['authz/service-accounts-conflict source'],
  ],
  ['beside an empty list they pass', { serviceAccounts: ['a'], principals: [] }, []],
  ['beside addresses they pass', { serviceAccounts: ['a'], ipBlocks: ['10.0.0.1'] }, []],
  ['trust domains pass', { trustDomains: ['*', 'td1', '*.example.com'], notTrustDomains: ['prod-*'] }, []],
  [
    'a trust domain with a slash',
    { trustDomains: ['td1/ns'] },
    ['authz/trust-domain-format source.trustDomains[0]'],
  ],
  [
    'one with two stars',
    { notTrustDomains: ['*td*'] },
    ['authz/trust-domain-format source.notTrustDomains[0]'],
  ],
  ['one with a star inside', { trustDomains: ['a*b'] }, ['authz/trust-domain-format source.trustDomains[0]']],
])('a source: %s', (_, source, expected) => {
  expect(found(source, false)).toEqual(expected);
});

test.each<[string, Source, string[]]>([
  ['addresses pass', { ipBlocks: ['10.0.0.1'], notRemoteIpBlocks: ['10.0.0.2'] }, []],
  ['an empty list passes', { namespaces: [] }, []],
  ['namespaces', { namespaces: ['a'] }, ['authz/custom-unsupported-field source.namespaces']],
  ['principals', { notPrincipals: ['a'] }, ['authz/custom-unsupported-field source.notPrincipals']],
  ['service accounts', { serviceAccounts: ['a'] }, ['authz/custom-unsupported-field source.serviceAccounts']],
  ['trust domains', { trustDomains: ['a'] }, ['authz/custom-unsupported-field source.trustDomains']],
  [
    'each of several fields',
    { requestPrincipals: ['a'], notRequestPrincipals: ['b'] },
    [
      'authz/custom-unsupported-field source.requestPrincipals',
      'authz/custom-unsupported-field source.notRequestPrincipals',
    ],
  ],
])('a source of a CUSTOM policy: %s', (_, source, expected) => {
  expect(found(source, true)).toEqual(expected);
});
