import type { JsonObject } from '../../resources/index.ts';
import {
  asList,
  asNumber,
  asText,
  istioOrigin,
  parseClusterName,
  valueAt,
  type Maybe,
} from '../message/index.ts';
import { endpointsOf, socketFor, type EndpointState } from './endpoint-choice.ts';
import { loadShares, panicThreshold, type LoadShare } from './load-shares.ts';
import { passLocalities } from './locality-step.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import { pushSocket } from './socket-step.ts';
import { passTunnels } from './tunnel-step.ts';
import type { Verdict } from './trace.ts';
import { resourceNamed, type Walk } from './walk.ts';

/** Follows a cluster to its endpoints. `percent` is its part of the traffic. */
export function followCluster(walk: Walk, name: string, percent = 100): Verdict {
  const cluster = resourceNamed(walk, 'clusters', name);
  if (cluster === undefined) return withoutCluster(walk, name, percent);
  const type = asText(valueAt(cluster, 'type')) || 'STATIC';
  const custom = asText(valueAt(cluster, 'cluster_type', 'name'));
  walk.steps.push({
    stage: 'cluster',
    name,
    reason: describeCluster(cluster, custom || type),
    field: { path: `clusters[${name}].${custom ? 'cluster_type.name' : 'type'}`, value: custom || type },
  });
  if (type === 'ORIGINAL_DST') return toOriginalDestination(walk, name, percent);
  if (custom === 'envoy.clusters.aggregate') return toMembers(walk, cluster, percent);
  if (custom !== '') {
    walk.assumptions.add(`cluster ${name} finds its endpoints by ${custom}, which is not in the dump`);
    return { kind: 'reaches', targets: [{ cluster: name, percent, endpoints: undefined }] };
  }
  return toEndpoints(walk, cluster, percent);
}

function withoutCluster(walk: Walk, name: string, percent: number): Verdict {
  const listed = walk.dump.section('clusters') !== undefined;
  const reason = listed ? 'the proxy has no cluster of this name' : 'the dump lists no clusters';
  walk.steps.push({ stage: 'cluster', name, reason });
  if (listed) return { kind: 'no-cluster', cluster: name };
  return { kind: 'reaches', targets: [{ cluster: name, percent, endpoints: undefined }] };
}

function describeCluster(cluster: JsonObject, type: string): string {
  const { subset } = parseClusterName(asText(cluster.name));
  const origin = istioOrigin(cluster.metadata);
  return [
    `of type ${type}`,
    ...(subset === '' ? [] : [`subset ${subset}`]),
    ...(origin === '' ? [] : [`after DestinationRule ${origin}`]),
    ...(valueAt(cluster, 'lb_subset_config') === undefined
      ? []
      : ['the metadata of the route chooses among its endpoints']),
  ].join(', ');
}

function toOriginalDestination(walk: Walk, cluster: string, percent: number): Verdict {
  const { address, port } = walk.request.destination;
  const target = `${address ?? walk.request.host}:${port}`;
  walk.steps.push({ stage: 'endpoint', name: target, reason: 'the address that the connection was made to' });
  if (cluster.endsWith('PassthroughCluster')) return { kind: 'passthrough', cluster, address: target };
  return { kind: 'reaches', targets: [{ cluster, percent, endpoints: [target] }] };
}

function toEndpoints(walk: Walk, cluster: JsonObject, percent: number): Verdict {
  const name = asText(cluster.name);
  const { assignment, path } = assignmentOf(walk, cluster);
  const elsewhere = asText(cluster.type) === 'EDS' && walk.dump.section('endpoints') === undefined;
  if (assignment === undefined && elsewhere) {
    pushSocket(walk, cluster, undefined);
    return { kind: 'reaches', targets: [{ cluster: name, percent, endpoints: undefined }] };
  }
  const endpoints = endpointsOf(assignment);
  for (const endpoint of endpoints) pushEndpoint(walk, cluster, { endpoint, path });
  const shares = sharesOf(walk, cluster);
  pushShares(walk, cluster, shares);
  const used = shares.flatMap((share) => passLocalities(walk, cluster, share));
  const lost = passTunnels(walk, used);
  if (lost !== undefined) return lost;
  if (used.length > 0) {
    pushSocket(walk, cluster, used[0]);
    return {
      kind: 'reaches',
      targets: [{ cluster: name, percent, endpoints: used.map(({ address }) => address) }],
    };
  }
  walk.steps.push({ stage: 'endpoint', name, reason: noneReason(endpoints.length) });
  return { kind: name === 'BlackHoleCluster' ? 'black-hole' : 'no-endpoint', cluster: name };
}

const noneReason = (count: number): string =>
  count === 0 ? 'the cluster has no endpoint' : `none of its ${count} endpoints is healthy`;

/** What each priority of a cluster gets. */
function sharesOf(walk: Walk, cluster: JsonObject): LoadShare[] {
  const { assignment } = assignmentOf(walk, cluster);
  const factor = valueAt(assignment, 'policy', 'overprovisioning_factor');
  const shares = loadShares(
    levelsOf(endpointsOf(assignment)),
    panicThreshold(cluster),
    factor === undefined ? 140 : asNumber(factor),
  );
  const fails =
    valueAt(cluster, 'common_lb_config', 'zone_aware_lb_config', 'fail_traffic_on_panic') === true;
  return fails ? shares.map((share) => (share.panics ? { ...share, used: [] } : share)) : shares;
}

