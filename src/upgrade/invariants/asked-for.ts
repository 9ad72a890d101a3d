import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import type { Labels } from './webhooks-in.ts';

/** Pods of a Namespace with these labels: those that are there, and one without labels that may come. */
export interface AskedFor {
  /** `Namespace shop`, or `Pod shop/cart-1`. */
  readonly subject: string;
  readonly namespace: Labels;
  readonly pod: Labels;
}

/** Every kind of Pod that somebody may make in a cluster: one of no labels in each Namespace, and one like each that is there. */
export function askedFor(objects: readonly JsonObject[]): readonly AskedFor[] {
  const namespaces = new Map<string, Labels>();
  const pods: JsonObject[] = [];
  for (const object of objects)
    if (object.kind === 'Namespace') namespaces.set(nameOf(object), namespaceLabels(object));
    else if (object.kind === 'Pod' && !isEnding(object)) pods.push(object);
  return [
    ...Array.from(namespaces, ([name, labels]) => ({
      ...{ subject: `Namespace ${name}`, namespace: labels, pod: {} },
    })),
    ...pods.map((pod) => ({
      subject: `Pod ${namespaceOf(pod)}/${nameOf(pod)}`,
      namespace: namespaces.get(namespaceOf(pod)) ?? {},
      pod: labelsOf(pod),
    })),
  ];
}

/** Whether the labels ask for a proxy, as the documentation of Istio says. */
export function asksForProxy({ namespace, pod }: AskedFor): boolean {
  if (pod[inject] === 'false' || namespace[label.injection] === 'disabled') return false;
  if (namespace[label.injection] === 'enabled' || namespace[label.revision] !== undefined) return true;
  return pod[inject] === 'true' || pod[label.revision] !== undefined;
}

const inject = 'sidecar.istio.io/inject';

/** Whether an object is being deleted. */
export const isEnding = (object: JsonObject): boolean =>
  objectIn(object, 'metadata').deletionTimestamp !== undefined;

export const nameOf = (object: JsonObject): string => plainText(objectIn(object, 'metadata').name);
export const namespaceOf = (object: JsonObject): string => plainText(objectIn(object, 'metadata').namespace);

const namespaceLabels = (namespace: JsonObject): Labels => ({
  'kubernetes.io/metadata.name': nameOf(namespace),
  ...labelsOf(namespace),
});

/** Objects do not change: a cluster that is looked at often shares most of them. */
const known = new WeakMap<JsonObject, Labels>();

function labelsOf(object: JsonObject): Labels {
  const before = known.get(object);
  if (before !== undefined) return before;
  const entries = Object.entries(objectIn(object, 'metadata', 'labels'));
  const labels = Object.fromEntries(entries.map(([key, value]) => [key, plainText(value)]));
  known.set(object, labels);
  return labels;
}
