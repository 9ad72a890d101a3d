import type { ClusterChange } from '../../changes/index.ts';
import type { JsonObject } from '../../json.ts';
import { keyOf } from '../../kube/apply/index.ts';

/** The deletion of an object that was read. */
export function deletion(live: JsonObject, group: string, reason?: string): ClusterChange {
  return {
    action: 'delete',
    object: keyOf(live),
    group,
    changes: [],
    conflicts: [],
    adopts: [],
    ...(reason !== undefined && { reason }),
    live,
  };
}
