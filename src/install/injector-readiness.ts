import { objectIn, objectsIn, plainText, type JsonObject } from '../json.ts';
import {
  keyOf,
  mergeWatches,
  waitUntil,
  type ClusterWriter,
  type Readiness,
  type WaitReadyOptions,
  idOfObject,
} from '../kube/apply/index.ts';
import { isDeactivated } from '../revision/index.ts';
import { hasReadyEndpoint } from './has-ready-endpoint.ts';
import type { Waited } from './install-event.ts';

/**
 * Waits until the webhooks of injectors can be called: their control plane has ready endpoints and has written its
 * certificate. Until then the API server refuses the pods that they are for. Gives those that cannot when the time is over.
 */
export async function waitForInjectors(
  writer: Pick<ClusterWriter, 'watch'>,
  injectors: readonly JsonObject[],
  { onWaiting, ...options }: Pick<WaitReadyOptions, 'timeout' | 'signal' | 'onWaiting'>,
): Promise<readonly Waited[]> {
  const wanted = injectors.filter((injector) => servicesOf(injector).length > 0 && !isDeactivated(injector));
  if (wanted.length === 0) return [];
  let waiting: readonly Waited[] = wanted.map((injector) => ({
    object: keyOf(injector),
    reason: 'not seen yet',
  }));
  const judge = (objects: readonly JsonObject[]): Readiness => {
    waiting = wanted.flatMap((injector) => waitedFor(injector, objects));
    const reason = waiting.map((one) => `${one.object.name}: ${one.reason}`).join('\n');
    return reason === '' ? { ready: true } : { ready: false, reason };
  };
  await waitUntil((signal) => watches(writer, wanted, signal), judge, {
    ...options,
    onWaiting: () => onWaiting?.(waiting),
  });
  return waiting;
}

interface Place {
  readonly namespace: string;
  readonly name: string;
}

/** The Services that the webhooks of an injector call; none for those that call a URL. */
function servicesOf(injector: JsonObject): readonly Place[] {
  return objectsIn(injector.webhooks).flatMap((webhook) => {
    const { namespace, name } = objectIn(webhook, 'clientConfig', 'service');
    return name === undefined ? [] : [{ namespace: plainText(namespace), name: plainText(name) }];
  });
}

function watches(
  writer: Pick<ClusterWriter, 'watch'>,
  injectors: readonly JsonObject[],
  signal: AbortSignal,
) {
  const namespaces = new Set(injectors.flatMap(servicesOf).map(({ namespace }) => namespace));
  const slices = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' };
  const configurations = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
  };
  return mergeWatches([
    writer.watch(configurations, { signal }),
    ...[...namespaces].map((namespace) => writer.watch(slices, { namespace, signal })),
  ]);
}

function waitedFor(injector: JsonObject, objects: readonly JsonObject[]): readonly Waited[] {
  const id = idOfObject(injector);
  const live = objects.find((object) => idOfObject(object) === id);
  const reason = live === undefined ? 'it is not there' : whyNot(live, objects);
  return reason === undefined ? [] : [{ object: keyOf(injector), reason }];
}

function whyNot(injector: JsonObject, objects: readonly JsonObject[]): string | undefined {
  const silent = servicesOf(injector).find((place) => !hasReadyEndpoint(place, objects));
  if (silent !== undefined)
    return `the Service ${silent.namespace}/${silent.name} has no endpoint that is ready`;
  const bare = objectsIn(injector.webhooks).some(
    (webhook) => plainText(objectIn(webhook, 'clientConfig').caBundle) === '',
  );
  return bare ? 'istiod has not written its certificate there (caBundle)' : undefined;
}
