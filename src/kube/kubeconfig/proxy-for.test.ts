import { expect, test } from 'vitest';
import { proxyFor } from './proxy-for.ts';

const proxy = 'http://proxy:3128';

test.each<[string, string, Record<string, string>, string | undefined]>([
  ['HTTPS_PROXY', 'https://api.corp:6443', { HTTPS_PROXY: proxy }, proxy],
  ['the same in lower case', 'https://api.corp:6443', { https_proxy: proxy }, proxy],
  ['without a scheme', 'https://api.corp:6443', { HTTPS_PROXY: 'proxy:3128' }, proxy],
  ['HTTP_PROXY is for http', 'http://api.corp', { HTTP_PROXY: proxy }, proxy],
  ['and not for https', 'https://api.corp', { HTTP_PROXY: proxy }, undefined],
  ['none', 'https://api.corp', {}, undefined],
  ['an empty variable counts for nothing', 'https://api.corp', { HTTPS_PROXY: '' }, undefined],
  ['this machine', 'https://127.0.0.1:6443', { HTTPS_PROXY: proxy }, undefined],
  ['this machine by name', 'https://localhost:6443', { HTTPS_PROXY: proxy }, undefined],
  ['a name that only starts like it', 'https://localhost.corp', { HTTPS_PROXY: proxy }, proxy],
])('%s', (_, server, env, expected) => {
  expect(proxyFor(server, {}, env)).toBe(expected);
});

test('what the kubeconfig says comes first', () => {
  const cluster = { 'proxy-url': 'socks5://other' };
  expect(proxyFor('https://localhost', cluster, { HTTPS_PROXY: proxy })).toBe('socks5://other');
});

test.each<[string, string, boolean]>([
  ['*', 'https://api.corp', true],
  ['a.b,api.corp', 'https://api.corp', true],
  ['corp', 'https://api.corp', true],
  ['.corp', 'https://api.corp', true],
  [' CORP ', 'https://api.corp', true],
  ['rp', 'https://api.corp', false],
  ['.api.corp', 'https://api.corp', false],
  ['corp:6443', 'https://api.corp:6443', true],
  ['corp:443', 'https://api.corp', true],
  ['corp:443', 'https://api.corp:6443', false],
  ['corp:80', 'http://api.corp', true],
  ['10.0.0.1', 'https://10.0.0.1:6443', true],
  ['10.0.0.1', 'https://10.0.0.11:6443', false],
  ['0.0.1', 'https://10.0.0.1:6443', false],
  ['10.0.0.0/8', 'https://10.1.2.3', true],
  ['10.0.0.0/8', 'https://11.1.2.3', false],
  ['10.0.0.0/8', 'https://api.corp', false],
  ['10.0.0.0/99', 'https://10.1.2.3', false],
  ['fd00::/8', 'https://[fd00::1]', true],
  ['fd00::1', 'https://[fd00::1]', true],
  ['[fd00::1]:6443', 'https://[fd00::1]:6443', true],
  ['fd00::/8', 'https://10.0.0.1', false],
  [',', 'https://api.corp', false],
])('NO_PROXY=%s and %s: %s', (NO_PROXY, server, exempt) => {
  const found = proxyFor(server, {}, { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY });
  expect(found === undefined).toBe(exempt);
});
