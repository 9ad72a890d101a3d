import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import type { Kind } from '../kinds/kind.ts';
import { updateObject } from '../write/update-object.ts';

/** Field manager of what a cluster does by itself. */
export const controllerManager = 'kube-controller-manager';

/** Writes the status of an object, if it is another one. */
export function setStatus(
  cluster: Cluster,
  kind: Kind,
  object: JsonObject,
  status: JsonObject,
  manager = controllerManager,
): void {
  if (isDeepStrictEqual(object.status, status)) return;
  updateObject(cluster, kind, object, { ...object, status }, { manager, subresource: 'status' });
}
