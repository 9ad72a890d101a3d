import { expect, test } from 'vitest';
import { checkEgressHost, checkGatewayHost } from './gateway-hosts.ts';
import { reported } from './testing.ts';

test.each<[string, string, string[]]>([
  ['*', 'any host', []],
  ['*.example.com', 'a wildcard', []],
  ['www.example.com', 'a name', []],
  ['shop/www.example.com', 'a name of a namespace', []],
  ['*/www.example.com', 'a name of any namespace', []],
  ['./www.example.com', 'a name of the own namespace', []],
  ['10.0.0.1', 'an address', []],
  ['foo', 'a short name', ['host/short-name host']],
  ['::1', 'an IPv6 address', ['host/short-name host']],
  ['*foo.com', 'half a label', ['host/partial-wildcard host']],
  ['a.*.com', 'a wildcard inside', ['host/invalid host']],
  ['', 'nothing', ['host/empty host']],
  ['/www.example.com', 'no namespace', ['host/namespace-invalid host']],
  ['~/www.example.com', 'a namespace of converted gateways', ['host/namespace-invalid host']],
  ['a/b/c.com', 'two slashes', ['host/invalid host']],
])('a host %s of a gateway: %s', (host, _, expected) => {
  expect(
    reported((report) => {
      checkGatewayHost(host, ['host'], report, false);
    }),
  ).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ['*/*', 'everything', []],
  ['./*', 'the own namespace', []],
  ['~/*', 'nothing', []],
  ['prod/*.example.com', 'a wildcard', []],
  ['~prod/*', 'all but a namespace', []],
  ['~/www.example.com', 'all but a host', []],
  ['~no_ns/*', 'an excluded namespace that is none', ['host/namespace-invalid host']],
  ['no_ns/*', 'no namespace', ['host/namespace-invalid host']],
  ['/*', 'an empty namespace', ['host/namespace-invalid host']],
  ['www.example.com', 'no slash', ['host/namespace-required host']],
  ['prod/', 'no name', ['host/empty host']],
  ['prod/foo', 'a short name', ['host/short-name host']],
  ['prod/10.0.0.1', 'an address', ['host/numeric-tld host']],
  ['prod/*foo.com', 'half a label', ['host/partial-wildcard host']],
])('a host %s of an egress listener: %s', (host, _, expected) => {
  expect(
    reported((report) => {
      checkEgressHost(host, ['host'], report);
    }),
  ).toEqual(expected);
});
