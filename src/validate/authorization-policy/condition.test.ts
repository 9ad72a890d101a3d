import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkCondition } from './condition.ts';

type Condition = Parameters<typeof checkCondition>[0];

const found = (condition: Condition, custom = false): string[] =>
  reported((report) => {
    checkCondition(condition, ['when'], report, custom);
  });

test.each<[string, Condition, string[]]>([
  ['values pass', { key: 'source.namespace', values: ['a'] }, []],
  ['values to exclude pass', { key: 'source.principal', notValues: ['a'] }, []],
  ['no key', { key: '', values: ['a'] }, ['authz/when-key-empty when.key']],
  ['no values', { key: 'source.ip' }, ['authz/when-values when.values']],
  ['only empty lists', { key: 'source.ip', values: [], notValues: [] }, ['authz/when-values when.values']],
  ['an empty value', { key: 'connection.sni', values: ['a', ''] }, ['authz/empty-value when.values[1]']],
  [
    'an empty value to exclude',
    { key: 'source.ip', notValues: [''] },
    ['authz/empty-value when.notValues[0]'],
  ],
  ['an address passes', { key: 'remote.ip', values: ['10.0.0.0/8'] }, []],
  ['no address', { key: 'source.ip', values: ['10.0.0.1', 'a.b.c.d'] }, ['ip/invalid when']],
  ['no address to exclude', { key: 'destination.ip', notValues: ['10.0.0.256'] }, ['ip/invalid when']],
  ['a port passes', { key: 'destination.port', values: ['0'] }, []],
  ['no port', { key: 'destination.port', values: ['http'] }, ['authz/port when']],
  ['a service account passes', { key: 'source.serviceAccount', values: ['a/b'] }, []],
  [
    'no service account',
    { key: 'source.serviceAccount', values: ['a/b/c'] },
    ['authz/service-account-format when'],
  ],
  ['a trust domain of any form passes', { key: 'source.trustDomain', values: ['https://a/b'] }, []],
])('a condition: %s', (_, condition, expected) => {
  expect(found(condition)).toEqual(expected);
});

test.each([
  'request.auth.principal',
  'request.auth.audiences',
  'request.auth.presenter',
  'request.auth.claims[iss]',
  'request.auth.claims[realm][roles]',
  'request.headers[User-Agent]',
  'request.headers-of-old[a]',
  'request.experimental.inline.headers[User-Agent]',
  'experimental.envoy.filters.network.mysql_proxy[db.table]',
])('%s is an attribute', (key) => {
  expect(found({ key, values: ['a'] })).toEqual([]);
});

test.each([
  'source',
  'source.ip ',
  'Source.IP',
  'request.headers',
  'request.headers[]',
  'request.headers[a',
  'request.headers[a]b',
  'request.auth.claims',
  'experimental.envoy.filters.a',
  'destination.namespace',
  'destination.labels[app]',
  'destination.name',
  'destination.user',
])('%s is no attribute', (key) => {
  expect(found({ key, values: ['a'] })).toEqual(['authz/when when.key']);
});

test.each<[string, boolean]>([
  ['source.namespace', true],
  ['source.serviceAccount', true],
  ['source.trustDomain', true],
  ['source.principal', true],
  ['request.auth.claims[iss]', true],
  ['source.ip', false],
  ['request.headers[a]', false],
  ['destination.port', false],
])('whether a CUSTOM policy may not look at %s: %s', (key, refused) => {
  const expected = refused ? ['authz/custom-unsupported-field when.key'] : [];
  expect(found({ key, values: [key === 'source.ip' ? '10.0.0.1' : '80'] }, true)).toEqual(expected);
});
