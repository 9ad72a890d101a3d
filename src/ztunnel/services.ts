import type { ZtunnelDump, ZtunnelService } from './dump.ts';
import { serviceOrder, sortedBy } from './order.ts';
import { sameName } from './same-name.ts';
import { waypointNames } from './waypoint-names.ts';

/** Which services are wanted. */
export interface ServiceFilter {
  readonly namespace?: string | undefined;
}

/** A line of the table of services. */
export interface ServiceRow {
  readonly namespace: string;
  readonly name: string;
  /** Virtual addresses without their networks, joined by commas. */
  readonly vip: string;
  readonly waypoint: string;
  /** An endpoint is healthy when the dump has its workload and calls it healthy. */
  readonly endpoints: { readonly healthy: number; readonly all: number };
}

/** The services that a filter admits, by namespace, name and host name. */
export function selectServices(dump: ZtunnelDump, filter: ServiceFilter): readonly ZtunnelService[] {
  const admitted = dump.services.filter(({ namespace }) => sameName(namespace, filter.namespace));
  return sortedBy(admitted, serviceOrder);
}

/** The lines of the table, in the order of {@link selectServices}. */
export function serviceRows(dump: ZtunnelDump, filter: ServiceFilter = {}): readonly ServiceRow[] {
  const { services, workloads } = dump.known ?? dump;
  const waypoint = waypointNames(services);
  const healthy = new Map(workloads.map(({ uid, status }) => [uid, status === 'Healthy']));
  return selectServices(dump, filter).map((service) => ({
    namespace: service.namespace,
    name: service.name,
    vip: service.addresses.map(withoutNetwork).join(','),
    waypoint: waypoint(service.waypoint),
    endpoints: {
      healthy: service.endpoints.filter((uid) => healthy.get(uid) === true).length,
      all: service.endpoints.length,
    },
  }));
}

const withoutNetwork = (address: string): string => address.slice(address.indexOf('/') + 1);
