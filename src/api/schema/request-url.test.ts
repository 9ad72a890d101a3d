import { expect, test } from 'vitest';
import { requestUrlScheme } from './request-url.ts';

test.each<[string, string | undefined]>([
  ['https://example.com/a?b=c', 'https'],
  ['HTTP://example.com', 'http'],
  ['oci://registry:5000/image', 'oci'],
  ['http://user:pass@example.com:80/', 'http'],
  ['http://[::1]:80/', 'http'],
  ['/a/path', ''],
  ['*', ''],
  ['registry:5000/image', 'registry'],
  ['', undefined],
  ['example.com/a', undefined],
  [':80', undefined],
  ['http://a b', undefined],
  ['http://%zz', undefined],
  ['http://example.com/%zz', undefined],
  ['/a%2', undefined],
  ['http://[::1', undefined],
  ['http://example.com:port/', undefined],
  ['http://exa\u0001mple.com', undefined],
])('the scheme of %j is %j', (text, scheme) => {
  expect(requestUrlScheme(text)).toBe(scheme);
});
