import type { JsonObject } from '../json.ts';
import { keyOf } from '../kube/apply/index.ts';
import type { ClusterChange } from './cluster-change.ts';

/** An object to delete. */
export interface PlannedDeletion {
  /** What the object belongs to, such as a component. */
  readonly group: string;
  /** The object that is there. */
  readonly live: JsonObject;
  /** Why it is deleted, in words. */
  readonly reason?: string;
}

/** The deletion of just this object, and of what it owns. */
export function planDeletion({ group, live, reason }: PlannedDeletion): ClusterChange {
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
