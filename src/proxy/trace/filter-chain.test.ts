import { expect, test } from 'vitest';
import { pickFilterChain, type ConnectionFacts } from './filter-chain.ts';

const facts: ConnectionFacts = {
  ...{ address: '10.1.2.3', port: 443, sni: 'a.b.example', transport: 'tls', protocols: ['h2', 'http/1.1'] },
  ...{ sourceIp: '10.9.0.1', sourcePort: 4000 },
};

const range = (address_prefix: string, prefix_len: number) => ({ address_prefix, prefix_len });

test.each([
  ['no condition takes all', [{}], 0],
  ['a port before none', [{}, { destination_port: 443 }], 1],
  ['another port', [{ destination_port: 80 }], undefined],
  [
    'the longer range',
    [{ prefix_ranges: [range('10.0.0.0', 8)] }, { prefix_ranges: [range('10.1.0.0', 16)] }],
    1,
  ],
  ['a range of another version', [{ prefix_ranges: [range('::', 0)] }], undefined],
  [
    'an exact name before wildcards',
    [{ server_names: ['*.b.example'] }, { server_names: ['a.b.example'] }],
    1,
  ],
  ['the longer wildcard', [{ server_names: ['*.example'] }, { server_names: ['*.b.example'] }], 1],
  ['a wildcard is no part of a label', [{ server_names: ['*.c.example'] }], undefined],
  ['the transport protocol', [{ transport_protocol: 'raw_buffer' }, { transport_protocol: 'tls' }], 1],
  [
    'the protocol that is offered first',
    [{ application_protocols: ['http/1.1'] }, { application_protocols: ['h2'] }],
    1,
  ],
  ['one of several protocols', [{ application_protocols: ['x', 'http/1.1'] }, {}], 0],
  ['a source range', [{ source_prefix_ranges: [range('10.9.0.0', 16)] }, {}], 0],
  ['another source range', [{ source_prefix_ranges: [range('10.8.0.0', 16)] }], undefined],
  ['a direct source range', [{ direct_source_prefix_ranges: [range('10.9.0.0', 16)] }, {}], 0],
  ['from outside', [{ source_type: 'SAME_IP_OR_LOOPBACK' }, { source_type: 'EXTERNAL' }], 1],
  ['a source port', [{}, { source_ports: [4000] }], 1],
  [
    'what is more specific hides others even when it fails later',
    [{ server_names: ['a.b.example'], application_protocols: ['x'] }, { server_names: ['*.example'] }],
    undefined,
  ],
  ['an earlier condition weighs more', [{ server_names: ['a.b.example'] }, { destination_port: 443 }], 1],
])('%s', (_, matches, index) => {
  const chains = matches.map((match) => ({ filter_chain_match: match }));
  expect(pickFilterChain(chains, facts).index).toBe(index);
});

test('every other chain has its reason', () => {
  const matches = [{ destination_port: 80 }, {}, { destination_port: 443 }];
  expect(
    pickFilterChain(
      matches.map((filter_chain_match) => ({ filter_chain_match })),
      facts,
    ),
  ).toEqual({
    ...{ index: 2, field: 'destination_port' },
    rejected: [
      { index: 0, field: 'destination_port', reason: 'destination port 80, not 443' },
      {
        index: 1,
        field: 'destination_port',
        reason: 'another chain is more specific in its destination port',
      },
    ],
  });
});

test('loopback is local', () => {
  const chains = [{ filter_chain_match: { source_type: 'SAME_IP_OR_LOOPBACK' } }];
  expect(pickFilterChain(chains, { ...facts, sourceIp: '127.0.0.1' }).index).toBe(0);
});
