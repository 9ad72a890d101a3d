import type { JsonObject } from '../json.ts';
import { keyOf } from '../kube/apply/index.ts';
import type { ClusterChange } from './cluster-change.ts';
import { isCovered } from './is-covered.ts';
import { predict } from './predict.ts';
import { sentObject } from './sent-object.ts';
import { shownChanges } from './shown-changes.ts';

/** An object to apply, beside the one that is there. */
export interface PlannedObject {
  /** What the change belongs to, such as a component. */
  readonly group: string;
  /** The object as it should be. */
  readonly desired: JsonObject;
  /** The object that is there; undefined when there is none. */
  readonly live?: JsonObject | undefined;
  /** Who applies it. Default: `meshctl`. */
  readonly manager?: string;
  /** CustomResourceDefinitions of the cluster, so that custom kinds are predicted exactly. */
  readonly definitions?: readonly JsonObject[];
}

/**
 * What applying an object does to the cluster, field by field. Quantities in another spelling, defaults of the server and
 * the order of fields are no change. Fields of whoever installed the object before are taken over: what `desired` lacks
 * of them goes.
 */
export function planChange({
  group,
  desired,
  live,
  manager = 'meshctl',
  definitions = [],
}: PlannedObject): ClusterChange {
  const sent = sentObject(desired, live);
  const change = { object: keyOf(desired), group, desired: sent, changes: [], conflicts: [], adopts: [] };
  if (live === undefined) return { ...change, action: 'create' };
  const options = { manager, definitions };
  const { object, conflicts, adopts } = predict(live, sent, options);
  const changes = shownChanges(live, object);
  const isSame = changes.length === 0 && adopts.length === 0 && isCovered(live, sent, options);
  if (isSame) return { ...change, action: 'unchanged', live };
  return { ...change, action: 'change', changes, conflicts, adopts, live };
}
