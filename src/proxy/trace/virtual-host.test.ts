import { expect, test } from 'vitest';
import { pickVirtualHost } from './virtual-host.ts';

const config = {
  virtual_hosts: [
    { domains: ['*'] },
    { domains: ['*.example'] },
    { domains: ['*.shop.example', '*-api.example'] },
    { domains: ['shop.*', 'shop.exa*'] },
    { domains: ['Shop.Example', 'shop.example:8080'] },
  ],
};

test.each([
  ['shop.example', 'Shop.Example'],
  ['SHOP.example', 'Shop.Example'],
  ['shop.example:8080', 'shop.example:8080'],
  ['a.shop.example', '*.shop.example'],
  ['a-api.example', '*-api.example'],
  ['b.example', '*.example'],
  ['.example', '*'],
  ['shop.org', 'shop.*'],
  ['shop.exam', 'shop.exa*'],
  ['shop.example:9090', 'shop.exa*'],
  ['other', '*'],
])('%s belongs to %s', (authority, domain) => {
  expect(pickVirtualHost(config, authority)?.domain).toBe(domain);
});

test('the port may not count', () => {
  const choice = pickVirtualHost({ ...config, ignore_port_in_host_matching: true }, 'shop.example:9090');
  expect(choice).toEqual({ index: 4, domain: 'Shop.Example', domainIndex: 0 });
});

test('there may be none', () => {
  expect(pickVirtualHost({ virtual_hosts: [{ domains: ['a'] }] }, 'b')).toBeUndefined();
});
