import type { JsonObject } from '../../../json.ts';
import { injector, istiod, namespace, service, tagOf } from '../../../revision/testing.ts';

type Texts = Readonly<Record<string, string>>;

interface WorkloadParts {
  readonly kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  /** That injected its Pods; none for Pods without a proxy. */
  readonly revision?: string;
  readonly pods?: number;
  /** Of the Pods. */
  readonly labels?: Texts;
  readonly annotations?: Texts;
  /** Of the workload. */
  readonly own?: Texts;
  readonly spec?: JsonObject;
}

/** A workload at `namespace/name`, with its ReplicaSet and its Pods. */
export function workload(place: string, parts: WorkloadParts = {}): readonly JsonObject[] {
  const [home = '', name = ''] = place.split('/');
  const { kind = 'Deployment', pods = 1, own, spec } = parts;
  const template = {
    metadata: { labels: { app: name, ...parts.labels }, annotations: { ...parts.annotations } },
  };
  return [
    {
      ...{ apiVersion: 'apps/v1', kind, metadata: { namespace: home, name, labels: { ...own } } },
      spec: { ...spec, template },
    },
    ...(kind === 'Deployment' ? [replicaSet(home, `${name}-5d4f`, name)] : []),
    ...Array.from({ length: pods }, (_, i) => podOf([home, name, String(i)], { ...parts, kind })),
  ];
}

function podOf(
  [namespace, name, number]: readonly [string, string, string],
  parts: WorkloadParts,
): JsonObject {
  const { kind = 'Deployment', revision = 'old', labels = {}, annotations = {} } = parts;
  const owner = kind === 'Deployment' ? { kind: 'ReplicaSet', name: `${name}-5d4f` } : { kind, name };
  const injected = { 'sidecar.istio.io/status': JSON.stringify({ revision }) };
  const proxy = { name: 'istio-proxy', image: 'docker.io/istio/proxyv2:1.30.2' };
  return {
    ...{ apiVersion: 'v1', kind: 'Pod' },
    metadata: {
      ...{ namespace, name: `${name}-5d4f-${number}`, labels: { app: name, ...labels } },
      annotations: { ...(revision !== '' && injected), ...annotations },
      ownerReferences: [{ apiVersion: 'apps/v1', controller: true, ...owner }],
    },
    spec: { containers: revision === '' ? [] : [proxy] },
    status: { phase: 'Running' },
  };
}

const replicaSet = (home: string, name: string, deployment: string): JsonObject => ({
  ...{ apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  metadata: {
    ...{ namespace: home, name },
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', controller: true, name: deployment }],
  },
});

/** A PodDisruptionBudget at `namespace/name` that covers the Pods of an app. */
export function budget(place: string, app: string): JsonObject {
  const [home = '', name = ''] = place.split('/');
  return {
    ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
    metadata: { namespace: home, name },
    spec: { selector: { matchLabels: { app } } },
  };
}

/** The control plane `old` of 1.30.2, which is the default, has the tag `prod`, and an endpoint. */
export const oldPlane: readonly JsonObject[] = [
  injector('old'),
  service('old'),
  istiod('old', 1, '1.30.2'),
  ...tagOf('default', 'old'),
  ...tagOf('prod', 'old'),
];

/** Namespaces that follow it in each way, and what runs there. */
export const followers: readonly JsonObject[] = [
  namespace('by-name', { 'istio.io/rev': 'old' }),
  ...workload('by-name/web', { pods: 2 }),
  namespace('by-tag', { 'istio.io/rev': 'prod' }),
  ...workload('by-tag/web', { kind: 'StatefulSet' }),
  namespace('by-default', { 'istio-injection': 'enabled' }),
  ...workload('by-default/web'),
  ...workload('by-default/agent', { kind: 'DaemonSet', spec: { updateStrategy: { type: 'OnDelete' } } }),
  budget('by-default/web', 'web'),
  namespace('alone', {}),
  ...workload('alone/named', { labels: { 'istio.io/rev': 'old' } }),
  ...workload('alone/tagged', { labels: { 'istio.io/rev': 'prod' } }),
  ...workload('alone/asking', { labels: { 'sidecar.istio.io/inject': 'true' } }),
  namespace('off', { 'istio-injection': 'disabled' }),
  ...workload('off/web', { revision: '' }),
];

export const sampleMesh: readonly JsonObject[] = [...oldPlane, ...followers];
