import { describe, expect, it } from 'vitest';
import { ruleResults } from '../../testing/rule-results.ts';

interface Given {
  readonly name?: string;
  readonly gatewayClass?: string;
  readonly spec?: string;
  readonly metadata?: string;
}

const gatewayOf = ({ name = 'front', gatewayClass = 'istio', spec = '', metadata = '' }: Given): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: edge, ${metadata} }
spec: { gatewayClassName: ${gatewayClass}, listeners: [{ name: http, port: 80, protocol: HTTP }], ${spec} }
---`;

const classOf = (name: string, controllerName: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: ${name} }
spec: { controllerName: ${controllerName} }
---`;

const serviceOf = (name: string, port = 80): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: edge }
spec: { ports: [{ name: http, port: ${port} }] }
---`;

const hostname = (...values: string[]): string =>
  `addresses: [${values.map((value) => `{ type: Hostname, value: ${value} }`).join(', ')}]`;

describe('rules about Gateways', () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'class-unknown takes a class that the input holds',
      'class-unknown',
      gatewayOf({ gatewayClass: 'mine' }) + classOf('mine', 'istio.io/gateway-controller'),
      [],
    ],
    [
      'class-unknown takes a class of others',
      'class-unknown',
      gatewayOf({ gatewayClass: 'mine' }) + classOf('mine', 'a.example/b'),
      [],
    ],
    [
      'class-unknown misses a class beside others',
      'class-unknown',
      gatewayOf({ gatewayClass: 'mine' }) + classOf('yours', 'a.example/b'),
      ['warning'],
    ],
    [
      'class-unknown is not sure without classes',
      'class-unknown',
      gatewayOf({ gatewayClass: 'mine' }),
      ['info'],
    ],
    [
      'class-unknown knows what was meant',
      'class-unknown',
      gatewayOf({ gatewayClass: 'istio-waypont' }),
      ['warning'],
    ],
    [
      'flag-needed tells of east-west gateways',
      'flag-needed',
      gatewayOf({ gatewayClass: 'istio-east-west' }),
      ['info'],
    ],
    [
      'address-type takes one address without a type',
      'address-type',
      gatewayOf({ spec: 'addresses: [{ value: 192.0.2.1 }]' }),
      [],
    ],
    [
      'address-type refuses several IP addresses',
      'address-type',
      gatewayOf({ spec: 'addresses: [{ value: 192.0.2.1 }, { value: 192.0.2.2 }]' }),
      ['error', 'error'],
    ],
    [
      'address-type leaves other networks alone',
      'address-type',
      gatewayOf({
        gatewayClass: 'istio-remote',
        spec: 'addresses: [{ value: 192.0.2.1 }, { value: 192.0.2.2 }]',
      }),
      [],
    ],
    [
      'service-not-found is not sure in an unknown namespace',
      'service-not-found',
      gatewayOf({ spec: hostname('a', 'b.other.svc.cluster.local') }),
      ['info', 'info'],
    ],
    [
      'service-not-found misses a Service beside others',
      'service-not-found',
      gatewayOf({ spec: hostname('a') }) + serviceOf('b'),
      ['error'],
    ],
    [
      'service-not-found knows other domains',
      'service-not-found',
      gatewayOf({ spec: hostname('b.edge.svc.cluster.internal') }) + serviceOf('b'),
      [],
    ],
    [
      'service-port looks at all Services together',
      'service-port',
      gatewayOf({ spec: hostname('a', 'b') }) + serviceOf('a', 443) + serviceOf('b', 80),
      [],
    ],
    [
      'service-port waits for all Services',
      'service-port',
      gatewayOf({ spec: hostname('a', 'b') }) + serviceOf('a', 443),
      [],
    ],
    [
      'service-port misses a port',
      'service-port',
      gatewayOf({ spec: hostname('a') }) + serviceOf('a', 443),
      ['error'],
    ],
    [
      'parameters-ref refuses other kinds',
      'parameters-ref',
      gatewayOf({ spec: 'infrastructure: { parametersRef: { group: a.example, kind: Sizes, name: a } }' }),
      ['error'],
    ],
    [
      'parameters-ref is not sure without ConfigMaps',
      'parameters-ref',
      gatewayOf({ spec: 'infrastructure: { parametersRef: { group: "", kind: ConfigMap, name: a } }' }),
      ['info'],
    ],
    [
      'overlay-key looks at the defaults of a class',
      'overlay-key',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: istio-system, labels: { gateway.istio.io/defaults-for-class: istio } }\ndata: { deployment: "{}", pod: "{}" }',
      ['error'],
    ],
    [
      'overlay-key leaves other ConfigMaps alone',
      'overlay-key',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop, labels: { gateway.istio.io/defaults-for-class: istio } }\ndata: { pod: "{}" }',
      [],
    ],
    [
      'name-collision finds two Gateways',
      'name-collision',
      gatewayOf({}) + gatewayOf({ name: 'front-istio', gatewayClass: 'istio-waypoint' }),
      ['warning'],
    ],
    [
      'name-collision knows other names',
      'name-collision',
      gatewayOf({ metadata: 'annotations: { gateway.istio.io/name-override: a }' }) +
        serviceOf('front-istio'),
      [],
    ],
    [
      'name-collision leaves Gateways alone that nothing is generated for',
      'name-collision',
      gatewayOf({ spec: hostname('front-istio') }) + serviceOf('front-istio'),
      [],
    ],
  ];
  it.each(table)('%s', async (_, rule, text, expected) => {
    const results = await ruleResults(`k8sgateway/${rule}`, text);
    expect(results.map((result) => result.split(' ')[0])).toEqual(expected);
  });
});
