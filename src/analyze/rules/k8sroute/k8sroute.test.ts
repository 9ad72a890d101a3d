import { describe, expect, it } from 'vitest';
import { ruleResults } from '../../testing/rule-results.ts';

const gateway = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  gatewayClassName: istio
  listeners:
    - { name: http, port: 80, protocol: HTTP, hostname: "*.books.example", allowedRoutes: { namespaces: { from: All } } }
---`;

interface Given {
  readonly name?: string;
  readonly kind?: string;
  readonly refs?: string;
  readonly hostnames?: string;
  readonly rules?: string;
  readonly created?: string;
}

const routeOf = ({
  name = 'shop',
  kind = 'HTTPRoute',
  refs = '{ name: front, namespace: edge }',
  hostnames = 'shop.books.example',
  rules = '{ backendRefs: [{ name: shop, port: 80 }] }',
  created,
}: Given): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop${created === undefined ? '' : `, creationTimestamp: "${created}"`} }
spec: { parentRefs: [${refs}], hostnames: [${hostnames}], rules: [${rules}] }
---`;

const service = `
apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---`;

describe('k8sroute/parent-not-found', () => {
  const gone = routeOf({ refs: '{ name: gone, namespace: other }' });
  const table: readonly (readonly [string, string, string[], string[]])[] = [
    ['is information when the input holds no Gateway of the namespace', gateway + gone, [], ['info']],
    ['is an error when the input is complete', gateway + gone, ['complete'], ['error']],
    [
      'is an error beside other Gateways',
      gateway + routeOf({ refs: '{ name: gone, namespace: edge }' }),
      [],
      ['error'],
    ],
    [
      'is an error for a Service beside others',
      service + routeOf({ refs: '{ group: "", kind: Service, name: gone }' }),
      [],
      ['error'],
    ],
    [
      'is information for a Service of an unknown namespace',
      routeOf({ refs: '{ group: "", kind: Service, name: gone }' }),
      [],
      ['info'],
    ],
    ['is one notice for one name', gone + gone.replace('name: shop', 'name: blog'), [], ['info']],
    ['is silent when there are no parents', routeOf({ refs: '' }), ['complete'], []],
  ];
  it.each(table)('%s', async (_, text, words, expected) => {
    const results = await ruleResults('k8sroute/parent-not-found', text, ...words);
    expect(results.map((result) => result.split(' ')[0])).toEqual(expected);
  });
});

describe('k8sroute/hostname-unused', () => {
  const table: readonly (readonly [string, Given, number])[] = [
    ['names each hostname that nobody serves', { hostnames: 'shop.books.example, a.example, b.example' }, 2],
    ['is silent when no hostname is served: that is another rule', { hostnames: 'a.example' }, 0],
    [
      'is silent when another gateway may serve it',
      {
        hostnames: 'shop.books.example, a.example',
        refs: '{ name: front, namespace: edge }, { name: x, namespace: y }',
      },
      0,
    ],
    ['takes a wildcard that is wider', { hostnames: '"*.example", shop.books.example' }, 0],
  ];
  it.each(table)('%s', async (_, given, expected) => {
    const results = await ruleResults('k8sroute/hostname-unused', gateway + routeOf(given));
    expect(results).toHaveLength(expected);
  });
});

