import type { JsonObject } from '../json.ts';
import { listKinds, type ClusterClient } from '../kube/index.ts';
import { noGatewayApi } from './no-gateway-api.ts';
import { readWaypoint, type Waypoint } from './waypoint.ts';

export interface ListWaypointsOptions {
  /** Default: all. */
  readonly namespace?: string;
  readonly signal?: AbortSignal;
}

/** A waypoint with the Gateway that it is. */
export interface FoundWaypoint extends Waypoint {
  readonly object: JsonObject;
}

/**
 * The waypoints of a cluster or a namespace, by namespace and name.
 *
 * @throws {MeshctlError} `environment` when the cluster has no Gateway API, or Gateways cannot be listed.
 */
export async function listWaypoints(
  client: ClusterClient,
  { namespace, signal }: ListWaypointsOptions = {},
): Promise<readonly FoundWaypoint[]> {
  const [list] = await listKinds(client, [{ group: 'gateway.networking.k8s.io', kind: 'Gateway' }], {
    ...(namespace !== undefined && { namespaces: [namespace] }),
    ...(signal && { signal }),
    whole: true,
  });
  const [problem] = list?.problems ?? [];
  if (problem !== undefined) throw problem;
  if (list?.outcome !== 'listed') throw noGatewayApi();
  return list.objects.flatMap((object) => {
    const waypoint = readWaypoint(object);
    return waypoint === undefined ? [] : [{ ...waypoint, object }];
  });
}
