import type { JsonObject } from '../../json.ts';

/** The configuration of the example's mesh. */
export const exampleMesh: readonly JsonObject[] = [
  {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: 'catalogue', namespace: 'stock' },
    spec: {
      host: 'catalogue.stock.svc.cluster.local',
      subsets: [
        { name: 'v1', labels: { version: 'v1' } },
        { name: 'v2', labels: { version: 'v2' } },
      ],
    },
  },
  {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'catalogue', namespace: 'stock' },
    spec: {
      hosts: ['catalogue.stock.svc.cluster.local'],
      http: [
        {
          route: [
            { destination: { host: 'catalogue.stock.svc.cluster.local', subset: 'v1' }, weight: 90 },
            { destination: { host: 'catalogue.stock.svc.cluster.local', subset: 'v2' }, weight: 10 },
          ],
        },
      ],
    },
  },
  {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'default', namespace: 'stock' },
    spec: { mtls: { mode: 'STRICT' } },
  },
  {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name: 'catalogue-readers', namespace: 'stock' },
    spec: {
      selector: { matchLabels: { app: 'catalogue' } },
      rules: [
        {
          from: [{ source: { principals: ['cluster.local/ns/shop/sa/shopfront'] } }],
          to: [{ operation: { methods: ['GET'] } }],
        },
      ],
    },
  },
];
