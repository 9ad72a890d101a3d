import type { JsonObject } from '../../resources/index.ts';
import type { DumpItem, ItemState, ProxyDump } from '../dump/dump.ts';
import { requiredItems, type StateOptions } from '../dump/required-section.ts';
import type { Shape } from '../dump/shape.ts';
import { asText, bareMessage, compareClusters, istioOrigin, parseClusterName } from '../message/index.ts';

/** Which clusters; what is not given admits all. As in istioctl, each text may be any part of the name. */
export interface ClusterFilter {
  readonly fqdn?: string | undefined;
  readonly direction?: string | undefined;
  readonly subset?: string | undefined;
  /** 0 admits all. */
  readonly port?: number | undefined;
}

/** A row of the table of clusters. */
export interface ClusterRow {
  readonly name: string;
  /** The whole name where it is not one of Istio's. */
  readonly fqdn: string;
  /** Undefined for names that are not Istio's. */
  readonly port: number | undefined;
  readonly subset: string;
  readonly direction: string;
  /** `EDS`, `STRICT_DNS`, ... */
  readonly type: string;
  /** The DestinationRule it follows, `name.namespace`; empty without one. */
  readonly destinationRule: string;
  readonly state: ItemState;
  readonly lastUpdated: string;
  /** Why Envoy refused an update of it; empty when it did not. */
  readonly error: string;
}

const shape = {
  type: true,
  metadata: { filter_metadata: { istio: { config: true } } },
} as const satisfies Shape;

/** The clusters that Envoy uses, and with `all` also those that wait or were refused, in istioctl's order. */
export function summarizeClusters(
  dump: ProxyDump,
  filter: ClusterFilter = {},
  states: StateOptions = {},
): ClusterRow[] {
  const rows: ClusterRow[] = [];
  for (const item of requiredItems(dump, 'clusters', shape, states))
    if (admits(filter, item.name)) rows.push(rowOf(item));
  return rows.sort(compareClusters);
}

/** The clusters that Envoy uses as protobuf's JSON, in the same order. */
export function selectClusters(dump: ProxyDump, filter: ClusterFilter = {}): JsonObject[] {
  return [...requiredItems(dump, 'clusters', {})]
    .filter(({ name }) => admits(filter, name))
    .map((item) => ({ item, key: parseClusterName(item.name) }))
    .sort((a, b) => compareClusters(a.key, b.key))
    .map(({ item }) => bareMessage(item.whole(), 'envoy.config.cluster.v3.Cluster'));
}

function admits({ fqdn = '', direction = '', subset = '', port = 0 }: ClusterFilter, name: string): boolean {
  const parts = [fqdn, direction, subset, port === 0 ? '' : `|${port}|`];
  return parts.every((part) => name.includes(part));
}

function rowOf({ name, message, state, lastUpdated = '', errorState }: DumpItem): ClusterRow {
  const { fqdn, port, subset, direction, parsed } = parseClusterName(name);
  return {
    name,
    fqdn,
    port: parsed ? port : undefined,
    subset,
    direction,
    type: asText(message.type) || 'STATIC',
    destinationRule: istioOrigin(message.metadata),
    state,
    lastUpdated,
    error: errorState?.details ?? '',
  };
}
