import type { ZtunnelDump, ZtunnelWorkload } from './dump.ts';
import { sortedBy, workloadOrder } from './order.ts';
import { sameName } from './same-name.ts';
import { waypointNames } from './waypoint-names.ts';

/** Which workloads are wanted; what is not given admits all. */
export interface WorkloadFilter {
  /** One of its addresses, whole. */
  readonly address?: string | undefined;
  readonly namespace?: string | undefined;
  readonly node?: string | undefined;
}

/** A line of the table of workloads. */
export interface WorkloadRow {
  readonly namespace: string;
  readonly name: string;
  /** Addresses joined by commas; a host name where there is none. */
  readonly address: string;
  readonly node: string;
  /** Name of a service, `None`, or `NA` when the dump does not have it. */
  readonly waypoint: string;
  readonly protocol: string;
}

/** The workloads that a filter admits, in the order of the dump. */
export function selectWorkloads(dump: ZtunnelDump, filter: WorkloadFilter): readonly ZtunnelWorkload[] {
  const { address, namespace, node } = filter;
  return dump.workloads.filter(
    (workload) =>
      sameName(workload.namespace, namespace) &&
      sameName(workload.node, node) &&
      (address === undefined || workload.addresses.some((one) => sameName(one, address))),
  );
}

/** The lines of the table, by namespace and name, then by node. */
export function workloadRows(dump: ZtunnelDump, filter: WorkloadFilter = {}): readonly WorkloadRow[] {
  const waypoint = waypointNames((dump.known ?? dump).services);
  return sortedBy(selectWorkloads(dump, filter), workloadOrder).map((workload) => ({
    namespace: workload.namespace,
    name: workload.name,
    address: workload.addresses.join(',') || workload.hostname,
    node: workload.node,
    waypoint: waypoint(workload.waypoint),
    protocol: workload.protocol,
  }));
}
