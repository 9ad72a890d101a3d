import { objectIn, objectsIn, plainText, type JsonObject } from '../json.ts';
import { annotationOf } from '../label-of.ts';
import { label } from '../label.ts';
import { imageTag } from './image-tag.ts';
import { injectorsOf, type Injector } from './injectors-of.ts';
import { labelsOf, type Labels } from './object-labels.ts';

/** A Pod with a proxy. */
export interface InjectedPod {
  readonly namespace: string;
  readonly name: string;
  /** That injected it, or that it names. */
  readonly revision: string;
  /** That would inject it if it were made again now; undefined for nobody. */
  readonly next: string | undefined;
  /** Tag of the proxy's image; empty for an image by its digest alone. */
  readonly proxyVersion: string;
}

/**
 * The Pods with a proxy among objects. Labels by which a gateway names its revision are taken as its own: that the injector
 * may have written them, cannot be seen.
 */
export function injectedPods(
  objects: readonly JsonObject[],
  injectors: readonly Injector[],
  namespaces: ReadonlyMap<string, Labels>,
): readonly InjectedPod[] {
  // Pods of one workload have the same labels, and there are many of them.
  const asked = new Map<string, string | undefined>();
  const nextOf = (namespace: string, labels: Labels): string | undefined => {
    const key = JSON.stringify([namespace, labels]);
    if (!asked.has(key))
      asked.set(key, injectorsOf(namespaces.get(namespace) ?? {}, labels, injectors)[0]?.revision);
    return asked.get(key);
  };
  return objects.flatMap((object) => {
    if (object.kind !== 'Pod') return [];
    const labels = labelsOf(object);
    const revision = revisionOf(object, labels);
    if (revision === '' || labels.app === 'istiod') return [];
    const { name, namespace } = objectIn(object, 'metadata');
    return [
      {
        ...{ namespace: plainText(namespace), name: plainText(name), revision },
        next: nextOf(plainText(namespace), labels),
        proxyVersion: proxyVersion(object),
      },
    ];
  });
}

/** What the injector wrote counts before a label: that may name a tag, which may have moved. */
function revisionOf(pod: JsonObject, labels: Labels): string {
  const status = annotationOf(pod, 'sidecar.istio.io/status');
  const injected = revisionInStatus(status);
  if (injected !== '') return injected;
  return proxyOf(pod) === undefined ? '' : (labels[label.revision] ?? '');
}

function revisionInStatus(text: string): string {
  // Pods that nobody injected, of which there may be many.
  if (text === '') return '';
  try {
    return plainText(objectIn(JSON.parse(text) as JsonObject).revision);
  } catch {
    return '';
  }
}

function proxyOf(pod: JsonObject): JsonObject | undefined {
  return [...objectsIn(pod, 'spec', 'initContainers'), ...objectsIn(pod, 'spec', 'containers')].find(
    ({ name }) => name === 'istio-proxy',
  );
}

const proxyVersion = (pod: JsonObject): string => imageTag(plainText(proxyOf(pod)?.image));
