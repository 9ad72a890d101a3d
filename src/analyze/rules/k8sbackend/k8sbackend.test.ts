import { describe, expect, it } from 'vitest';
import { ruleResults } from '../../testing/rule-results.ts';

const objects = `
apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: maps, namespace: shop }
spec: { hosts: [api.maps.example, "*.tiles.example"], ports: [{ number: 443, name: tls, protocol: TLS }] }
---`;

const routeOf = (backend: string, parent = '{ name: front, namespace: edge }'): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec: { parentRefs: [${parent}], rules: [{ backendRefs: [{ ${backend} }] }] }
`;

const host = 'group: networking.istio.io, kind: Hostname';

describe('a backend', () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['is found as a Service', 'name: shop, port: 80', 'k8sbackend/not-found', []],
    ['is missed beside other Services', 'name: gone, port: 80', 'k8sbackend/not-found', ['error']],
    [
      'is found as the host of a ServiceEntry',
      `${host}, name: api.maps.example, port: 443`,
      'k8sbackend/not-found',
      [],
    ],
    ['is found below a wildcard', `${host}, name: a.tiles.example, port: 443`, 'k8sbackend/not-found', []],
    [
      'may be a host that the cluster knows',
      `${host}, name: other.example, port: 443`,
      'k8sbackend/not-found',
      ['info'],
    ],
    [
      'is missed as the host of a Service',
      `${host}, name: gone.shop.svc.cluster.local, port: 80`,
      'k8sbackend/not-found',
      ['error'],
    ],
    [
      'may be a ServiceImport',
      'group: multicluster.x-k8s.io, kind: ServiceImport, name: far, port: 80',
      'k8sbackend/not-found',
      ['info'],
    ],
    [
      'of another namespace is first of all not granted',
      'name: gone, namespace: shops, port: 80',
      'k8sbackend/not-found',
      [],
    ],
    ['has another port', `${host}, name: api.maps.example, port: 80`, 'k8sbackend/port', ['error']],
    [
      'needs no namespace as a host',
      `${host}, name: api.maps.example, namespace: shop, port: 443`,
      'k8sbackend/name',
      ['error'],
    ],
    [
      'is no Service of another group',
      'group: apps, kind: Service, name: shop, port: 80',
      'k8sbackend/kind',
      ['error'],
    ],
    ['needs a port as a host', `${host}, name: api.maps.example`, 'k8sbackend/port-missing', ['error']],
  ];
  it.each(table)('%s', async (_, backend, rule, expected) => {
    const results = await ruleResults(rule, objects + routeOf(backend));
    expect(results.map((result) => result.split(' ')[0])).toEqual(expected);
  });
});

describe('referencegrant/missing', () => {
  const backend = 'name: ledger, namespace: payments, port: 80';
  const mesh = '{ group: "", kind: Service, name: shop }';
  const grant = `---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: any, namespace: elsewhere }
spec: { from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop }], to: [{ group: "", kind: Service }] }
`;
  const table: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    ['is information when the input may lack the grant', routeOf(backend), [], ['info']],
    ['is an error when the input is complete', routeOf(backend), ['complete'], ['error']],
    ['is an error when the input holds grants', routeOf(backend) + grant, [], ['error']],
    ['does not concern routes for Services', routeOf(backend, mesh), ['complete'], []],
    [
      'concerns routes for Services and Gateways',
      routeOf(backend, `${mesh}, { name: front, namespace: edge }`),
      ['complete'],
      ['error'],
    ],
  ];
  it.each(table)('%s', async (_, text, words, expected) => {
    const results = await ruleResults('referencegrant/missing', text, ...words);
    expect(results.map((result) => result.split(' ')[0])).toEqual(expected);
  });
});
