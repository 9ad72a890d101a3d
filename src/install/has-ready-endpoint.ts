import { objectIn, objectsIn, type JsonObject } from '../json.ts';
import { keyOf } from '../kube/apply/index.ts';

/** Whether a Service leads to a pod that is ready, by the EndpointSlices among `objects`. */
export function hasReadyEndpoint(
  { namespace, name }: { readonly namespace: string; readonly name: string },
  objects: readonly JsonObject[],
): boolean {
  return objects
    .filter(({ kind }) => kind === 'EndpointSlice')
    .filter((slice) => keyOf(slice).namespace === namespace)
    .filter((slice) => objectIn(slice, 'metadata', 'labels')['kubernetes.io/service-name'] === name)
    .some(({ endpoints }) => objectsIn(endpoints).some(isReady));
}

/** Not to say anything means ready. */
const isReady = (endpoint: JsonObject): boolean => objectIn(endpoint, 'conditions').ready !== false;
