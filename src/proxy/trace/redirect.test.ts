import { expect, test } from 'vitest';
import { redirectOf, rewrittenPath } from './redirect.ts';
import { sampleHttp } from './testing/sample-request.ts';

const request = sampleHttp({ authority: 'shop.example:80', path: '/old/a?x=1' });

test.each([
  ['https without the port of http', { https_redirect: true }, 301, 'https://shop.example/old/a?x=1'],
  ['a host', { host_redirect: 'b.example', response_code: 'FOUND' }, 302, 'http://b.example/old/a?x=1'],
  ['a port', { port_redirect: 8443 }, 301, 'http://shop.example:8443/old/a?x=1'],
  ['a path keeps the query', { path_redirect: '/new' }, 301, 'http://shop.example:80/new?x=1'],
  ['a path with a query of its own', { path_redirect: '/new?y' }, 301, 'http://shop.example:80/new?y'],
  ['no query', { path_redirect: '/new', strip_query: true }, 301, 'http://shop.example:80/new'],
  ['a prefix', { prefix_rewrite: '/new' }, 301, 'http://shop.example:80/new/a?x=1'],
])('redirect to %s', (_, redirect, status, location) => {
  expect(redirectOf(redirect, { prefix: '/old' }, request)).toEqual({ status, location });
});

test.each([
  ['nothing', {}, '/old/a?x=1'],
  ['a prefix', { prefix_rewrite: '/' }, '//a?x=1'],
  [
    'a regular expression',
    { regex_rewrite: { pattern: { regex: '^/old/(.)' }, substitution: String.raw`/n/\1` } },
    '/n/a?x=1',
  ],
  [
    'one that does not compile',
    { regex_rewrite: { pattern: { regex: '(' }, substitution: '' } },
    '/old/a?x=1',
  ],
])('rewrite of %s', (_, action, path) => {
  expect(rewrittenPath(action, { prefix: '/old' }, request.path)).toBe(path);
});
