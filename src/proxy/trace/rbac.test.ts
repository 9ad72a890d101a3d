import { describe, expect, test } from 'vitest';
import { judgeAccess } from './rbac-condition.ts';
import { judgeRules, policyName } from './rbac.ts';
import { sampleRequest } from './testing/sample-request.ts';

const web = 'spiffe://cluster.local/ns/shop/sa/web';
const facts = {
  ...sampleRequest(
    { path: '/items/1?x=1', headers: [['x-user', 'anna']] },
    { sourcePrincipal: web, sni: 'shop.example' },
  ),
  remoteIp: '8.8.8.8',
};
const metadata = { metadata: { filter: 'f' } };

describe('conditions', () => {
  test.each([
    ['any', { any: true }, 'yes'],
    ['a header', { header: { name: 'x-user', string_match: { exact: 'anna' } } }, 'yes'],
    ['the path without query', { url_path: { path: { exact: '/items/1' } } }, 'yes'],
    ['another path', { url_path: { path: { prefix: '/admin' } } }, 'no'],
    ['the destination', { destination_ip: { address_prefix: '10.0.0.0', prefix_len: 24 } }, 'yes'],
    ['the port', { destination_port: 8080 }, 'yes'],
    ['another port', { destination_port: 80 }, 'no'],
    ['a range of ports ends before its end', { destination_port_range: { start: 8000, end: 8080 } }, 'no'],
    ['the server name', { requested_server_name: { suffix: '.example' } }, 'yes'],
    ['the identity', { authenticated: { principal_name: { exact: web } } }, 'yes'],
    ['another identity', { authenticated: { principal_name: { suffix: '/sa/db' } } }, 'no'],
    ['some identity', { authenticated: {} }, 'yes'],
    [
      'the identity as Istio keeps it',
      { filter_state: { key: 'io.istio.peer_principal', string_match: { exact: web } } },
      'yes',
    ],
    ['another filter state', { filter_state: { key: 'x' } }, 'unknown'],
    [
      'the address of the connection',
      { direct_remote_ip: { address_prefix: '10.0.9.0', prefix_len: 24 } },
      'yes',
    ],
    ['the address of the client', { remote_ip: { address_prefix: '8.0.0.0', prefix_len: 8 } }, 'yes'],
    ['metadata', metadata, 'unknown'],
    ['all of them', { and_rules: { rules: [{ any: true }, { destination_port: 80 }] } }, 'no'],
    ['one of them', { or_ids: { ids: [{ any: true }, metadata] } }, 'yes'],
    ['all, one of them unknown', { and_ids: { ids: [{ any: true }, metadata] } }, 'unknown'],
    ['a contrary', { not_rule: { any: true } }, 'no'],
    ['the contrary of what is unknown', { not_id: metadata }, 'unknown'],
  ])('%s', (_, condition, decision) => {
    expect(judgeAccess(condition, facts)).toBe(decision);
  });

  test.each([
    ['nobody is no identity', { authenticated: { principal_name: { prefix: '' } } }, 'no'],
    ['an address that is not given', { source_ip: { address_prefix: '10.0.0.0', prefix_len: 8 } }, 'unknown'],
  ])('%s', (_, condition, decision) => {
    const nobody = { ...facts, sourcePrincipal: undefined, sourceIp: undefined };
    expect(judgeAccess(condition, nobody)).toBe(decision);
  });
});

describe('rules', () => {
  const all = { permissions: [{ any: true }], principals: [{ any: true }] };
  const none = { permissions: [{ destination_port: 1 }], principals: [{ any: true }] };
  const perhaps = { permissions: [{ any: true }], principals: [metadata] };
  test.each([
    ['nothing allowed', {}, 'no', ''],
    ['nothing denied', { action: 'DENY' }, 'yes', ''],
    ['one allows', { policies: { b: all, a: none } }, 'yes', 'b'],
    ['none allows', { policies: { a: none } }, 'no', ''],
    ['one denies', { action: 'DENY', policies: { a: none, b: all } }, 'no', 'b'],
    ['the first by name decides', { action: 'DENY', policies: { b: all, a: all } }, 'no', 'a'],
    ['one may deny', { action: 'DENY', policies: { a: perhaps } }, 'unknown', 'a'],
    ['one allows, whatever another does', { policies: { a: perhaps, b: all } }, 'yes', 'b'],
    ['a log refuses nothing', { action: 'LOG', policies: { a: all } }, 'yes', 'a'],
    ['a condition in CEL', { policies: { a: { ...all, condition: {} } } }, 'unknown', 'a'],
  ])('%s', (_, rules, passes, policy) => {
    expect(judgeRules(rules, facts)).toMatchObject({ passes, policy });
  });
});

test.each([
  ['ns[shop]-policy[viewer]-rule[0]', { policy: 'shop/viewer', rule: '0' }],
  ['mine', { policy: 'mine', rule: '' }],
])('the policy in the name %s', (name, parts) => {
  expect(policyName(name)).toEqual(parts);
});
