import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { label } from '../label.ts';

/** Traffic that a waypoint takes: to Services, to workloads by their own addresses, both, or none. */
export type WaypointTraffic = 'service' | 'workload' | 'all' | 'none';

/** What a waypoint is like. */
export interface WaypointOptions {
  /** Default: `waypoint`. */
  readonly name?: string;
  readonly namespace?: string;
  /** Default: what the GatewayClass says, else `service`. */
  readonly traffic?: WaypointTraffic;
  /** Revision of the control plane that runs it. */
  readonly revision?: string;
}

/**
 * The Gateway that asks istiod for a waypoint (https://istio.io/latest/docs/ambient/usage/waypoint/).
 *
 * @throws {MeshctlError} `usage` for a name that no waypoint can have.
 */
export function waypointObject({
  name = 'waypoint',
  namespace,
  traffic,
  revision,
}: WaypointOptions): JsonObject {
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) || name.length > 63 || name === 'none') {
    throw new MeshctlError('usage', `"${name}" cannot be the name of a waypoint`, {
      reason: name === 'none' ? 'in istio.io/use-waypoint it means that there is none' : 'it is no DNS label',
      hint: 'use lower case letters, digits and -, 63 at most, such as waypoint',
    });
  }
  const labels = {
    ...(revision !== undefined && { [label.revision]: revision }),
    ...(traffic !== undefined && { [trafficLabel]: traffic }),
  };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: {
      ...(Object.keys(labels).length > 0 && { labels }),
      name,
      ...(namespace !== undefined && { namespace }),
    },
    spec: {
      gatewayClassName: waypointClass,
      listeners: [{ name: 'mesh', port: 15_008, protocol: 'HBONE' }],
    },
  };
}

/** The class of Gateways that are waypoints. */
export const waypointClass = 'istio-waypoint';

/** Says which traffic a waypoint takes. */
export const trafficLabel = 'istio.io/waypoint-for';
