import { isObject, objectIn, type JsonObject } from '../../json.ts';
import type { DetectScope } from '../detection.ts';

/** Puts an object, and its twin, into what makes a scope hold for it. */
export const surroundings: Readonly<
  Record<DetectScope, (object: JsonObject, others: readonly JsonObject[]) => readonly JsonObject[]>
> = {
  'gateway-service': (object) => [deeply(object, { spec: { selector: { istio: 'ingressgateway' } } })],
  'exposed-service': (object) => [deeply(object, { spec: { type: 'LoadBalancer' } })],
  'gateway-policy': (object) => [
    deeply(object, { spec: { selector: { matchLabels: { istio: 'ingressgateway' } } } }),
  ],
  'authenticated-workload': (object) => [
    object,
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'RequestAuthentication',
      metadata: { name: 'a', namespace: 'shop' },
      spec: {},
    },
  ],
  'external-host': (object) => [
    deeply(object, { spec: { host: 'api.example.com' } }),
    {
      ...{
        apiVersion: 'networking.istio.io/v1',
        kind: 'ServiceEntry',
        metadata: { name: 'api', namespace: 'shop' },
      },
      spec: { hosts: ['api.example.com'] },
    },
  ],
  'other-export-to': (object, others) => [
    object,
    ...others.map((other) => deeply(other, { spec: { exportTo: ['.'] } })),
  ],
  'other-namespace': (object, others) => [object, ...others],
  'ambient-namespace': (object) => [object, ambientNamespace],
  'ambient-gateway': (object) => [
    deeply(object, {
      spec: { template: { metadata: { annotations: { 'inject.istio.io/templates': 'gateway' } } } },
    }),
    ambientNamespace,
  ],
  'addressable-entry': (object) => [deeply(object, { spec: { resolution: 'DNS' } })],
  'foreign-injector': (object) => [deeply(object, { metadata: { name: 'vault-agent' } })],
  'outside-istio-namespace': (object) => [deeply(object, { metadata: { namespace: 'tools' } })],
  'injected-template': (object) => {
    const { containers } = objectIn(object, 'spec');
    return [
      deeply(object, {
        spec: { containers: [...(Array.isArray(containers) ? containers : []), { name: 'app' }] },
      }),
    ];
  },
  ztunnel: (object) => [deeply(object, { metadata: { labels: { app: 'ztunnel' } } })],
  'unmanaged-gateway': (object) => [
    deeply(object, { spec: { addresses: [{ type: 'Hostname', value: 'own' }] } }),
  ],
  'gateway-elsewhere': (object) => [
    object,
    {
      ...{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway' },
      metadata: { name: 'some', namespace: 'elsewhere' },
    },
  ],
  'auto-registered': (object) => [
    deeply(object, { metadata: { annotations: { 'istio.io/autoRegistrationGroup': 'group' } } }),
  ],
  'ruled-host': (object) => [
    'spec' in object && 'targetRefs' in objectIn(object, 'spec')
      ? { ...object, spec: { targetRefs: [{ kind: 'Service', name: 'web' }] } }
      : object,
    {
      ...{
        apiVersion: 'networking.istio.io/v1',
        kind: 'DestinationRule',
        metadata: { name: 'web', namespace: 'shop' },
      },
      spec: { host: 'web' },
    },
  ],
  'subset-without-tls': (object) => [
    deeply(object, { spec: { trafficPolicy: { tls: { mode: 'SIMPLE' } } } }),
  ],
};

const ambientNamespace = {
  ...{ apiVersion: 'v1', kind: 'Namespace' },
  metadata: { name: 'shop', labels: { 'istio.io/dataplane-mode': 'ambient' } },
};

/** An object with fields of another one. */
function deeply(object: JsonObject, more: JsonObject): JsonObject {
  const merged = Object.entries(more).map(([key, value]) => {
    const own = object[key];
    return [key, isObject(own) && isObject(value) ? deeply(own, value) : value] as const;
  });
  return { ...object, ...Object.fromEntries(merged) };
}
