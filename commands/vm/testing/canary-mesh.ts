import { crdOf, findDefinitions } from '../../../src/api/index.ts';
import type { JsonObject } from '../../../src/json.ts';

/** A group like that of the damaged samples. */
export const groupText = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: web, namespace: shop}
spec:
  template: {serviceAccount: web, ports: {http: 8080}, labels: {app: web}}
  probe: {httpGet: {port: 8080}}
`;

/** A mesh with one control plane, of the revision `canary`; its istiod writes the root certificates once it is ready. */
export async function canaryMesh(): Promise<readonly JsonObject[]> {
  const kinds = await Promise.all(['WorkloadGroup', 'WorkloadEntry'].map(findDefinitions));
  return [
    ...['istio-system', 'shop'].map(namespace),
    ...kinds.flat().map((definition) => crdOf(definition, 'standard')),
    configMap('istio-canary', { mesh: '' }),
    configMap('istio-sidecar-injector-canary', {
      values: '{"global":{"multiCluster":{"clusterName":"west"}}}',
    }),
    istiod,
    gateway,
  ];
}

const namespace = (name: string): JsonObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

const configMap = (name: string, data: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'istio-system', name }, data },
});

const labels = { app: 'istiod', 'istio.io/rev': 'canary' };

const istiod: JsonObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'istiod-canary', namespace: 'istio-system', labels },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: 'discovery', image: 'docker.io/istio/pilot:1.31.0' }] },
    },
  },
};

const gateway: JsonObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'istio-eastwestgateway', namespace: 'istio-system' },
  spec: { type: 'LoadBalancer', ports: [{ name: 'tls-istiod', port: 15012 }] },
};