describe('k8sroute/rule-shadowed', () => {
  const path = (value: string, type = 'PathPrefix', rest = ''): string =>
    `{ matches: [{ path: { type: ${type}, value: ${value} }${rest} }], backendRefs: [{ name: shop, port: 80 }] }`;
  const headers = (...names: string[]): string =>
    `, headers: [${names.map((name) => `{ name: ${name}, value: x }`).join(', ')}]`;
  const table: readonly (readonly [string, readonly Given[], string[]])[] = [
    [
      'finds the same path twice in a route',
      [{ rules: `${path('/a')}, ${path('/a')}` }],
      ['shop spec.rules[1].matches[0]'],
    ],
    [
      'takes no match for the prefix /',
      [{ rules: path('/') }, { name: 'blog' }],
      ['shop spec.rules[0].matches[0]'],
    ],
    [
      'lets the older route win',
      [{ created: '2026-01-01T00:00:00Z' }, { name: 'blog', created: '2026-02-01T00:00:00Z' }],
      ['blog spec.rules[0].matches[0]'],
    ],
    ['lets the first name win without ages', [{}, { name: 'blog' }], ['shop spec.rules[0].matches[0]']],
    [
      'does not mind the order of headers',
      [
        {
          rules: `${path('/a', 'Exact', headers('region', 'tier'))}, ${path('/a', 'Exact', headers('tier', 'region'))}`,
        },
      ],
      ['shop spec.rules[1].matches[0]'],
    ],
    ['keeps exact paths and prefixes apart', [{ rules: `${path('/a')}, ${path('/a', 'Exact')}` }], []],
    ['keeps hosts apart', [{}, { name: 'blog', hostnames: 'blog.books.example' }], []],
    [
      'is silent when one of several hosts is free',
      [{ name: 'a' }, { name: 'b', hostnames: 'shop.books.example, b.books.example' }],
      [],
    ],
    ['keeps kinds apart', [{}, { name: 'blog', kind: 'GRPCRoute' }], []],
  ];
  it.each(table)('%s', async (_, given, expected) => {
    const results = await ruleResults('k8sroute/rule-shadowed', gateway + given.map(routeOf).join(''));
    expect(results.map((result) => result.replace(/^warning \w+\//, ''))).toEqual(expected);
  });

  it('compares the routes of Services too', async () => {
    const refs = '{ group: "", kind: Service, name: shop }';
    const text = service + routeOf({ refs, hostnames: '' }) + routeOf({ refs, hostnames: '', name: 'blog' });
    expect(await ruleResults('k8sroute/rule-shadowed', text)).toHaveLength(1);
  });
});

describe('k8sroute/filter', () => {
  const withFilter = (filter: string): string =>
    `{ filters: [${filter}], backendRefs: [{ name: shop, port: 80 }] }`;
  const table: readonly (readonly [string, Given, number])[] = [
    [
      'knows no extensions for gRPC',
      {
        kind: 'GRPCRoute',
        rules: withFilter('{ type: ExtensionRef, extensionRef: { group: a.example, kind: B, name: c } }'),
      },
      1,
    ],
    [
      'knows mirrors for gRPC',
      {
        kind: 'GRPCRoute',
        rules: withFilter('{ type: RequestMirror, requestMirror: { backendRef: { name: a, port: 1 } } }'),
      },
      0,
    ],
    [
      'knows no redirect of single backends',
      {
        rules:
          '{ backendRefs: [{ name: shop, port: 80, filters: [{ type: RequestRedirect, requestRedirect: {} }] }] }',
      },
      1,
    ],
    [
      'knows headers of single backends',
      {
        rules:
          '{ backendRefs: [{ name: shop, port: 80, filters: [{ type: RequestHeaderModifier, requestHeaderModifier: { remove: [x] } }] }] }',
      },
      0,
    ],
    [
      'refuses control characters in values',
      {
        rules: withFilter(
          '{ type: ResponseHeaderModifier, responseHeaderModifier: { set: [{ name: x, value: "a\\u0001" }] } }',
        ),
      },
      1,
    ],
  ];
  it.each(table)('%s', async (_, given, expected) => {
    expect(await ruleResults('k8sroute/filter', routeOf(given))).toHaveLength(expected);
  });
});

describe('k8sroute/listener-not-found', () => {
  const table: readonly (readonly [string, string, string[]])[] = [
    [
      'looks at the ports of a Service',
      '{ group: "", kind: Service, name: shop, port: 81 }',
      ['error HTTPRoute/shop spec.parentRefs[0].port'],
    ],
    ['takes a port that the Service has', '{ group: "", kind: Service, name: shop, port: 80 }', []],
    [
      'underlines the port of a Gateway',
      '{ name: front, namespace: edge, port: 8080 }',
      ['error HTTPRoute/shop spec.parentRefs[0].port'],
    ],
  ];
  it.each(table)('%s', async (_, refs, expected) => {
    const results = await ruleResults('k8sroute/listener-not-found', gateway + service + routeOf({ refs }));
    expect(results).toEqual(expected);
  });
});

describe('k8sroute/field-ignored', () => {
  const table: readonly (readonly [string, string, string[]])[] = [
    [
      'names kinds that Istio does not know',
      'apiVersion: gateway.networking.k8s.io/v1\nkind: UDPRoute\nmetadata: { name: dns, namespace: shop }\nspec: { rules: [{ backendRefs: [{ name: dns, port: 53 }] }] }',
      ['warning UDPRoute/dns kind'],
    ],
    [
      'names session persistence',
      routeOf({
        rules: '{ sessionPersistence: { sessionName: a }, backendRefs: [{ name: shop, port: 80 }] }',
      }),
      ['warning HTTPRoute/shop spec.rules[0].sessionPersistence'],
    ],
    [
      'takes hostnames when one parent is a Gateway',
      routeOf({ refs: '{ name: front, namespace: edge }, { group: "", kind: Service, name: shop }' }),
      [],
    ],
  ];
  it.each(table)('%s', async (_, text, expected) => {
    expect(await ruleResults('k8sroute/field-ignored', text)).toEqual(expected);
  });
});
