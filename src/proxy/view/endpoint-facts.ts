import type { JsonObject } from '../../resources/index.ts';
import type { Shape } from '../dump/shape.ts';
import { describeLocality } from '../endpoints/describe-locality.ts';
import { addressShape, asNumber, asText, readAddress, valueAt, type Maybe } from '../message/index.ts';
import type { Health } from './view.ts';

/** An endpoint of a cluster, put together from all that the dump says of it. */
export interface EndpointFacts {
  /** `10.0.0.7:8080`, `unix:///run/app.sock`, `envoy://listener/id`. */
  readonly address: string;
  readonly health: Health;
  /** Why it gets no requests, or only some: `ejected by outlier detection`; empty when it is well. */
  readonly ailment: string;
  /** Name of the workload, host name, zone: what tells it from others. */
  readonly note: string;
  readonly facts: readonly (readonly [string, string])[];
}

/** What is read of a `ClusterLoadAssignment`. */
export const assignmentShape = {
  endpoints: {
    locality: { region: true, zone: true, sub_zone: true },
    priority: true,
    lb_endpoints: {
      endpoint: { address: addressShape, hostname: true },
      health_status: true,
      load_balancing_weight: true,
      metadata: { filter_metadata: { istio: { workload: true } } },
    },
  },
} as const satisfies Shape;

/** What is read of a `ClusterStatus`. */
export const statusShape = {
  host_statuses: {
    address: addressShape,
    hostname: true,
    health_status: true,
    weight: true,
    priority: true,
    locality: { region: true, zone: true, sub_zone: true },
  },
} as const satisfies Shape;

/** An endpoint as it was assigned, in a group of one locality and priority. */
export function assignedFacts(endpoint: JsonObject, group: JsonObject): EndpointFacts {
  const workload = asText(valueAt(endpoint.metadata, 'filter_metadata', 'istio', 'workload'));
  return factsOf({
    address: valueAt(endpoint.endpoint, 'address'),
    hostname: asText(valueAt(endpoint.endpoint, 'hostname')),
    workload: workload.split(';').slice(0, 2).filter(Boolean).join('.'),
    ...judged(asText(endpoint.health_status), {}),
    locality: describeLocality(group.locality),
    weight: asNumber(endpoint.load_balancing_weight),
    priority: asNumber(group.priority),
  });
}

/** An endpoint as Envoy sees it. */
export function seenFacts(host: JsonObject): EndpointFacts {
  const health = host.health_status;
  return factsOf({
    address: host.address,
    hostname: asText(host.hostname),
    workload: '',
    ...judged(asText(valueAt(health, 'eds_health_status')), health),
    locality: describeLocality(host.locality),
    weight: asNumber(host.weight),
    priority: asNumber(host.priority),
  });
}

interface Judgement {
  readonly status: string;
  readonly health: Health;
  readonly ailment: string;
}

const ofStatus: Readonly<Record<string, Health>> = {
  DEGRADED: 'degraded',
  UNHEALTHY: 'unhealthy',
  DRAINING: 'unhealthy',
  TIMEOUT: 'unhealthy',
};

/** What Envoy found out by itself, in the order in which it matters. */
const findings: readonly (readonly [field: string, health: Health, ailment: string])[] = [
  ['failed_outlier_check', 'unhealthy', 'ejected by outlier detection'],
  ['failed_active_health_check', 'unhealthy', 'fails health checks'],
  ['active_hc_timeout', 'unhealthy', 'health checks time out'],
  ['excluded_via_immediate_hc_fail', 'unhealthy', 'asked to be left out'],
  ['failed_active_degraded_check', 'degraded', 'degraded by health checks'],
];

/** Without a status an endpoint counts as healthy, as for Envoy. */
function judged(status: string, seen: Maybe): Judgement {
  const known = status || 'UNKNOWN';
  for (const [field, health, ailment] of findings)
    if (valueAt(seen, field) === true) return { status: known, health, ailment };
  const health = ofStatus[known] ?? 'healthy';
  return { status: known, health, ailment: health === 'healthy' ? '' : known.toLowerCase() };
}

interface Parts extends Judgement {
  readonly address: Maybe;
  readonly hostname: string;
  readonly workload: string;
  readonly locality: string;
  readonly weight: number;
  readonly priority: number;
}

function factsOf(parts: Parts): EndpointFacts {
  const { hostname, workload, locality, health, ailment } = parts;
  return {
    ...{ address: addressText(parts.address), health, ailment },
    note: [ailment, workload || hostname, locality].filter((part) => part !== '').join(' · '),
    facts: [
      ['status', parts.status],
      ['workload', workload],
      ['host name', hostname],
      ['locality', locality],
      ['weight', parts.weight === 0 ? '' : String(parts.weight)],
      ['priority', parts.priority === 0 ? '' : String(parts.priority)],
    ],
  };
}

function addressText(address: Maybe): string {
  const { kind, text, port } = readAddress(address);
  if (kind === 'none') return 'unknown';
  return { socket: `${text}:${port}`, pipe: `unix://${text}`, internal: `envoy://${text}` }[kind];
}
