import { compareText } from '../../compare-text.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { ProxyDump } from '../dump/dump.ts';
import type { Shape } from '../dump/shape.ts';
import {
  addressShape,
  asList,
  asNumber,
  asObject,
  asText,
  bareMessage,
  readAddress,
  valueAt,
  type Address,
} from '../message/index.ts';
import { describeLocality } from './describe-locality.ts';

/** Which endpoints; what is not given admits all. Texts may be in capitals or not. */
export interface EndpointFilter {
  /** Of `/clusters`: the address alone, `10.0.0.7`. Of `/config_dump`: with the port, `10.0.0.7:8080`. */
  readonly address?: string | undefined;
  /** 0 admits all. */
  readonly port?: number | undefined;
  /** The whole name. */
  readonly cluster?: string | undefined;
  /** `HEALTHY`, `UNHEALTHY`, ... */
  readonly status?: string | undefined;
}

/** An endpoint of a cluster, with what Envoy makes of its health. */
export interface EndpointRow {
  /** `10.0.0.7:8080`, `unix:///var/run/app.sock`, `envoy://listener/id`. */
  readonly endpoint: string;
  /** What the control plane says of its health. */
  readonly status: string;
  /** Whether outlier detection has put it out. */
  readonly ejected: boolean;
  readonly cluster: string;
  /** `region/zone/sub-zone`. */
  readonly locality: string;
  readonly weight: number;
  /** 0 is the first choice. */
  readonly priority: number;
}

const shape = {
  host_statuses: {
    address: addressShape,
    health_status: { eds_health_status: true, failed_outlier_check: true },
    weight: true,
    priority: true,
    locality: { region: true, zone: true, sub_zone: true },
  },
} as const satisfies Shape;

/** The endpoints in an answer of `/clusters?format=json`, by address, port and cluster; none for other dumps. */
export function summarizeEndpoints(dump: ProxyDump, filter: EndpointFilter = {}): EndpointRow[] {
  const found: { readonly row: EndpointRow; readonly text: string; readonly port: number }[] = [];
  for (const { name, message } of dump.section('clusterStatuses')?.items(shape) ?? []) {
    for (const host of asList(message.host_statuses).map(asObject)) {
      const address = readAddress(host.address);
      if (!admits(filter, host, address, name)) continue;
      found.push({ row: rowOf(host, address, name), text: addressText(address), port: address.port });
    }
  }
  return found
    .sort(
      (a, b) => compareText(a.text, b.text) || a.port - b.port || compareText(a.row.cluster, b.row.cluster),
    )
    .map(({ row }) => row);
}

/** The clusters that have such an endpoint as protobuf's JSON, whole, in the order of the dump. */
export function selectClusterStatuses(dump: ProxyDump, filter: EndpointFilter = {}): JsonObject[] {
  const statuses: JsonObject[] = [];
  for (const item of dump.section('clusterStatuses')?.items(shape) ?? []) {
    const hosts = asList(item.message.host_statuses).map(asObject);
    if (hosts.some((host) => admits(filter, host, readAddress(host.address), item.name)))
      statuses.push(bareMessage(item.whole(), 'envoy.admin.v3.ClusterStatus'));
  }
  return statuses;
}

function admits(
  { address: wanted = '', port = 0, cluster = '', status = '' }: EndpointFilter,
  host: JsonObject,
  address: Address,
  name: string,
): boolean {
  return (
    isSame(wanted, addressText(address)) &&
    (port === 0 || port === address.port) &&
    isSame(cluster, name) &&
    isSame(status, statusOf(host))
  );
}

const isSame = (wanted: string, text: string): boolean =>
  wanted === '' || wanted.toLowerCase() === text.toLowerCase();

const statusOf = (host: JsonObject): string =>
  asText(valueAt(host.health_status, 'eds_health_status')) || 'UNKNOWN';

function addressText({ kind, text }: Address): string {
  if (kind === 'none') return 'unknown';
  return `${{ socket: '', pipe: 'unix://', internal: 'envoy://' }[kind]}${text}`;
}

function rowOf(host: JsonObject, address: Address, cluster: string): EndpointRow {
  return {
    endpoint: addressText(address) + (address.port === 0 ? '' : `:${address.port}`),
    status: statusOf(host),
    ejected: valueAt(host.health_status, 'failed_outlier_check') === true,
    cluster,
    locality: describeLocality(host.locality),
    weight: asNumber(host.weight),
    priority: asNumber(host.priority),
  };
}
