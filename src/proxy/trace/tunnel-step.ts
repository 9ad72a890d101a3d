import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import type { EndpointState } from './endpoint-choice.ts';
import { pushSocket } from './socket-step.ts';
import type { Verdict } from './trace.ts';
import { resourceNamed, type Walk } from './walk.ts';

/**
 * Follows endpoints that lie behind a listener of the proxy itself, which wraps the connection in a tunnel (HBONE). A
 * verdict when it ends there.
 */
export function passTunnels(walk: Walk, endpoints: readonly EndpointState[]): Verdict | undefined {
  const names = endpoints.map(({ message }) =>
    asText(valueAt(message, 'endpoint', 'address', 'envoy_internal_address', 'server_listener_name')),
  );
  const verdicts = [...new Set(names.filter((each) => each !== ''))].map((name) => passTunnel(walk, name));
  return verdicts.find((verdict) => verdict !== undefined);
}

function passTunnel(walk: Walk, name: string): Verdict | undefined {
  const listener = resourceNamed(walk, 'listeners', name);
  if (listener === undefined) {
    const reason = 'the dump has no listener of this name, through which the endpoint is reached';
    walk.steps.push({ stage: 'listener', name, reason });
    if (walk.dump.section('listeners') !== undefined) return { kind: 'closed', why: `no listener ${name}` };
    return undefined;
  }
  walk.steps.push({
    ...{ stage: 'listener', name, reason: 'takes the connection inside of the proxy' },
    field: { path: `listeners[${name}].internal_listener`, value: listener.internal_listener ?? {} },
  });
  const found = tcpProxy(listener);
  if (found === undefined) {
    walk.assumptions.add(`listener ${name} sends the connection on to the endpoint`);
    return undefined;
  }
  const path = `listeners[${name}].${found.path}`;
  const hostname = asText(valueAt(found.config, 'tunneling_config', 'hostname'));
  walk.steps.push({
    ...{ stage: 'network filter', name: found.name },
    reason:
      hostname === ''
        ? 'passes on the bytes, without a tunnel'
        : 'wraps the connection in an HBONE tunnel: asks by CONNECT for the address of the endpoint',
    field: { path: `${path}.tunneling_config.hostname`, value: hostname },
  });
  return toTunnelCluster(walk, asText(valueAt(found.config, 'cluster')));
}

function toTunnelCluster(walk: Walk, name: string): Verdict | undefined {
  const cluster = resourceNamed(walk, 'clusters', name);
  if (cluster === undefined) {
    if (walk.dump.section('clusters') === undefined) return undefined;
    walk.steps.push({ stage: 'cluster', name, reason: 'the proxy has no cluster of this name' });
    return { kind: 'no-cluster', cluster: name };
  }
  const port = valueAt(cluster, 'original_dst_lb_config', 'upstream_port_override');
  const type = asText(cluster.type);
  const where = port === undefined ? '' : `, at port ${Number(port)} of the address of the endpoint`;
  walk.steps.push({
    ...{ stage: 'cluster', name, reason: `carries the tunnel: of type ${type}${where}` },
    field:
      port === undefined
        ? { path: `clusters[${name}].type`, value: type }
        : { path: `clusters[${name}].original_dst_lb_config.upstream_port_override`, value: port },
  });
  pushSocket(walk, cluster, undefined);
  return undefined;
}

/** What sends bytes on, in the first chain that has it. */
function tcpProxy(
  listener: JsonObject,
): { readonly name: string; readonly config: Maybe; readonly path: string } | undefined {
  const chains = [
    ...asList(listener.filter_chains).map((chain, index) => ({ chain, path: `filter_chains[${index}]` })),
    { chain: listener.default_filter_chain, path: 'default_filter_chain' },
  ];
  for (const { chain, path } of chains)
    for (const [index, filter] of asList(valueAt(chain, 'filters')).entries()) {
      const config = valueAt(filter, 'typed_config');
      if (asText(valueAt(config, '@type')).endsWith('.TcpProxy'))
        return {
          name: asText(valueAt(filter, 'name')),
          config,
          path: `${path}.filters[${index}].typed_config`,
        };
    }
  return undefined;
}
