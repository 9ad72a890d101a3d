import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, istioOrigin, parseClusterName, valueAt, type Maybe } from '../message/index.ts';
import { endpointsOf, panics, socketFor, type EndpointState } from './endpoint-choice.ts';
import { matcherText } from './string-match.ts';
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
  pushTunnels(walk, endpoints);
  const used = usable(cluster, endpoints);
  if (used.length > 0) {
    if (!used.some(({ healthy }) => healthy))
      walk.assumptions.add(`no endpoint of ${name} is healthy: Envoy then tries them all (panic mode)`);
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

/** Healthy ones of the first priority that has some; all of them where Envoy panics. */
function usable(cluster: JsonObject, endpoints: readonly EndpointState[]): readonly EndpointState[] {
  const healthy = endpoints.filter((each) => each.healthy);
  if (healthy.length === 0) return panics(cluster) ? endpoints : [];
  const first = Math.min(...healthy.map(({ priority }) => priority));
  return healthy.filter(({ priority }) => priority === first);
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

/** How the connection to an endpoint is protected, and whom it must be answered by. */
function pushSocket(walk: Walk, cluster: JsonObject, endpoint: EndpointState | undefined): void {
  const name = asText(cluster.name);
  const chosen = endpoint && socketFor(cluster, endpoint);
  const path = chosen ? `transport_socket_matches[${chosen.index}].transport_socket` : 'transport_socket';
  const socket = chosen?.socket ?? cluster.transport_socket;
  const config = valueAt(socket, 'typed_config');
  const type = asText(valueAt(config, '@type'));
  if (!type.endsWith('UpstreamTlsContext')) {
    walk.steps.push({
      stage: 'cluster',
      name,
      reason: 'connects without TLS',
      field: { path: `clusters[${name}].${path}`, value: asText(valueAt(socket, 'name')) },
    });
    return;
  }
  const { field, names } = expectedNames(config);
  const sni = asText(valueAt(config, 'sni'));
  walk.steps.push({
    stage: 'cluster',
    name,
    reason: [
      'connects with TLS',
      ...(sni === '' ? [] : [`asks for ${sni}`]),
      names.length === 0 ? 'checks no name in the certificate' : `expects ${names.join(' or ')}`,
    ].join(', '),
    field: { path: `clusters[${name}].${path}.typed_config.${field}`, value: names },
  });
}

const contexts = [
  ['common_tls_context', 'combined_validation_context', 'default_validation_context'],
  ['common_tls_context', 'validation_context'],
];

function expectedNames(config: Maybe): { field: string; names: string[] } {
  for (const path of contexts) {
    const context = valueAt(config, ...path);
    const typed = asList(valueAt(context, 'match_typed_subject_alt_names')).map((each) =>
      valueAt(each, 'matcher'),
    );
    const plain = asList(valueAt(context, 'match_subject_alt_names'));
    const names = [...typed, ...plain].map(
      (matcher) => asText(valueAt(matcher, 'exact')) || matcherText(matcher),
    );
    const last = typed.length > 0 ? 'match_typed_subject_alt_names' : 'match_subject_alt_names';
    if (names.length > 0) return { field: [...path, last].join('.'), names };
  }
  return { field: 'common_tls_context', names: [] };
}

/** Endpoints behind a listener of the proxy itself are reached through a tunnel. */
function pushTunnels(walk: Walk, endpoints: readonly EndpointState[]): void {
  const names = endpoints.map(({ message }) =>
    asText(valueAt(message, 'endpoint', 'address', 'envoy_internal_address', 'server_listener_name')),
  );
  for (const name of new Set(names.filter((each) => each !== ''))) {
    const known = resourceNamed(walk, 'listeners', name) !== undefined;
    const reason = known
      ? 'wraps the connection in an HBONE tunnel (mutual TLS, CONNECT) to the endpoint'
      : 'the dump has no listener of this name, through which the endpoint is reached';
    walk.steps.push({ stage: 'listener', name, reason });
  }
}
