import type { Json, JsonObject } from '../../../../resources/index.ts';
import type { ProxyDump } from '../../../dump/dump.ts';
import { asList, asText, valueAt, type Maybe } from '../../../message/index.ts';

/** A cluster of a dump whose endpoints are all the echo server at `port`; without endpoints it stays without. */
export function echoCluster(dump: ProxyDump, cluster: JsonObject, port: number): Json {
  const name = asText(cluster.name);
  const panic = valueAt(cluster, 'common_lb_config', 'healthy_panic_threshold');
  const common = {
    ...{ name, connect_timeout: '2s' },
    ...(panic !== undefined && { common_lb_config: { healthy_panic_threshold: panic } }),
  };
  if (isPassthrough(name)) return { ...common, type: 'ORIGINAL_DST', lb_policy: 'CLUSTER_PROVIDED' };
  const health =
    cluster.type === 'ORIGINAL_DST' || cluster.cluster_type !== undefined ? 'HEALTHY' : best(dump, cluster);
  if (health === undefined) return { ...common, type: 'STATIC' };
  const address = { socket_address: { address: '127.0.0.1', port_value: port } };
  return {
    ...{ ...common, type: 'STATIC' },
    load_assignment: {
      cluster_name: name,
      endpoints: [{ lb_endpoints: [{ endpoint: { address }, health_status: health }] }],
    },
  };
}

/** Whether a cluster leads to the address that a connection was made to, whatever it is. */
export const isPassthrough = (cluster: string): boolean => cluster.endsWith('PassthroughCluster');

/** The health of its best endpoint; undefined without endpoints. */
function best(dump: ProxyDump, cluster: JsonObject): string | undefined {
  const states = asList(valueAt(assignmentOf(dump, cluster), 'endpoints'))
    .flatMap((group) => asList(valueAt(group, 'lb_endpoints')))
    .map((endpoint) => asText(valueAt(endpoint, 'health_status')) || 'UNKNOWN');
  return states.find((state) => ['HEALTHY', 'UNKNOWN', 'DEGRADED'].includes(state)) ?? states[0];
}

function assignmentOf(dump: ProxyDump, cluster: JsonObject): Maybe {
  const service = asText(valueAt(cluster, 'eds_cluster_config', 'service_name')) || cluster.name;
  const sent = [...(dump.section('endpoints')?.items() ?? [])].find((item) => item.name === service);
  return cluster.load_assignment ?? sent?.whole();
}
