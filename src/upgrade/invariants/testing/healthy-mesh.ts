import { objectIn, plainText, type JsonObject } from '../../../json.ts';
import { injector, namespace, service, tagOf } from '../../../revision/testing.ts';
import { deactivated } from '../../../revision/deactivated.ts';

export { namespace };

interface PodParts {
  readonly labels?: Readonly<Record<string, string>>;
  /** That injected it; absent for a Pod without a proxy. */
  readonly revision?: string;
}

/** A Pod that is ready. */
export function podOf(place: string, { labels = {}, revision }: PodParts = {}): JsonObject {
  const [home = '', name = ''] = place.split('/');
  const annotations =
    revision === undefined ? {} : { 'sidecar.istio.io/status': JSON.stringify({ revision }) };
  return {
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { namespace: home, name, labels, annotations } },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

/** The control planes `default` and `canary`, the tag `prod` of canary, a namespace on each, and who answers for them. */
export const healthyMesh: readonly JsonObject[] = [
  deactivated(injector('default')),
  injector('canary'),
  ...tagOf('default', 'default'),
  ...tagOf('prod', 'canary'),
  ...['default', 'canary'].flatMap((revision) => [service(revision), sliceOf(revision), istiodPod(revision)]),
  namespace('shop', { 'istio.io/rev': 'prod' }),
  namespace('legacy', { 'istio-injection': 'enabled' }),
  podOf('shop/cart', { revision: 'canary' }),
  podOf('legacy/old', { revision: 'default' }),
];

export function nameOf(object: JsonObject): string {
  return plainText(objectIn(object, 'metadata').name);
}

function sliceOf(revision: string): JsonObject {
  const name = nameOf(service(revision));
  const labels = { 'kubernetes.io/service-name': name, 'istio.io/rev': revision };
  return {
    ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
    metadata: { name: `${name}-x`, namespace: 'istio-system', labels },
    endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: true } }],
  };
}

function istiodPod(revision: string): JsonObject {
  return podOf(`istio-system/istiod-${revision}-1`, {
    labels: { app: 'istiod', 'istio.io/rev': revision, 'sidecar.istio.io/inject': 'false' },
  });
}
