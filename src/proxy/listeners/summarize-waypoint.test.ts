import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../resources/index.ts';
import { readDump } from '../dump/read-dump.ts';
import { summarizeWaypoint } from './summarize-waypoint.ts';

const input = (type: string): JsonObject => ({
  name: type,
  typed_config: { '@type': `type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.${type}` },
});
const to = (chain: string): JsonObject => ({
  action: {
    name: chain,
    typed_config: { '@type': 'type.googleapis.com/google.protobuf.StringValue', value: chain },
  },
});
const then = (matcher: JsonObject): JsonObject => ({ matcher });
const chain = (name: string): JsonObject => ({
  name,
  filters: [{ name: 'envoy.filters.network.tcp_proxy', typed_config: { cluster: `to-${name}` } }],
});

const rowsOf = (matcher: Json | undefined, ...chains: readonly JsonObject[]): string[] => {
  const listener = {
    name: 'main_internal',
    filter_chains: chains,
    ...(matcher !== undefined && { filter_chain_matcher: matcher }),
  };
  const section = {
    '@type': 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
    dynamic_listeners: [{ name: 'main_internal', active_state: { listener } }],
  };
  return summarizeWaypoint(readDump(JSON.stringify({ configs: [section] }))).map(
    (row) => `${row.chain} | ${row.match} | ${row.destination}`,
  );
};

const ports = {
  matcher_tree: {
    input: input('DestinationPortInput'),
    exact_match_map: { map: { '9080': to('http'), '10080': to('http') } },
  },
  on_no_match: to('tcp'),
};
const addresses = {
  matcher_tree: {
    input: input('DestinationIPInput'),
    custom_match: {
      name: 'ip',
      typed_config: {
        '@type': 'type.googleapis.com/xds.type.matcher.v3.IPMatcher',
        range_matchers: [
          {
            ranges: [{ address_prefix: '10.0.0.1', prefix_len: 32 }, { address_prefix: 'fd00::' }],
            on_match: then(ports),
          },
        ],
      },
    },
  },
  on_no_match: to('tcp'),
};

test.each<[string, JsonObject | undefined, string[]]>([
  ['no matcher', undefined, ['http | ANY | Cluster: to-http', 'tcp | ANY | Cluster: to-tcp']],
  [
    'nested trees, in an order that does not depend on that of the maps',
    addresses,
    [
      'http | ip=10.0.0.1/32,fd00::/0 -> port=10080 | Cluster: to-http',
      'http | ip=10.0.0.1/32,fd00::/0 -> port=9080 | Cluster: to-http',
      'tcp | UNMATCHED | Cluster: to-tcp',
      'tcp | ip=10.0.0.1/32,fd00::/0 -> UNMATCHED | Cluster: to-tcp',
    ],
  ],
  [
    'prefixes, and a chain that nothing leads to',
    {
      matcher_tree: {
        input: { name: 'own' },
        prefix_match_map: { map: { 'istio-': to('http') } },
      },
    },
    ['http | own^istio- | Cluster: to-http', 'tcp | NONE | Cluster: to-tcp'],
  ],
  [
    'server names',
    {
      matcher_tree: {
        input: input('ServerNameInput'),
        custom_match: {
          typed_config: { domain_matchers: [{ domains: ['a.example', '*.b'], on_match: to('tcp') }] },
        },
      },
    },
    ['http | NONE | Cluster: to-http', 'tcp | sni=a.example,*.b | Cluster: to-tcp'],
  ],
  [
    'predicates',
    {
      matcher_list: {
        matchers: [
          {
            predicate: {
              or_matcher: {
                predicate: [
                  { single_predicate: { input: input('ServerNameInput'), value_match: { exact: 'a' } } },
                  {
                    not_matcher: {
                      single_predicate: { input: input('ServerNameInput'), value_match: { prefix: 'b' } },
                    },
                  },
                ],
              },
            },
            on_match: to('http'),
          },
          {
            predicate: { single_predicate: { input: { name: 'x' }, value_match: { suffix: 'c' } } },
            on_match: to('tcp'),
          },
        ],
      },
    },
    ['http | sni=a or not sni^b | Cluster: to-http', 'tcp | x {"suffix":"c"} | Cluster: to-tcp'],
  ],
])('tells the ways through %s', (_, matcher, rows) => {
  expect(rowsOf(matcher, chain('tcp'), chain('http'))).toEqual(rows);
});

test('leaves the match of a chain where the listener has no matcher', () => {
  const matched = { ...chain('tls'), filter_chain_match: { server_names: ['a.example'] } };
  expect(rowsOf(undefined, matched)).toEqual(['tls | SNI: a.example | Cluster: to-tls']);
});
