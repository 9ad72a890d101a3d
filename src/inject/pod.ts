import { isObject, objectsIn, plainText, type Json, type JsonObject } from '../json.ts';

/** A pod, or the template of one. */
export interface Pod extends JsonObject {
  metadata: JsonObject;
  spec: JsonObject;
}

/** The pod in a value; what is no map reads as an empty one. */
export const podOf = (metadata: Json | undefined, spec: Json | undefined): Pod => ({
  metadata: isObject(metadata) ? metadata : {},
  spec: isObject(spec) ? spec : {},
});

export type ContainerList = 'containers' | 'initContainers';

export const containersOf = ({ spec }: Pod, list: ContainerList): readonly JsonObject[] =>
  objectsIn(spec[list]);

export const containerNamed = (containers: readonly JsonObject[], name: string): JsonObject | undefined =>
  containers.find((container) => container.name === name);

/** A pod with other containers in one of its lists; an empty list goes unless it was there. */
export function withContainers(pod: Pod, list: ContainerList, containers: readonly JsonObject[]): Pod {
  if (containers.length === 0 && pod.spec[list] === undefined) return pod;
  return { ...pod, spec: { ...pod.spec, [list]: [...containers] } };
}

/** The pod with one container changed, wherever it stands. */
export function withContainer(pod: Pod, name: string, change: (container: JsonObject) => JsonObject): Pod {
  const list: ContainerList =
    containerNamed(containersOf(pod, 'containers'), name) === undefined ? 'initContainers' : 'containers';
  const containers = containersOf(pod, list);
  const wanted = containerNamed(containers, name);
  return wanted === undefined
    ? pod
    : withContainers(
        pod,
        list,
        containers.map((container) => (container === wanted ? change(container) : container)),
      );
}

/** The container of a name, among those that run first and then among those that go before. */
export const findContainer = (pod: Pod, name: string): JsonObject | undefined =>
  containerNamed(containersOf(pod, 'containers'), name) ??
  containerNamed(containersOf(pod, 'initContainers'), name);

export const annotationsOf = ({ metadata }: Pod): Readonly<Record<string, string>> =>
  texts(metadata.annotations);
export const labelsOf = ({ metadata }: Pod): Readonly<Record<string, string>> => texts(metadata.labels);

function texts(value: Json | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainText(item)]));
}

/** The pod with annotations added; those that are undefined are taken away. */
export function withAnnotations(pod: Pod, changes: Readonly<Record<string, string | undefined>>): Pod {
  return withTexts(pod, 'annotations', changes);
}

export const withLabels = (pod: Pod, changes: Readonly<Record<string, string | undefined>>): Pod =>
  withTexts(pod, 'labels', changes);

function withTexts(
  pod: Pod,
  key: 'annotations' | 'labels',
  changes: Readonly<Record<string, string | undefined>>,
): Pod {
  const before = pod.metadata[key];
  const merged: JsonObject = isObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) Reflect.deleteProperty(merged, name);
    else merged[name] = value;
  }
  return { ...pod, metadata: { ...pod.metadata, [key]: merged } };
}

/** The name of the sidecar's container. */
export const proxyContainer = 'istio-proxy';
