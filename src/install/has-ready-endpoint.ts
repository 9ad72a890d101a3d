import type { JsonObject } from '../json.ts';
import { readyEndpoints } from '../revision/index.ts';

/** Whether a Service leads to a pod that is ready, by the EndpointSlices among `objects`. */
export const hasReadyEndpoint = (
  service: { readonly namespace: string; readonly name: string },
  objects: readonly JsonObject[],
): boolean => (readyEndpoints(service, objects) ?? 0) > 0;
