import { isOf } from './entry-status.ts';
import type { VmSnapshot } from './vm-snapshot.ts';

/** In words, the dumps that are of no VM of the snapshot. */
export function strayDumps({ objects, dumps = [] }: VmSnapshot): readonly string[] {
  return dumps
    .filter((dump) => !objects.some((object) => isOf(dump, object)))
    .map(
      ({ name, proxy, namespace, addresses }) =>
        `${name} is of the proxy ${proxy} at ${addresses.join(', ') || 'no address'}, and no WorkloadEntry of the namespace ${namespace} has such an address`,
    );
}
