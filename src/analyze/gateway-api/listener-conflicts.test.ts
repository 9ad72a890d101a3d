import { describe, expect, it } from 'vitest';
import { listenerConflicts } from './listener-conflicts.ts';
import { meshOf } from './testing.ts';

const gatewayOf = (listeners: readonly string[], gatewayClass = 'istio'): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  gatewayClassName: ${gatewayClass}
  allowedListeners: { namespaces: { from: Same } }
  listeners:
${listeners.map((listener) => `    - { ${listener} }`).join('\n')}
`;

const setOf = (name: string, listener: string, namespace = 'edge', created = ''): string => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: ${name}, namespace: ${namespace}${created === '' ? '' : `, creationTimestamp: "${created}"`} }
spec:
  parentRef: { name: front, namespace: edge }
  listeners: [{ ${listener} }]
`;

const http = 'name: http, port: 80, protocol: HTTP';

async function conflicts(text: string): Promise<string[]> {
  return listenerConflicts(await meshOf(text)).map(
    ({ listener, first, reason }) => `${listener.owner.name}/${listener.name} ${first.name} ${reason}`,
  );
}

describe('listeners on one port', () => {
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'get along with different hosts',
      [`${http}, hostname: a.example`, 'name: b, port: 80, protocol: HTTP'],
      [],
    ],
    [
      'conflict when one is TCP',
      [http, 'name: raw, port: 80, protocol: TCP'],
      ['front/raw http ProtocolConflict'],
    ],
    [
      'conflict when the first is TCP',
      ['name: raw, port: 80, protocol: TCP', http],
      ['front/http raw ProtocolConflict'],
    ],
    [
      'conflict with one host and different protocols',
      [
        `${http}, hostname: a.example`,
        'name: tls, port: 80, protocol: TLS, hostname: a.example, tls: { mode: Passthrough }',
      ],
      ['front/tls http ProtocolConflict'],
    ],
    [
      'get along with different protocols and hosts',
      [
        `${http}, hostname: a.example`,
        'name: tls, port: 80, protocol: TLS, hostname: b.example, tls: { mode: Passthrough }',
      ],
      [],
    ],
    ['are not compared with other ports', [http, 'name: raw, port: 81, protocol: TCP'], []],
    ['are not compared when the protocol is unknown', [http, 'name: x, port: 80, protocol: http'], []],
  ];
  it.each(table)('%s', async (_, listeners, expected) => {
    expect(await conflicts(gatewayOf(listeners))).toEqual(expected);
  });

  it('are those of the ListenerSets too, where the Gateway comes first', async () => {
    const text = gatewayOf([http]) + setOf('late', 'name: again, port: 80, protocol: HTTP');
    expect(await conflicts(text)).toEqual(['late/again http HostnameConflict']);
  });

  it('stay with the older ListenerSet', async () => {
    const text =
      gatewayOf([http]) +
      setOf('a', 'name: young, port: 81, protocol: HTTP', 'edge', '2026-02-01T00:00:00Z') +
      setOf('b', 'name: old, port: 81, protocol: HTTP', 'edge', '2026-01-01T00:00:00Z');
    expect(await conflicts(text)).toEqual(['a/young old HostnameConflict']);
  });

  it('of a ListenerSet that is not let in do not count', async () => {
    const text = gatewayOf([http]) + setOf('late', 'name: again, port: 80, protocol: HTTP', 'shop');
    expect(await conflicts(text)).toEqual([]);
  });

  it('are not compared for classes without ListenerSets', async () => {
    const text = gatewayOf([http, 'name: raw, port: 80, protocol: TCP'], 'istio-waypoint');
    expect(await conflicts(text)).toEqual([]);
  });
});
