import { describe, expect, it } from 'vitest';
import { routesOf } from './routes.ts';
import { meshOf } from './testing.ts';

const gateway = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  gatewayClassName: istio
  allowedListeners: { namespaces: { from: All } }
  listeners:
    - { name: same, port: 80, protocol: HTTP, hostname: "*.same.example" }
    - { name: all, port: 81, protocol: HTTP, hostname: all.example, allowedRoutes: { namespaces: { from: All } } }
    - { name: grpc, port: 82, protocol: HTTP, hostname: grpc.example, allowedRoutes: { namespaces: { from: All }, kinds: [{ kind: GRPCRoute }] } }
    - name: team
      port: 83
      protocol: HTTP
      hostname: team.example
      allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { team: books } } } }
    - name: named
      port: 84
      protocol: HTTP
      hostname: named.example
      allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: shop } } } }
    - { name: tcp, port: 85, protocol: TCP, allowedRoutes: { namespaces: { from: All } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: more, namespace: shop }
spec:
  parentRef: { name: front, namespace: edge }
  listeners:
    - { name: more, port: 90, protocol: HTTP, hostname: more.example }
---
apiVersion: v1
kind: Namespace
metadata: { name: books, labels: { team: books } }
`;

interface Given {
  readonly kind?: string;
  readonly namespace?: string;
  readonly hostnames?: string;
  readonly ref: string;
}

const routeOf = ({ kind = 'HTTPRoute', namespace = 'shop', hostnames, ref }: Given): string => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: route, namespace: ${namespace} }
spec:
  parentRefs: [{ ${ref} }]
  ${hostnames === undefined ? '' : `hostnames: [${hostnames}]`}
  rules: [{ backendRefs: [{ name: shop, port: 80 }] }]
`;

async function answer(given: Given, complete = false): Promise<string> {
  const mesh = await meshOf(gateway + routeOf(given), { assume: complete ? 'complete' : 'partial' });
  const [route] = mesh.derive(routesOf);
  const outcome = route?.parents[0]?.outcome;
  if (outcome?.state !== 'listeners') return outcome?.state ?? 'none';
  return [outcome.verdict, ...outcome.attached.map(({ name }) => name)].join(' ');
}

const front = 'name: front, namespace: edge';

describe('a route', () => {
  const table: readonly (readonly [string, Given, string])[] = [
    [
      'is attached where host, namespace and kind fit',
      { ref: front, hostnames: 'all.example' },
      'attached all',
    ],
    ['is attached by a wildcard of its own', { ref: front, hostnames: '"*.example"' }, 'attached all named'],
    ['without hostnames is attached wherever it is let in', { ref: front }, 'attached all named'],
    [
      'of the namespace of the Gateway is attached to listeners for the same',
      { ref: front, namespace: 'edge', hostnames: 'a.b.same.example' },
      'attached same',
    ],
    ['is denied by namespace where the host fits', { ref: front, hostnames: 'a.same.example' }, 'namespace'],
    ['is denied by kind', { ref: front, hostnames: 'grpc.example' }, 'kind'],
    [
      'of the right kind is attached',
      { ref: front, kind: 'GRPCRoute', hostnames: 'grpc.example' },
      'attached grpc',
    ],
    ['is denied by hostname', { ref: front, hostnames: 'other.example' }, 'hostname'],
    ['is denied by port', { ref: `${front}, port: 8080` }, 'port'],
    ['is denied by section', { ref: `${front}, sectionName: none` }, 'section'],
    ['chooses by section', { ref: `${front}, sectionName: all` }, 'attached all'],
    ['chooses by port', { ref: `${front}, port: 84` }, 'attached named'],
    ['is denied when port and section disagree', { ref: `${front}, sectionName: all, port: 84` }, 'section'],
    [
      'is denied by hostname though the namespace is not let in either',
      { ref: `${front}, sectionName: same`, hostnames: 'other.example' },
      'hostname',
    ],
    [
      'is let in by a label of its Namespace',
      { ref: front, namespace: 'books', hostnames: 'team.example' },
      'attached team',
    ],
    ['stays open where labels are unknown', { ref: front, hostnames: 'team.example' }, 'undecided'],
    [
      'is denied by the protocol though labels are unknown',
      { ref: `${front}, sectionName: team`, kind: 'TLSRoute', hostnames: 'team.example' },
      'protocol',
    ],
    ['for TCP is attached without hostnames', { ref: front, kind: 'TCPRoute' }, 'attached tcp'],
    [
      'is attached to a ListenerSet',
      { ref: 'name: more, kind: ListenerSet', hostnames: 'more.example' },
      'attached more',
    ],
    [
      'is not attached to the ListenerSets of a Gateway',
      { ref: front, hostnames: 'more.example' },
      'hostname',
    ],
    ['finds no Gateway in its own namespace', { ref: 'name: front' }, 'missing'],
    ['is attached to no other kind', { ref: 'name: front, kind: Deployment, group: apps' }, 'kind'],
    ['misses a Service', { ref: 'name: shop, kind: Service, group: ""' }, 'missing'],
  ];
  it.each(table)('%s', async (_, given, expected) => {
    expect(await answer(given)).toBe(expected);
  });

  it('is denied by labels that a complete input does not hold', async () => {
    expect(await answer({ ref: front, hostnames: 'team.example' }, true)).toBe('namespace');
  });
});

describe('a parent', () => {
  const classes: readonly (readonly [string, string, string])[] = [
    ['of the class for other networks takes no routes', 'istio-remote', 'remote'],
    ['of a class that nobody knows is left alone', 'elsewhere', 'foreign'],
    ['that is a waypoint has no listener for routes', 'istio-waypoint', 'protocol'],
  ];
  it.each(classes)('%s', async (_, name, expected) => {
    const text = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: shop }
spec: { gatewayClassName: ${name}, listeners: [{ name: mesh, port: 15008, protocol: HBONE }] }`;
    const mesh = await meshOf(text + routeOf({ ref: 'name: front' }));
    const outcome = mesh.derive(routesOf)[0]?.parents[0]?.outcome;
    expect(outcome?.state === 'listeners' ? outcome.verdict : outcome?.state).toBe(expected);
  });

  it('that another controller answers for, by the status, is left alone', async () => {
    const status = `
status:
  parents: [{ controllerName: other.example/gateways, parentRef: { name: gone }, conditions: [] }]
`;
    const mesh = await meshOf(routeOf({ ref: 'name: gone' }) + status);
    expect(mesh.derive(routesOf)[0]?.parents[0]?.outcome.state).toBe('foreign');
  });
});
