import { expect, test } from 'vitest';
import { problems } from './testing.ts';
import { checkWorkloadEntry, type Endpoint } from './workload-entry.ts';

test.each<[string, Endpoint, string[]]>([
  ['an IP address passes', { address: '1.2.3.4', ports: { http: 80 }, labels: { app: 'a' } }, []],
  ['an IPv6 address passes', { address: '2001:db8::1' }, []],
  ['a domain name passes', { address: 'a.example.com' }, []],
  ['a unix socket passes', { address: 'unix:///a' }, []],
  ['an abstract unix socket passes', { address: 'unix://@a' }, []],
  ['a relative unix socket', { address: 'unix://a' }, ['unix/path spec.address']],
  [
    'a unix socket with ports',
    { address: 'unix:///a', ports: { http: 80 } },
    ['endpoint/unix-with-ports spec'],
  ],
  ['no address', {}, ['endpoint/address-required spec']],
  ['a network instead of an address is a warning', { network: 'n' }, ['endpoint/no-address spec']],
  ['a wildcard', { address: '*.a.com' }, ['endpoint/address-invalid spec.address']],
  ['an address with a line end', { address: '1.2.3.4\n' }, ['endpoint/address-invalid spec.address']],
  ['a port out of range', { address: 'a', ports: { http: 65536 } }, ['port/range spec.ports.http']],
  ['a port name', { address: 'a', ports: { a_b: 80 } }, ['port/name spec.ports.a_b']],
  ['a label', { address: 'a', labels: { app: 'a*' } }, ['label/invalid spec.labels.app']],
])('%s', (_, spec, expected) => {
  expect(problems(checkWorkloadEntry, spec)).toEqual(expected);
});