function levelsOf(endpoints: readonly EndpointState[]): EndpointState[][] {
  const last = Math.max(-1, ...endpoints.map(({ priority }) => priority));
  if (last > 128) return [[...endpoints]];
  return Array.from({ length: last + 1 }, (_, priority) =>
    endpoints.filter((each) => each.priority === priority),
  );
}

/** Says what is not plain: several priorities, and panic. */
function pushShares(walk: Walk, cluster: JsonObject, shares: readonly LoadShare[]): void {
  const name = asText(cluster.name);
  const value = valueAt(cluster, 'common_lb_config', 'healthy_panic_threshold');
  const path = `clusters[${name}].common_lb_config.healthy_panic_threshold`;
  const threshold = panicThreshold(cluster);
  for (const { priority, used } of shares.filter((each) => each.panics && each.percent > 0))
    walk.steps.push({
      ...{ stage: 'endpoint', name },
      reason: `fewer than ${threshold} % of the endpoints${priority === 0 ? '' : ` of priority ${priority}`} are healthy: ${used.length === 0 ? 'it answers itself instead of trying them' : 'it uses all of them, healthy or not (panic)'}`,
      ...(value !== undefined && { field: { path, value } }),
    });
  if (shares.filter(({ used }) => used.length > 0).length + (shares[0]?.percent === 100 ? 0 : 1) < 2) return;
  const texts = shares.map(({ priority, percent }) => `priority ${priority} gets ${percent} %`);
  walk.steps.push({ stage: 'endpoint', name, reason: texts.join(', ') });
}

/** An aggregate takes the priorities of its clusters one after the other, as if they were its own. */
function toMembers(walk: Walk, aggregate: JsonObject, percent: number): Verdict {
  const name = asText(aggregate.name);
  const names = asList(valueAt(aggregate, 'cluster_type', 'typed_config', 'clusters')).map(asText);
  const members = names.map((each) => resourceNamed(walk, 'clusters', each));
  const untold = members.some((each) => each === undefined || isUntold(walk, each));
  const because = `cluster ${name} goes to the first of ${names.join(', ')} with healthy endpoints`;
  if (untold && names.length > 0) {
    walk.steps.push({
      stage: 'cluster',
      name,
      reason: 'its endpoints are those of other clusters, in order',
    });
    const possibilities = names.map((each) => followCluster(walk, each, percent));
    return { kind: 'unknown', because: [`${because}, and the dump does not list them`], possibilities };
  }
  const levels = members.map((each) =>
    levelsOf(each ? endpointsOf(assignmentOf(walk, each).assignment) : []),
  );
  const shares = loadShares(levels.flat(), panicThreshold(aggregate));
  let start = 0;
  const parts = levels.map((own, index) => {
    const sum = shares.slice(start, start + own.length).reduce((total, each) => total + each.percent, 0);
    start += own.length;
    return { cluster: names[index] ?? '', percent: (percent * sum) / 100 };
  });
  const texts = parts.map((part) => `${part.cluster} gets ${part.percent} %`);
  walk.steps.push({ stage: 'cluster', name, reason: `spreads over other clusters: ${texts.join(', ')}` });
  const verdicts = parts
    .filter((part) => part.percent > 0)
    .map((part) => followCluster(walk, part.cluster, part.percent));
  return verdicts.length === 0 ? { kind: 'no-endpoint', cluster: name } : mergeVerdicts(verdicts, [because]);
}

/** Whether the endpoints of a cluster are nowhere in the dump. */
function isUntold(walk: Walk, cluster: JsonObject): boolean {
  const { assignment } = assignmentOf(walk, cluster);
  return assignment === undefined && walk.dump.section('endpoints') === undefined;
}

function assignmentOf(walk: Walk, cluster: JsonObject): { assignment: Maybe; path: string } {
  const own = valueAt(cluster, 'load_assignment');
  const name = asText(cluster.name);
  if (own !== undefined) return { assignment: own, path: `clusters[${name}].load_assignment` };
  const service = asText(valueAt(cluster, 'eds_cluster_config', 'service_name')) || name;
  const assignment = resourceNamed(walk, 'endpoints', service);
  return { assignment, path: `endpoints[${service}]` };
}

function pushEndpoint(
  walk: Walk,
  cluster: JsonObject,
  { endpoint, path }: { endpoint: EndpointState; path: string },
): void {
  const { address, health, healthy, locality, priority } = endpoint;
  const parts = [
    healthy ? `may be used (${health})` : `not used: ${health}`,
    ...(locality === '' ? [] : [`in ${locality}`]),
    ...(priority === 0 ? [] : [`priority ${priority}`]),
    ...socketName(cluster, endpoint),
  ];
  walk.steps.push({
    stage: 'endpoint',
    name: address,
    reason: parts.join(', '),
    field: { path: `${path}[${address}].health_status`, value: health },
  });
}

function socketName(cluster: JsonObject, endpoint: EndpointState): string[] {
  const match = asList(cluster.transport_socket_matches)[socketFor(cluster, endpoint)?.index ?? -1];
  return match === undefined ? [] : [`by ${asText(valueAt(match, 'name'))}`];
}
