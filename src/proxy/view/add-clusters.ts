import type { JsonObject } from '../../resources/index.ts';
import type { DumpItem, ProxyDump } from '../dump/dump.ts';
import type { Shape } from '../dump/shape.ts';
import {
  asObject,
  asText,
  compareClusters,
  istioOrigin,
  parseClusterName,
  valueAt,
} from '../message/index.ts';
import { shortClusterName } from './cluster-label.ts';
import { assignmentShape } from './endpoint-facts.ts';
import type { Graph } from './graph.ts';
import { idKey } from './id-key.ts';

/** A cluster of the graph. */
export interface ClusterNode {
  readonly node: number;
  readonly name: string;
  /** The name of the resource that lists its endpoints. */
  readonly assignment: string;
  /** Endpoints that stand in the cluster itself. */
  readonly inline: JsonObject | undefined;
  readonly document: number;
  /** Whether it has a list of endpoints at all: clusters of the original destination have none. */
  readonly listsEndpoints: boolean;
}

const shape = {
  type: true,
  cluster_type: { name: true },
  lb_policy: true,
  connect_timeout: true,
  eds_cluster_config: { service_name: true },
  load_assignment: assignmentShape,
  metadata: { filter_metadata: { istio: { config: true } } },
} as const satisfies Shape;

/** Adds the clusters of a dump, in the order of the table of clusters. */
export function addClusters(graph: Graph, dump: ProxyDump): ClusterNode[] {
  return [...(dump.section('clusters')?.items(shape) ?? [])]
    .map((item) => ({ item, key: parseClusterName(item.name) }))
    .sort((a, b) => compareClusters(a.key, b.key))
    .map(({ item }) => addCluster(graph, item));
}

function addCluster(graph: Graph, item: DumpItem): ClusterNode {
  const { message, document } = graph.read(item, 'cluster');
  const { name, state } = item;
  const custom = asText(valueAt(message, 'cluster_type', 'name'));
  const type = custom || asText(message.type) || 'STATIC';
  const { direction } = parseClusterName(name);
  const node = graph.add({
    ...{ kind: 'cluster', key: idKey(name, state), state, terms: name },
    label: shortClusterName(name),
    note: [direction, type].filter((part) => part !== '').join(' · '),
    facts: [
      ['name', name],
      ['type', type],
      ['load balancing', asText(message.lb_policy)],
      ['connect timeout', asText(message.connect_timeout)],
      ['DestinationRule', istioOrigin(message.metadata)],
      ['last updated', item.lastUpdated ?? ''],
    ],
    sources: [{ document, path: [] }],
  });
  graph.blameState(node, item);
  return {
    ...{ node, name, document, inline: inlineAssignment(message) },
    assignment: asText(valueAt(message, 'eds_cluster_config', 'service_name')) || name,
    listsEndpoints: custom === '' && type !== 'ORIGINAL_DST' && name !== 'BlackHoleCluster',
  };
}

function inlineAssignment({ load_assignment: inline }: JsonObject): JsonObject | undefined {
  return inline === undefined ? undefined : asObject(inline);
}
