import { ApiError } from '../api-error.ts';
import type { ClusterWriter } from '../apply/cluster-writer.ts';
import { KindNotServed } from '../apply/kind-index.ts';
import type { ObjectKey } from '../apply/object-key.ts';
import type { JsonObject } from '../../resources/index.ts';
import { textsAt } from './fields.ts';
import type { Readiness } from './readiness-type.ts';
import { waitUntil, type WaitOptions } from './wait-until.ts';
import { objectIn } from '../../json.ts';

/**
 * Waits until an object that is being deleted is gone; one that was made anew under its name does not count. When the
 * time is over, the reason names the finalizers that have not done their part.
 */
export async function waitGone(
  writer: Pick<ClusterWriter, 'watch'>,
  { apiVersion, kind, namespace, name }: ObjectKey,
  uid: string,
  options: WaitOptions = {},
): Promise<Readiness> {
  const judge = (objects: readonly JsonObject[]): Readiness => {
    const left = objects.find((object) => objectIn(object, 'metadata').uid === uid);
    return left === undefined ? { ready: true } : { ready: false, reason: whyThere(left) };
  };
  const fieldSelector = `metadata.name=${name}`;
  const where = namespace === undefined ? {} : { namespace };
  const watcher = (signal: AbortSignal) =>
    writer.watch({ apiVersion, kind }, { ...where, fieldSelector, signal });
  try {
    return await waitUntil(watcher, judge, options);
  } catch (error) {
    if (isKindGone(error)) return { ready: true };
    throw error;
  }
}

/** Objects go with the definition of their kind. */
function isKindGone(error: unknown): boolean {
  return error instanceof KindNotServed || (error instanceof ApiError && error.status === 404);
}

function whyThere(object: JsonObject): string {
  const finalizers = textsAt(objectIn(object, 'metadata'), 'finalizers');
  return finalizers.length === 0
    ? 'it is still there'
    : `it waits for its finalizers: ${finalizers.join(', ')}`;
}
