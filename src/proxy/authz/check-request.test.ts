import { describe, expect, test } from 'vitest';
import { readDump, type ProxyDump } from '../index.ts';
import { parseRequest } from '../trace/index.ts';
import { checkRequest, completeRequest, formatCheck } from './index.ts';

const key = (name: string, rule = 0): string => `ns[tea]-policy[${name}]-rule[${rule}]`;
const any = { permissions: [{ any: true }], principals: [{ any: true }] };
const path = (text: string): object => ({
  permissions: [{ url_path: { path: { exact: text } } }],
  principals: [{ any: true }],
});
const caller = (name: string): object => ({
  permissions: [{ any: true }],
  principals: [{ authenticated: { principal_name: { exact: `spiffe://${name}` } } }],
});
const rbac = (action: string, policies: object, field = 'rules'): object => ({
  name: 'envoy.filters.http.rbac',
  typed_config: {
    '@type': 'type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC',
    [field]: { action, policies },
  },
});

/** A sidecar with some filters before the application on port 8080. */
function sidecar(...filters: readonly object[]): ProxyDump {
  const manager = {
    name: 'envoy.filters.network.http_connection_manager',
    typed_config: {
      '@type':
        'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
      http_filters: filters,
      route_config: {
        virtual_hosts: [
          {
            name: 'in',
            domains: ['*'],
            routes: [{ match: { prefix: '/' }, route: { cluster: 'inbound|8080||' } }],
          },
        ],
      },
    },
  };
  const listener = {
    ...{ name: 'virtualInbound', address: { socket_address: { address: '0.0.0.0', port_value: 15006 } } },
    filter_chains: [{ filter_chain_match: { destination_port: 8080 }, filters: [manager] }],
  };
  const configs = [
    {
      '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
      dynamic_active_clusters: [{ cluster: { name: 'inbound|8080||', type: 'ORIGINAL_DST' } }],
    },
    {
      '@type': 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
      dynamic_listeners: [{ name: 'virtualInbound', active_state: { listener } }],
    },
  ];
  return readDump(JSON.stringify({ configs }), { name: 'dump' });
}

function decide(dump: ProxyDump, line: string): string {
  const { decision, decidedBy } = checkRequest(
    dump,
    parseRequest(completeRequest(dump, line).line, { from: 'inbound' }),
  );
  const by = decidedBy === undefined ? [] : [decidedBy.action, decidedBy.policy, decidedBy.rule];
  return [decision, ...by].join(' ');
}

describe('a request', () => {
  test.each([
    ['is allowed without policies', [], 'allowed'],
    [
      'is denied by the rule that says so',
      [rbac('DENY', { [key('no', 2)]: path('/x') })],
      'denied DENY tea/no 2',
    ],
    ['is not denied by the rule of another path', [rbac('DENY', { [key('no')]: path('/y') })], 'allowed'],
    [
      'is allowed by the rule that fits',
      [rbac('ALLOW', { [key('a')]: path('/y'), [key('b')]: any })],
      'allowed ALLOW tea/b 0',
    ],
    ['is denied when no rule fits', [rbac('ALLOW', { [key('a')]: path('/y') })], 'denied'],
    [
      'of nobody is denied where somebody is asked for',
      [rbac('ALLOW', { [key('a')]: caller('x/ns/tea/sa/cup') })],
      'denied',
    ],
    ['is not denied by a dry run', [rbac('DENY', { [key('dry')]: any }, 'shadow_rules')], 'allowed'],
    ['is only logged by an AUDIT policy', [rbac('LOG', { [key('log')]: any })], 'allowed'],
    [
      'is unknown where the dump does not tell',
      [rbac('DENY', { [key('no')]: { permissions: [{ metadata: {} }], principals: [{ any: true }] } })],
      'unknown',
    ],
  ])('%s', (_, filters, wanted) => {
    expect(decide(sidecar(...filters), 'GET /x')).toBe(wanted);
  });

  test('to a port that nobody serves is refused', () => {
    expect(decide(sidecar(), 'GET http://kettle:9999/x')).toBe('refused');
  });
});

test('people read what each filter said, dry runs told apart', () => {
  const dump = sidecar(
    rbac('DENY', { [key('dry')]: any }, 'shadow_rules'),
    rbac('ALLOW', { [key('a')]: any }),
  );
  const check = checkRequest(dump, parseRequest('GET http://kettle:8080/x', { from: 'inbound' }));
  expect(formatCheck(check).split('\n')).toEqual([
    'envoy.filters.http.rbac (dry run): takes note, without refusing anything: a policy that denies applies [DENY tea/dry rule 0]',
    'envoy.filters.http.rbac: passes: a policy that allows applies [ALLOW tea/a rule 0]',
    'Verdict: allowed by policy tea/a rule 0',
    ...formatCheck(check).split('\n').slice(3),
  ]);
});

describe('a path alone', () => {
  test('goes to the only port, which is said', () => {
    expect(completeRequest(sidecar(), ' GET /x?y ')).toEqual({
      line: 'GET http://workload:8080/x?y',
      assumption: 'it is sent to port 8080, and its host is workload',
    });
  });

  test('is refused where the port is not known', () => {
    const none = readDump('{"configs": []}', { name: 'dump' });
    expect(() => completeRequest(none, 'GET /x')).toThrow('"GET /x" does not tell the port');
  });

  test('a whole line stays as it is', () => {
    expect(completeRequest(sidecar(), 'GET http://a/x')).toEqual({ line: 'GET http://a/x', assumption: '' });
  });
});
