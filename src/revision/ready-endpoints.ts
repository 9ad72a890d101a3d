import { objectIn, objectsIn, valueIn, type JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';

/**
 * How many endpoints of a Service are ready, by the EndpointSlices among objects: one that does not say counts as ready.
 * Undefined without a Service, and when there are no EndpointSlices at all.
 */
export function readyEndpoints(
  { name, namespace }: { readonly name?: unknown; readonly namespace?: unknown },
  objects: readonly JsonObject[],
): number | undefined {
  const slices = objects.filter(({ kind }) => kind === 'EndpointSlice');
  if (name === undefined || slices.length === 0) return undefined;
  return slices
    .filter(
      (slice) =>
        labelOf(slice, 'kubernetes.io/service-name') === name &&
        objectIn(slice, 'metadata').namespace === namespace,
    )
    .flatMap(({ endpoints }) => objectsIn(endpoints))
    .filter((endpoint) => valueIn(endpoint, 'conditions', 'ready') !== false).length;
}
