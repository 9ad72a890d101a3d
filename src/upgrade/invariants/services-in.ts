import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { labelOf } from '../../label-of.ts';
import { nameOf, namespaceOf } from './asked-for.ts';

/** How many ready endpoints each Service has, by `namespace/name`; those of Services that are not there are not counted. */
export function answering(objects: readonly JsonObject[]): ReadonlyMap<string, number> {
  const ready = new Map<string, number>();
  for (const object of objects)
    if (object.kind === 'Service') ready.set(`${namespaceOf(object)}/${nameOf(object)}`, 0);
  for (const slice of objects) {
    if (slice.kind !== 'EndpointSlice') continue;
    const id = `${namespaceOf(slice)}/${labelOf(slice, 'kubernetes.io/service-name')}`;
    const before = ready.get(id);
    if (before !== undefined) ready.set(id, before + readyIn(slice));
  }
  return ready;
}

/** An endpoint that does not say counts as ready. */
const readyIn = (slice: JsonObject): number =>
  objectsIn(slice, 'endpoints').filter((endpoint) => valueIn(endpoint, 'conditions', 'ready') !== false)
    .length;

/** Whether a Pod says that it is ready. */
export const isReady = (pod: JsonObject): boolean =>
  objectsIn(pod, 'status', 'conditions').some(
    ({ type, status }) => type === 'Ready' && plainText(status) === 'True',
  ) && objectIn(pod, 'metadata').deletionTimestamp === undefined;
