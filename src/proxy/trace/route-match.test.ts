import { expect, test } from 'vitest';
import { matchRoute } from './route-match.ts';
import { sampleHttp, sampleRequest } from './testing/sample-request.ts';

const http = sampleHttp({ path: '/api/v1?x=1&y&x=2', headers: [['content-type', 'application/grpc+proto']] });
const any = { prefix: '/' };

test.each([
  ['a prefix', { prefix: '/api' }, 'yes'],
  ['a prefix may end inside a name', { prefix: '/ap' }, 'yes'],
  ['another prefix', { prefix: '/app' }, 'no'],
  ['the query is no part of the prefix', { prefix: '/api/v1?' }, 'no'],
  ['the whole path', { path: '/api/v1' }, 'yes'],
  ['a part of the path', { path: '/api' }, 'no'],
  ['another case', { path: '/API/V1' }, 'no'],
  ['case ignored', { path: '/API/V1', case_sensitive: false }, 'yes'],
  ['a separated prefix', { path_separated_prefix: '/api' }, 'yes'],
  ['itself as a separated prefix', { path_separated_prefix: '/api/v1' }, 'yes'],
  ['a separated prefix does not end inside a name', { path_separated_prefix: '/ap' }, 'no'],
  ['a regular expression', { safe_regex: { regex: '/api/v[0-9]' } }, 'yes'],
  ['a regular expression for a part', { safe_regex: { regex: '/api' } }, 'no'],
  ['CONNECT', { connect_matcher: {} }, 'no'],
  ['a matcher of an extension', { path_match_policy: {} }, 'unknown'],
  ['a query parameter', { ...any, query_parameters: [{ name: 'x', string_match: { exact: '1' } }] }, 'yes'],
  ['only its first value', { ...any, query_parameters: [{ name: 'x', string_match: { exact: '2' } }] }, 'no'],
  ['a parameter without value', { ...any, query_parameters: [{ name: 'y', present_match: true }] }, 'yes'],
  ['a parameter that is missing', { ...any, query_parameters: [{ name: 'z' }] }, 'no'],
  ['the method', { ...any, headers: [{ name: ':method', string_match: { exact: 'GET' } }] }, 'yes'],
  ['another method', { ...any, headers: [{ name: ':method', string_match: { exact: 'PUT' } }] }, 'no'],
  ['gRPC', { ...any, grpc: {} }, 'yes'],
  ['a certificate', { ...any, tls_context: { presented: true } }, 'no'],
  ['half of the requests', { ...any, runtime_fraction: { default_value: { numerator: 50 } } }, 'unknown'],
  ['none of them', { ...any, runtime_fraction: { default_value: {} } }, 'no'],
  ['all of them', { ...any, runtime_fraction: { default_value: { numerator: 100 } } }, 'yes'],
  [
    'a part of ten thousand',
    { ...any, runtime_fraction: { default_value: { numerator: 100, denominator: 'TEN_THOUSAND' } } },
    'unknown',
  ],
  ['metadata', { ...any, dynamic_metadata: [{}] }, 'unknown'],
  ['what fails beats what is unknown', { prefix: '/x', dynamic_metadata: [{}] }, 'no'],
])('%s', (_, match, decision) => {
  expect(matchRoute(match, { http, connection: sampleRequest() }).decision).toBe(decision);
});

test('the condition that fails is named', () => {
  const match = {
    prefix: '/',
    headers: [
      { name: 'a', present_match: false },
      { name: 'b', present_match: true },
    ],
  };
  expect(matchRoute(match, { http, connection: sampleRequest() })).toEqual({
    decision: 'no',
    field: 'match.headers[1]',
    reason: 'header b present; the request has none',
  });
});
