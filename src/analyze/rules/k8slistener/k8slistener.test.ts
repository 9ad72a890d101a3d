import { describe, expect, it } from 'vitest';
import { ruleResults } from '../../testing/rule-results.ts';

const gatewayOf = (listener: string, gatewayClass = 'istio', metadata = ''): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: edge, ${metadata} }
spec: { gatewayClassName: ${gatewayClass}, allowedListeners: { namespaces: { from: All } }, listeners: [{ ${listener} }] }
---`;

const http = 'name: http, port: 80, protocol: HTTP';
const mesh = 'name: mesh, port: 15008, protocol: HBONE';
const set = `
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: more, namespace: shop }
spec: { parentRef: { name: front, namespace: edge }, listeners: [{ name: dns, port: 53, protocol: UDP }] }
---`;
const selectors = (selector: string): string =>
  gatewayOf(`${http}, allowedRoutes: { namespaces: { from: Selector, ${selector} } }`);
const namespaceOf = (name: string, labels = ''): string => `
apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: { ${labels} } }
---`;

describe('rules about listeners', () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'protocol looks at ListenerSets',
      'protocol',
      gatewayOf(http) + set,
      ['error ListenerSet/more spec.listeners[0].protocol'],
    ],
    [
      'protocol takes no HBONE at the edge',
      'protocol',
      gatewayOf(mesh),
      ['error Gateway/front spec.listeners[0].protocol'],
    ],
    [
      'protocol leaves other controllers alone',
      'protocol',
      gatewayOf('name: a, port: 1, protocol: UDP', 'other'),
      [],
    ],
    [
      'route-kinds takes TCP where TLS ends',
      'route-kinds',
      gatewayOf(
        'name: a, port: 443, protocol: TLS, tls: { mode: Terminate, certificateRefs: [{ name: a }] }, allowedRoutes: { kinds: [{ kind: TCPRoute }] }',
      ),
      [],
    ],
    [
      'route-kinds takes no TCP where TLS passes through',
      'route-kinds',
      gatewayOf(
        'name: a, port: 443, protocol: TLS, tls: { mode: Passthrough }, allowedRoutes: { kinds: [{ kind: TCPRoute }] }',
      ),
      ['warning Gateway/front spec.listeners[0].allowedRoutes.kinds[0]'],
    ],
    [
      'route-kinds takes kinds of its own group',
      'route-kinds',
      gatewayOf(`${http}, allowedRoutes: { kinds: [{ kind: HTTPRoute, group: a.example }] }`),
      ['warning Gateway/front spec.listeners[0].allowedRoutes.kinds[0]'],
    ],
    [
      'waypoint-listener takes HBONE with TLS for networks',
      'waypoint-listener',
      gatewayOf(
        `${mesh}, tls: { mode: Terminate, options: { gateway.istio.io/tls-terminate-mode: ISTIO_MUTUAL } }`,
        'istio-east-west',
      ),
      [],
    ],
    [
      'waypoint-listener takes no HBONE without TLS for networks',
      'waypoint-listener',
      gatewayOf(mesh, 'istio-east-west'),
      ['warning Gateway/front spec.listeners[0]'],
    ],
    [
      'waypoint-listener leaves waypoints alone that are bound otherwise',
      'waypoint-listener',
      gatewayOf(
        http,
        'istio-waypoint',
        'annotations: { ambient.istio.io/waypoint-inbound-binding: PROXY/80 }',
      ),
      [],
    ],
    [
      'selector-admits-nothing misses a selector',
      'selector-admits-nothing',
      selectors(''),
      ['warning Gateway/front spec.listeners[0].allowedRoutes.namespaces'],
    ],
    [
      'selector-admits-nothing is not sure without Namespaces',
      'selector-admits-nothing',
      selectors('selector: { matchLabels: { a: b } }'),
      [],
    ],
    [
      'selector-admits-nothing goes by all Namespaces',
      'selector-admits-nothing',
      selectors('selector: { matchLabels: { a: b } }') + namespaceOf('edge') + namespaceOf('shop', 'a: c'),
      ['warning Gateway/front spec.listeners[0].allowedRoutes.namespaces.selector'],
    ],
    [
      'selector-admits-nothing is content with one',
      'selector-admits-nothing',
      selectors('selector: { matchLabels: { a: b } }') + namespaceOf('edge') + namespaceOf('shop', 'a: b'),
      [],
    ],
  ];
  it.each(table)('%s', async (_, rule, text, expected) => {
    expect(await ruleResults(`k8slistener/${rule}`, text)).toEqual(expected);
  });
});
