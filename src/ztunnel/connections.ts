import type { Connection, WorkloadState, ZtunnelDump } from './dump.ts';
import { fieldsOf } from '../object-fields.ts';
import { sortedBy, stateOrder } from './order.ts';
import { sameName } from './same-name.ts';

/** Which connections are wanted. */
export interface ConnectionFilter {
  readonly direction?: 'inbound' | 'outbound' | undefined;
  /** Namespace of the workload on this node. */
  readonly namespace?: string | undefined;
}

/** A line of the table of connections. */
export interface ConnectionRow {
  /** `name.namespace`. */
  readonly workload: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly local: string;
  readonly remote: string;
  readonly remoteTarget: string;
  readonly protocol: string;
}

/** The workloads of the node with the connections that a filter admits, by namespace and name. */
export function selectConnections(dump: ZtunnelDump, filter: ConnectionFilter): readonly WorkloadState[] {
  const admitted = dump.states.filter(({ namespace }) => sameName(namespace, filter.namespace));
  const { direction } = filter;
  const states = sortedBy(admitted, stateOrder);
  if (direction === undefined) return states;
  const other = direction === 'inbound' ? 'outbound' : 'inbound';
  return states.map((state) => ({
    ...state,
    raw: { ...state.raw, connections: { ...fieldsOf(state.raw.connections)?.raw, [other]: [] } },
    [other]: [],
  }));
}

/** The lines of the table; with `raw`, addresses stay what they are, otherwise the dump names whose they are. */
export function connectionRows(
  dump: ZtunnelDump,
  filter: ConnectionFilter = {},
  { raw = false }: { readonly raw?: boolean } = {},
): readonly ConnectionRow[] {
  const name = raw ? (address: string) => address : addressNames(dump.known ?? dump);
  return selectConnections(dump, filter).flatMap((state) => {
    const workload = `${state.name}.${state.namespace}`;
    return [
      ...state.inbound.map((connection) => ({ workload, ...inboundRow(connection, name) })),
      ...state.outbound.map((connection) => ({ workload, ...outboundRow(connection, name) })),
    ];
  });
}

type Naming = (address: string) => string;

const inboundRow = (connection: Connection, name: Naming): Omit<ConnectionRow, 'workload'> => ({
  direction: 'Inbound',
  local: name(connection.actualDst),
  remote: name(connection.src),
  remoteTarget: connection.originalDst,
  protocol: connection.protocol,
});

const outboundRow = (connection: Connection, name: Naming): Omit<ConnectionRow, 'workload'> => ({
  direction: 'Outbound',
  local: name(connection.src),
  remote: name(connection.actualDst),
  remoteTarget: name(connection.originalDst),
  protocol: connection.protocol,
});

/** Names of addresses: the host name of a service, else `name.namespace` of a workload; the last of several counts. */
function addressNames({ services, workloads }: Pick<ZtunnelDump, 'services' | 'workloads'>): Naming {
  const names = new Map<string, string>();
  for (const { addresses, name, namespace } of workloads) {
    for (const address of addresses) names.set(address, `${name}.${namespace}`);
  }
  for (const { addresses, hostname } of services) {
    for (const address of addresses) names.set(address.slice(address.indexOf('/') + 1), hostname);
  }
  return (address) => {
    const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*)):(\d*)$/.exec(address) ?? [];
    const named = names.get(bracketed ?? plain ?? '');
    return named === undefined || port === undefined ? address : `${named}:${port}`;
  };
}
