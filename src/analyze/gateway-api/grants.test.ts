import { describe, expect, it } from 'vitest';
import { isGranted, type GrantSource, type GrantTarget } from './grants.ts';
import { meshOf } from './testing.ts';

const grant = (to: string, from = 'kind: HTTPRoute, namespace: shop'): string => `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: grant, namespace: payments }
spec:
  from: [{ group: gateway.networking.k8s.io, ${from} }]
  to: [${to}]
`;

const source: GrantSource = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'shop' };
const target: GrantTarget = { group: '', kind: 'Service', namespace: 'payments', name: 'ledger' };

describe('a reference', () => {
  const table: readonly (readonly [string, string, boolean | undefined])[] = [
    ['is granted to all objects of a kind', grant('{ group: "", kind: Service }'), true],
    ['is granted by name', grant('{ group: "", kind: Service, name: ledger }'), true],
    [
      'is granted by one of several names',
      grant('{ group: "", kind: Service, name: other }, { group: "", kind: Service, name: ledger }'),
      true,
    ],
    ['is not granted by another name', grant('{ group: "", kind: Service, name: other }'), false],
    ['is not granted for another kind', grant('{ group: "", kind: Secret }'), false],
    [
      'is not granted to another kind of route',
      grant('{ group: "", kind: Service }', 'kind: GRPCRoute, namespace: shop'),
      false,
    ],
    [
      'is not granted to another namespace',
      grant('{ group: "", kind: Service }', 'kind: HTTPRoute, namespace: edge'),
      false,
    ],
    ['may be granted in the cluster when the input holds nothing of the kind', '', undefined],
  ];
  it.each(table)('%s', async (_, text, expected) => {
    expect(isGranted(await meshOf(text), source, target)).toBe(expected);
  });

  it('is not granted when the input is complete', async () => {
    expect(isGranted(await meshOf('', { assume: 'complete' }), source, target)).toBe(false);
  });

  it('needs no grant in its own namespace', async () => {
    expect(isGranted(await meshOf(''), source, { ...target, namespace: 'shop' })).toBe(true);
  });
});
