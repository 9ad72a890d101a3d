import type { JsonObject } from '../../json.ts';
import { readText, type Resource } from '../../resources/index.ts';

/** Resources with places, as if a file held the objects. */
export const resourcesOf = (objects: readonly JsonObject[], file = 'mesh.json'): readonly Resource[] =>
  readText(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...objects] }), file).resources;

interface Named {
  readonly name: string;
  readonly namespace?: string;
}

/** The Deployment of an istiod. */
export const istiodOf = (image: string, revision = 'default'): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `istiod-${revision}`, namespace: 'istio-system' },
  spec: {
    template: {
      metadata: { labels: { app: 'istiod', 'istio.io/rev': revision } },
      spec: { containers: [{ name: 'discovery', image }] },
    },
  },
});

/** A Pod with a sidecar that a revision injected. */
export const podOf = (
  { name, namespace = 'shop' }: Named,
  image: string,
  more: { readonly revision?: string; readonly role?: string; readonly imageId?: string } = {},
): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    ...{ name: `${name}-5d8f9-x`, namespace, labels: { 'pod-template-hash': '5d8f9' } },
    annotations: { 'sidecar.istio.io/status': JSON.stringify({ revision: more.revision ?? 'default' }) },
    ownerReferences: [{ kind: 'ReplicaSet', name: `${name}-5d8f9` }],
  },
  spec: {
    containers: [
      { name: 'app', image: 'example.com/app:1' },
      { name: 'istio-proxy', image, args: ['proxy', more.role ?? 'sidecar'] },
    ],
    initContainers: [{ name: 'istio-init', image }],
  },
  status: {
    phase: 'Running',
    ...(more.imageId !== undefined && {
      containerStatuses: [{ name: 'istio-proxy', imageID: more.imageId }],
    }),
  },
});
