import type { JsonObject } from '../../resources/index.ts';
import type { ProxyDump } from '../dump/dump.ts';
import { asList, asObject } from '../message/index.ts';
import type { ClusterNode } from './add-clusters.ts';
import {
  assignedFacts,
  assignmentShape,
  seenFacts,
  statusShape,
  type EndpointFacts,
} from './endpoint-facts.ts';
import type { Graph } from './graph.ts';
import { judgeCluster } from './judge-cluster.ts';
import type { ViewSource } from './view.ts';

/** Endpoints of one cluster by address; two may have the same one. */
type Endpoints = readonly { readonly endpoint: EndpointFacts; readonly source: ViewSource }[];

/**
 * Adds the endpoints of each cluster, and judges it by them. They come from assignments in the dump, from the cluster
 * itself and from what Envoy sees of it, which counts more.
 */
export function addEndpoints(
  graph: Graph,
  dump: ProxyDump,
  { clusters, statuses }: { readonly clusters: readonly ClusterNode[]; readonly statuses: ProxyDump },
): void {
  const assigned = readAssignments(graph, dump);
  const seen = readStatuses(graph, statuses);
  const known = dump.section('endpoints') !== undefined || statuses.section('clusterStatuses') !== undefined;
  for (const cluster of clusters) {
    const { node, name, inline, document } = cluster;
    const own = inline === undefined ? undefined : endpointsIn(inline, document, ['load_assignment']);
    const parts = [assigned.get(cluster.assignment) ?? own, seen.get(name)];
    const found = parts.flatMap((part) => part ?? []);
    const all = merged(found);
    for (const each of all) addEndpoint(graph, node, each);
    const lists = cluster.listsEndpoints || found.length > 0;
    const health = all.map(({ endpoint }) => endpoint.health);
    if (lists) judgeCluster(graph, node, { health, known: known || own !== undefined });
  }
}

function readAssignments(graph: Graph, dump: ProxyDump): Map<string, Endpoints> {
  const found = new Map<string, Endpoints>();
  for (const item of dump.section('endpoints')?.items(assignmentShape) ?? []) {
    const { message, document } = graph.read(item, 'endpoint assignment');
    found.set(item.name, endpointsIn(message, document, []));
  }
  return found;
}

function endpointsIn(assignment: JsonObject, document: number, path: ViewSource['path']): Endpoints {
  return asList(assignment.endpoints).flatMap((group, g) =>
    asList(asObject(group).lb_endpoints).map((endpoint, e) => ({
      endpoint: assignedFacts(asObject(endpoint), asObject(group)),
      source: { document, path: [...path, 'endpoints', g, 'lb_endpoints', e] },
    })),
  );
}

function readStatuses(graph: Graph, dump: ProxyDump): Map<string, Endpoints> {
  const found = new Map<string, Endpoints>();
  for (const item of dump.section('clusterStatuses')?.items(statusShape) ?? []) {
    const { message, document } = graph.read(item, 'cluster status');
    const hosts = asList(message.host_statuses).map((host, h) => ({
      endpoint: seenFacts(asObject(host)),
      source: { document, path: ['host_statuses', h] },
    }));
    found.set(item.name, hosts);
  }
  return found;
}

interface Merged {
  readonly endpoint: EndpointFacts;
  readonly sources: readonly ViewSource[];
}

/** One endpoint for each address: what comes later counts more, but does not blot out what it does not know. */
function merged(found: Endpoints): Merged[] {
  const byAddress = new Map<string, Merged>();
  for (const { endpoint, source } of found) {
    const before = byAddress.get(endpoint.address);
    const sources = [...(before?.sources ?? []), source];
    byAddress.set(endpoint.address, { endpoint: joinedFacts(before?.endpoint, endpoint), sources });
  }
  return [...byAddress.values()];
}

function joinedFacts(before: EndpointFacts | undefined, later: EndpointFacts): EndpointFacts {
  if (before === undefined) return later;
  const facts = later.facts.map(([name, value], i) => [name, value || (before.facts[i]?.[1] ?? '')] as const);
  const note = before.ailment === later.ailment ? before.note : later.note;
  return { ...later, facts, note };
}

function addEndpoint(graph: Graph, cluster: number, { endpoint, sources }: Merged): void {
  const { address, facts, note, health, ailment } = endpoint;
  const node = graph.add({
    ...{ kind: 'endpoint', key: address, parent: cluster, label: address, note, facts, sources },
  });
  graph.judge(node, health);
  if (ailment !== '' && health === 'unhealthy')
    graph.blame(node, 'warning', `it gets no requests: ${ailment}`);
}
