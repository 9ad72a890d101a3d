import { describe, expect, it } from 'vitest';
import { ruleResults } from '../../testing/rule-results.ts';

const waypointOf = (metadata = '', rest = ''): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: waypoint, namespace: shop, ${metadata} }
spec: { gatewayClassName: istio-waypoint, listeners: [{ name: mesh, port: 15008, protocol: HBONE, ${rest} }] }
---`;

const podOf = (labels: string, namespace = 'shop'): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: ${namespace} }
spec: { template: { metadata: { labels: { ${labels} } }, spec: { containers: [{ name: a, image: a }] } } }
---`;

const namespaceOf = (labels: string): string => `
apiVersion: v1
kind: Namespace
metadata: { name: books, labels: { ${labels} } }
---`;

const use = 'istio.io/use-waypoint: waypoint';
const useThere = `${use}, istio.io/use-waypoint-namespace: shop`;
const label = 'metadata.labels["istio.io/use-waypoint"]';
const podLabel = 'spec.template.metadata.labels["istio.io/use-waypoint"]';

describe('rules about waypoints', () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'not-found looks at templates of Pods',
      'not-found',
      waypointOf() + podOf('istio.io/use-waypoint: gone'),
      [`error Deployment/shop ${podLabel}`],
    ],
    [
      'not-found is not sure in an unknown namespace',
      'not-found',
      podOf(use),
      [`info Deployment/shop ${podLabel}`],
    ],
    [
      'not-found refuses a Gateway at the edge',
      'not-found',
      waypointOf().replace('istio-waypoint', 'istio') + podOf(use),
      [`error Deployment/shop ${podLabel}`],
    ],
    ['not-found looks in the namespace that is named', 'not-found', waypointOf() + namespaceOf(useThere), []],
    [
      'attachment-denied keeps to its namespace',
      'attachment-denied',
      waypointOf() + namespaceOf(useThere),
      [`error Namespace/books ${label}`],
    ],
    [
      'attachment-denied goes by labels',
      'attachment-denied',
      waypointOf(
        '',
        'allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { team: books } } } }',
      ) + namespaceOf(`${useThere}, team: books`),
      [],
    ],
    [
      'attachment-denied knows other bindings',
      'attachment-denied',
      waypointOf('annotations: { ambient.istio.io/waypoint-inbound-binding: NONE }') + namespaceOf(useThere),
      [],
    ],
    [
      'traffic-type keeps workloads from waypoints for Services',
      'traffic-type',
      waypointOf() + podOf(use),
      [`error Deployment/shop ${podLabel}`],
    ],
    [
      'traffic-type lets them use one for all',
      'traffic-type',
      waypointOf('labels: { istio.io/waypoint-for: all }') + podOf(use),
      [],
    ],
    [
      'traffic-type does not concern Namespaces',
      'traffic-type',
      waypointOf('', 'allowedRoutes: { namespaces: { from: All } }') + namespaceOf(useThere),
      [],
    ],
    [
      'canary-weight needs a whole number',
      'canary-weight',
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: a, labels: { istio.io/use-waypoint-canary: b }, annotations: { istio.io/use-waypoint-canary-weight: "1.5" } }',
      ['error Namespace/a metadata.annotations["istio.io/use-waypoint-canary-weight"]'],
    ],
    [
      'canary-same compares namespaces too',
      'canary-same',
      namespaceOf(
        `${use}, istio.io/use-waypoint-canary: waypoint, istio.io/use-waypoint-canary-namespace: shop`,
      ),
      [],
    ],
    [
      'label-value looks at classes',
      'label-value',
      'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: { name: a, labels: { istio.io/waypoint-for: pods } }\nspec: { controllerName: istio.io/mesh-controller }',
      ['error GatewayClass/a metadata.labels["istio.io/waypoint-for"]'],
    ],
  ];
  it.each(table)('%s', async (_, rule, text, expected) => {
    expect(await ruleResults(`waypoint/${rule}`, text)).toEqual(expected);
  });
});
