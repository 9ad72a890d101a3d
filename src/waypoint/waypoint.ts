import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
import { trafficLabel, waypointClass } from './waypoint-object.ts';

/** A waypoint of a cluster. */
export interface Waypoint {
  readonly namespace: string;
  readonly name: string;
  /** `default` when it names none. */
  readonly revision: string;
  /** `service` when it says nothing. */
  readonly traffic: string;
  /** Whether istiod has set it up: `True`, `False`, or `Unknown` as long as nobody says. */
  readonly programmed: string;
  /** As the Gateway has them. */
  readonly conditions: readonly WaypointCondition[];
}

export interface WaypointCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** What a Gateway says of the waypoint that it is; undefined when it is none. */
export function readWaypoint(gateway: JsonObject): Waypoint | undefined {
  if (valueIn(gateway, 'spec', 'gatewayClassName') !== waypointClass) return undefined;
  const { namespace, name } = objectIn(gateway, 'metadata');
  const conditions = conditionsOf(gateway);
  return {
    namespace: plainText(namespace),
    name: plainText(name),
    revision: labelOf(gateway, label.revision) || 'default',
    traffic: labelOf(gateway, trafficLabel) || 'service',
    programmed: conditions.find(({ type }) => type === 'Programmed')?.status ?? 'Unknown',
    conditions,
  };
}

function conditionsOf(gateway: JsonObject): readonly WaypointCondition[] {
  return objectsIn(gateway, 'status', 'conditions').map((condition) => ({
    type: plainText(condition.type),
    status: plainText(condition.status),
    reason: plainText(condition.reason),
    message: plainText(condition.message),
  }));
}
