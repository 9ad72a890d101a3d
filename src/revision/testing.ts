import { objectIn, objectsIn, type JsonObject } from '../json.ts';
import { injectionSelectors } from '../operator/webhooks/index.ts';
import { deactivated } from './deactivated.ts';
import { tagObjects } from './tag-objects.ts';

interface InjectorParts {
  readonly namespace?: string;
  readonly caBundle?: string;
  readonly url?: string;
  readonly annotations?: JsonObject;
  readonly everywhere?: boolean;
}

/** The injector of a control plane, as its chart makes it. */
export function injector(revision: string, parts: InjectorParts = {}): JsonObject {
  const { namespace = 'istio-system', caBundle = 'Y2E=', url, annotations, everywhere } = parts;
  const suffix = revision === 'default' ? '' : `-${revision}`;
  const place = namespace === 'istio-system' ? '' : `-${namespace}`;
  const service = { name: `istiod${suffix}`, namespace, path: '/inject', port: 443 };
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      name: `istio-sidecar-injector${suffix}${place}`,
      labels: {
        app: 'sidecar-injector',
        release: 'istio',
        'istio.io/rev': revision,
        'operator.istio.io/component': 'Pilot',
        'install.operator.istio.io/owning-resource': 'unknown',
      },
      ...(annotations && { annotations }),
    },
    webhooks: injectionSelectors(revision, everywhere).map((selectors) => ({
      ...selectors,
      clientConfig: { ...(url === undefined ? { service } : { url }), ...(caBundle !== '' && { caBundle }) },
      failurePolicy: 'Fail',
      reinvocationPolicy: 'Never',
    })),
  };
}

/** The objects of a tag, all in a row. */
export function tagOf(tag: string, revision: string, parts: InjectorParts = {}): readonly JsonObject[] {
  const { namespace = 'istio-system', everywhere = false } = parts;
  const made = tagObjects({ tag, injector: injector(revision, parts), namespace, everywhere });
  return [made.webhook, made.service, made.validator].filter((object) => object !== undefined);
}

export const service = (revision: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: revision === 'default' ? 'istiod' : `istiod-${revision}`,
    namespace: 'istio-system',
    labels: { app: 'istiod', 'istio.io/rev': revision },
  },
});

export const istiod = (revision: string, ready = 1, version = '1.31.1'): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: revision === 'default' ? 'istiod' : `istiod-${revision}`,
    namespace: 'istio-system',
    labels: { app: 'istiod', 'istio.io/rev': revision },
  },
  spec: {
    replicas: 1,
    template: {
      spec: { containers: [{ name: 'discovery', image: `registry:5000/pilot:${version}@sha256:ab` }] },
    },
  },
  status: { readyReplicas: ready },
});

export const namespace = (name: string, labels: Readonly<Record<string, string>> = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { ...labels } },
});

/** A Pod that a control plane injected. */
export const pod = (
  place: string,
  revision: string,
  labels: Readonly<Record<string, string>> = {},
): JsonObject => {
  const [home = '', name = ''] = place.split('/');
  const status = JSON.stringify({ revision });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...{ namespace: home, name, labels: { ...labels } },
      annotations: { 'sidecar.istio.io/status': status },
    },
    spec: { initContainers: [{ name: 'istio-proxy', image: 'docker.io/istio/proxyv2:1.31.0' }] },
  };
};

/** A cluster with the control planes `default` and `canary` and the tags `default` and `prod`, which stands for canary. */
export const twoRevisions: readonly JsonObject[] = [
  deactivated(injector('default')),
  injector('canary'),
  ...tagOf('default', 'default'),
  ...tagOf('prod', 'canary'),
  ...['default', 'canary'].flatMap((revision) => [service(revision), istiod(revision)]),
];

export const nameIn = (object: JsonObject): JsonObject[string] | undefined =>
  objectIn(object, 'metadata').name;

export const webhooksIn = ({ webhooks }: JsonObject): readonly JsonObject[] => objectsIn(webhooks);
