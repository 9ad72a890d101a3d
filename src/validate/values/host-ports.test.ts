import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkHostPort } from './host-ports.ts';

test.each([
  ['may be a name and a port', 'istiod.istio-system.svc:15012', undefined],
  ['may be an IPv4 address and a port', '10.0.0.1:80', undefined],
  ['may be an IPv6 address in brackets and a port', '[::1]:80', undefined],
  ['may have a name in brackets', '[example.com]:80', undefined],
  ['is not without a port', 'istiod', 'address/invalid'],
  ['is not without a host', ':80', 'address/invalid'],
  ['has a number as its port', 'istiod:http', 'address/invalid'],
  ['has an IPv6 address in brackets only', '::1:80', 'address/invalid'],
  ['has a port behind brackets', '[::1]', 'address/invalid'],
  ['has nothing between brackets and port', '[::1]x:80', 'address/invalid'],
  ['has a name without underscores', 'a_b:80', 'address/invalid'],
  ['is not empty', '', 'address/invalid'],
  ['has a port that is not 0', 'istiod:0', 'port/range'],
  ['has a port that is not too big', 'istiod:65536', 'port/range'],
])('an address %s', (_, address, slug) => {
  const found = reported((report) => {
    checkHostPort(address, ['x'], report);
  });
  expect(found).toEqual(slug === undefined ? [] : [`${slug} x`]);
});

test('a placeholder stands for a host', () => {
  const found = reported((report) => {
    checkHostPort('$(HOST_IP):9411', ['x'], report, '$(HOST_IP)');
    checkHostPort('$(HOST_IP):0', ['y'], report, '$(HOST_IP)');
  });
  expect(found).toEqual(['port/range y']);
});
