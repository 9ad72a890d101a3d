import { expect, test } from 'vitest';
import { parseRequest } from './parse-request.ts';

test.each([
  [
    'a host has no address',
    'GET http://shop:8080/a?b',
    {},
    { host: 'shop', tls: false, destination: { address: undefined, port: 8080 } },
  ],
  [
    'an address is the destination',
    'get http://10.0.0.1/',
    {},
    { destination: { address: '10.0.0.1', port: 80 } },
  ],
  [
    'https is TLS',
    'GET https://shop/',
    {},
    { tls: true, sni: 'shop', alpn: ['h2', 'http/1.1'], destination: { address: undefined, port: 443 } },
  ],
  [
    'IPv6',
    'GET http://[::1]:90/',
    { destination: '[2001:db8::1]:80' },
    { host: '::1', destination: { address: '2001:db8::1', port: 80 } },
  ],
  [
    'bytes',
    'TCP redis:6379',
    {},
    { http: undefined, tls: false, destination: { address: undefined, port: 6379 } },
  ],
  [
    'a path stays as it is written',
    'GET http://shop/a/../b%2Fc//?x=/../#d',
    {},
    { http: { path: '/a/../b%2Fc//?x=/../' } },
  ],
  ['a query without a path', 'GET http://shop?x=1', {}, { http: { path: '/?x=1' } }],
  [
    'a tunnel',
    'CONNECT shop:80',
    { destination: '10.0.0.1:3128' },
    { http: { method: 'CONNECT', path: '', authority: 'shop:80' }, destination: { port: 3128 } },
  ],
  ['a URL alone is a GET', 'https://shop/', {}, { tls: true, host: 'shop' }],
  [
    'a scheme that says what the bytes are',
    'tcp://10.0.0.1:5432',
    {},
    { http: undefined, destination: { address: '10.0.0.1', port: 5432 } },
  ],
  ['the same after its word', 'TLS tls://db:443', {}, { http: undefined, tls: true, sni: 'db' }],
  ['bytes in TLS', 'TLS db:443', { sni: 'other' }, { http: undefined, tls: true, sni: 'other', alpn: [] }],
  [
    'a workload of the mesh',
    'GET http://shop/',
    { from: 'inbound', sourcePrincipal: 'td/ns/a/sa/b' },
    { tls: true, sourcePrincipal: 'spiffe://td/ns/a/sa/b', alpn: ['istio-http/1.1', 'istio', 'http/1.1'] },
  ],
  [
    'the host header is the authority',
    'POST http://10.0.0.1/x',
    { headers: ['Host: shop', 'X-A:  b'] },
    {
      http: {
        method: 'POST',
        scheme: 'http',
        authority: 'shop',
        path: '/x',
        headers: [['x-a', 'b']],
        version: '1.1',
      },
    },
  ],
] as const)('%s', (_, line, details, request) => {
  expect(parseRequest(line, details)).toMatchObject(request);
});

test.each([
  ['shop', {}, '"shop" is no request'],
  ['GET shop:80', {}, '"GET shop:80" is no request'],
  ['CONNECT shop', {}, '"CONNECT shop" is no request'],
  ['CONNECT http://shop:80', {}, 'is no request'],
  ['TCP shop', {}, '"TCP shop" is no request'],
  ['GET http://a/ b', {}, '"GET http://a/ b" is no request'],
  ['GET http://a/', { headers: ['x'] }, '"x" is no header'],
  ['GET http://a/', { sourceIp: 'x' }, '"x" is no IP address'],
  ['GET http://a/', { destination: 'a:80' }, '"a:80" is no destination'],
])('refuses %s %o', (line, details, message) => {
  expect(() => parseRequest(line, details)).toThrow(message);
});
