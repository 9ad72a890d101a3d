import type { Json, JsonObject } from '../../resources/index.ts';
import type { DumpItem, ProxyDump } from '../dump/dump.ts';
import type { Shape } from '../dump/shape.ts';
import {
  addressShape,
  asList,
  asNumber,
  asObject,
  asText,
  bareMessage,
  compareClusters,
  parseClusterName,
  type ClusterName,
  readAddress,
  valueAt,
  type Maybe,
} from '../message/index.ts';
import { describeLocality } from './describe-locality.ts';
import type { EndpointFilter } from './summarize-endpoints.ts';

/** An endpoint that the control plane assigned to a cluster. */
export interface AssignmentRow {
  /** `10.0.0.7:8080`, all addresses of it; the path of a pipe; `envoy://listener/id`. */
  readonly endpoint: string;
  readonly status: string;
  /** `region/zone/sub-zone`. */
  readonly locality: string;
  readonly cluster: string;
  readonly weight: number;
  /** 0 is the first choice. */
  readonly priority: number;
  readonly hostname: string;
}

const endpointShape = {
  address: addressShape,
  additional_addresses: { address: addressShape },
  hostname: true,
} as const;

const shape = {
  endpoints: {
    locality: { region: true, zone: true, sub_zone: true },
    priority: true,
    lb_endpoints: { endpoint: endpointShape, health_status: true, load_balancing_weight: true },
  },
} as const satisfies Shape;

/**
 * The endpoints in a config dump made with `include_eds`, ordered by cluster as the table of clusters is; none for
 * dumps without them.
 */
export function summarizeAssignments(dump: ProxyDump, filter: EndpointFilter = {}): AssignmentRow[] {
  return sortedAssignments(dump, filter, (_, rows) => rows).flat();
}

/** Assignments that have such an endpoint, reduced to these, as protobuf's JSON, in the same order. */
export function selectAssignments(dump: ProxyDump, filter: EndpointFilter = {}): JsonObject[] {
  return sortedAssignments(dump, filter, (item) => {
    const message = item.whole();
    const endpoints = asList(message.endpoints).map((group) => reduced(asObject(group), filter));
    return bareMessage({ ...message, endpoints }, 'envoy.config.endpoint.v3.ClusterLoadAssignment');
  });
}

/** What `keep` makes of each assignment, and nothing else of it: there are many. */
function sortedAssignments<Kept>(
  dump: ProxyDump,
  filter: EndpointFilter,
  keep: (item: DumpItem, rows: AssignmentRow[]) => Kept,
): Kept[] {
  const wanted = (filter.cluster ?? '').toLowerCase();
  const [fixed, found]: [Assignment<Kept>[], Assignment<Kept>[]] = [[], []];
  for (const item of dump.section('endpoints')?.items(shape) ?? []) {
    if (wanted !== '' && wanted !== item.name.toLowerCase()) continue;
    const rows = rowsOf(item, filter);
    const list = item.state === 'static' ? fixed : found;
    if (rows.length > 0) list.push({ key: parseClusterName(item.name), kept: keep(item, rows) });
  }
  return [...found, ...fixed].sort((a, b) => compareClusters(a.key, b.key)).map(({ kept }) => kept);
}

interface Assignment<Kept> {
  readonly key: ClusterName;
  readonly kept: Kept;
}

function rowsOf({ name, message }: DumpItem, filter: EndpointFilter): AssignmentRow[] {
  const rows: AssignmentRow[] = [];
  for (const group of asList(message.endpoints).map(asObject)) {
    const place = { locality: describeLocality(group.locality), priority: asNumber(group.priority) };
    for (const endpoint of asList(group.lb_endpoints).map(asObject))
      if (admits(filter, endpoint)) rows.push(rowOf(endpoint, place, name));
  }
  return rows;
}

function admits({ address = '', port = 0, status = '' }: EndpointFilter, endpoint: JsonObject): boolean {
  const wanted = address.toLowerCase();
  return (
    (wanted === '' || addressesOf(endpoint).some((each) => describeAddress(each).toLowerCase() === wanted)) &&
    (port === 0 || port === readAddress(addressesOf(endpoint)[0]).port) &&
    (status === '' || status.toUpperCase() === statusOf(endpoint))
  );
}

/** A group keeps its place when nothing of it is left: priorities depend on it. */
function reduced(group: JsonObject, filter: EndpointFilter): Json {
  const { lb_endpoints: all, ...rest } = group;
  const left = asList(all).filter((endpoint) => admits(filter, asObject(endpoint)));
  return left.length === 0 ? rest : { ...group, lb_endpoints: left };
}

function addressesOf({ endpoint }: JsonObject): Maybe[] {
  const { address, additional_addresses: more } = asObject(endpoint);
  return [address, ...asList(more).map((each) => valueAt(each, 'address'))];
}

function describeAddress(address: Maybe): string {
  const { kind, text, port } = readAddress(address);
  if (kind === 'socket') return `${text}:${port}`;
  if (kind === 'none') return 'unknown';
  return kind === 'pipe' ? text : `envoy://${text}`;
}

const statusOf = (endpoint: JsonObject): string => asText(endpoint.health_status) || 'UNKNOWN';

type Place = Pick<AssignmentRow, 'locality' | 'priority'>;

function rowOf(endpoint: JsonObject, { locality, priority }: Place, cluster: string): AssignmentRow {
  return {
    endpoint: addressesOf(endpoint).map(describeAddress).join(','),
    status: statusOf(endpoint),
    locality,
    cluster,
    weight: asNumber(endpoint.load_balancing_weight),
    priority,
    hostname: asText(valueAt(endpoint.endpoint, 'hostname')),
  };
}
