import { plainText, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { labelOf } from '../../label-of.ts';
import type { Resource } from '../../resources/index.ts';
import { readMetadata } from './parts-in-pod.ts';
import type { PodShape } from './pod-shapes.ts';

/** The revision that is going to inject Pods of a template; undefined where none is, as far as its namespace was given. */
export type InjectionByNamespace = (pod: PodShape) => string | undefined;

/** Knows by the labels of namespaces and templates who injects what. */
export function injectionByNamespace(resources: readonly Resource[]): InjectionByNamespace {
  const namespaces = new Map(
    resources.filter(({ kind }) => kind === 'Namespace').map(({ name, value }) => [name, value]),
  );
  return ({ value, owner }) => injector(value, namespaces.get(owner.namespace));
}

function injector(pod: JsonObject, namespace: JsonObject | undefined): string | undefined {
  const { labels, annotations } = readMetadata(pod);
  const asked = plainText(labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject']);
  if (asked === 'false') return undefined;
  const injection = labelOf(namespace, label.injection);
  if (injection === 'enabled') return 'default';
  if (injection !== '') return undefined;
  const revision = labelOf(namespace, label.revision) || plainText(labels[label.revision]);
  if (revision !== '') return revision;
  return plainText(labels['sidecar.istio.io/inject']) === 'true' ? 'default' : undefined;
}
