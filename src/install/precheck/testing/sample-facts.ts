import type { JsonObject } from '../../../json.ts';
import type { ServedKind } from '../../../kube/index.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';

/** A cluster that is fit for an installation, with one node of 4 cores and 8Gi, but for what is said. */
export function factsOf(more: Partial<PrecheckFacts> = {}): PrecheckFacts {
  return {
    istioNamespace: 'istio-system',
    version: { gitVersion: 'v1.33.2' },
    served: [],
    access: [{ attributes: { verb: 'create', resource: 'namespaces' }, allowed: true }],
    definitions: [],
    istiods: [],
    injectors: [],
    validators: [],
    nodes: [node('one')],
    pods: [],
    configMaps: [],
    services: [],
    unread: [],
    ...more,
  };
}

export const node = (name: string, spec: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  metadata: { name, labels: {} },
  spec,
  status: {
    allocatable: { cpu: '4', memory: '8Gi' },
    conditions: [{ type: 'Ready', status: 'True' }],
    nodeInfo: { kubeletVersion: 'v1.33.1' },
    ...more,
  },
});

/** A pod with one container. */
export const podOf = (name: string, container: JsonObject, more: JsonObject = {}): JsonObject => ({
  metadata: { name, namespace: 'shop', annotations: {} },
  spec: { nodeName: 'one', containers: [container] },
  ...more,
});

export const deployment = (replicas: number, requests: JsonObject): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'istiod', namespace: 'istio-system' },
  spec: { replicas, template: { spec: { containers: [{ resources: { requests } }] } } },
});

/** The Deployment of an istiod of a revision, and what is said of it. */
export const istiod = (revision: string, version: string, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    ...{ name: `istiod-${revision}`, namespace: 'istio-system' },
    labels: { app: 'istiod', 'istio.io/rev': revision },
    ...metadata,
  },
  spec: { template: { spec: { containers: [{ name: 'discovery', image: `istio/pilot:${version}` }] } } },
});

/** An injector or a validator of a revision, which calls its Service. */
export const webhook = (
  name: string,
  labels: JsonObject,
  clientConfig: JsonObject = { service: {} },
): JsonObject => ({
  metadata: { name, labels },
  webhooks: [
    {
      name: 'rev.namespace.sidecar-injector.istio.io',
      clientConfig,
      namespaceSelector: { matchLabels: { 'istio.io/rev': labels['istio.io/rev'] ?? '' } },
      objectSelector: {},
      rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
    },
  ],
});

export const served = (kind: string, resource: string, version: string, group: string): ServedKind => ({
  ...{ kind, resource, version, group },
  namespaced: true,
});

export const definition = (name: string, annotations: JsonObject = {}): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name, annotations },
});
