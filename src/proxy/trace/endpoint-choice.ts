import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asObject, asText, readAddress, valueAt, type Maybe } from '../message/index.ts';

/** An endpoint of a cluster, as far as a trace shows it. */
export interface EndpointState {
  /** `10.0.0.1:8080`. */
  readonly address: string;
  /** As EDS gives it; `UNKNOWN` counts as healthy. */
  readonly health: string;
  readonly healthy: boolean;
  /** `region/zone/subzone`; empty without one. */
  readonly locality: string;
  /** 0 is tried first. */
  readonly priority: number;
  /** Of its locality among those of the priority; 0 without one. */
  readonly localityWeight: number;
  readonly message: JsonObject;
}

/** The endpoints of a `ClusterLoadAssignment`, in its order. */
export function endpointsOf(assignment: Maybe): EndpointState[] {
  return asList(valueAt(assignment, 'endpoints')).flatMap((group) =>
    asList(valueAt(group, 'lb_endpoints')).map((endpoint) => endpointState(endpoint, group)),
  );
}

/** The entry of `transport_socket_matches` for an endpoint: the first whose labels the endpoint has. */
export function socketFor(
  cluster: Maybe,
  endpoint: EndpointState,
): { index: number; socket: Json } | undefined {
  const labels = asObject(
    valueAt(endpoint.message, 'metadata', 'filter_metadata', 'envoy.transport_socket_match'),
  );
  const matches = asList(valueAt(cluster, 'transport_socket_matches'));
  const index = matches.findIndex((each) => {
    const wanted = Object.entries(asObject(valueAt(each, 'match')));
    return wanted.every(([label, value]) => labels[label] === value);
  });
  const socket = valueAt(matches[index], 'transport_socket');
  return socket === undefined ? undefined : { index, socket };
}

const failing = new Set(['UNHEALTHY', 'DRAINING', 'TIMEOUT']);

function endpointState(endpoint: Json, group: Json): EndpointState {
  const health = asText(valueAt(endpoint, 'health_status')) || 'UNKNOWN';
  const locality = ['region', 'zone', 'sub_zone'].map((part) => asText(valueAt(group, 'locality', part)));
  const { kind, text, port } = readAddress(valueAt(endpoint, 'endpoint', 'address'));
  return {
    address: kind === 'socket' ? `${text}:${port}` : text,
    health,
    healthy: !failing.has(health),
    locality: locality.join('/').replace(/\/+$/, ''),
    priority: Math.max(0, Math.trunc(asNumber(valueAt(group, 'priority')))),
    localityWeight: asNumber(valueAt(group, 'load_balancing_weight')),
    message: isObject(endpoint) ? endpoint : {},
  };
}
