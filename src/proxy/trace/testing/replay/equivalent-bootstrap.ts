import type { JsonObject } from '../../../../resources/index.ts';
import type { ProxyDump } from '../../../dump/dump.ts';
import { asText } from '../../../message/index.ts';
import { echoCluster } from './echo-cluster.ts';
import { entryListener, standInListener } from './stand-in-listener.ts';
import type { Stage } from './stage.ts';

/**
 * The bootstrap of an Envoy that does what the proxy of a dump does, as far as it matters for the way of a request, on
 * a machine without iptables, control plane and mesh:
 *
 * - Nothing but `entry` and `inboundEntry` of 127.0.0.1 is bound. The PROXY header of a connection says where it was
 *   sent to, in place of iptables; Envoy's own lookup then finds the listener (`use_original_dst`).
 * - Routes that were sent (RDS) stand in place, every route and filter chain with its place in the dump as its name.
 * - What a waypoint takes out of tunnels comes to it directly, and what it sends into tunnels ends there.
 * - Clusters lead to echo servers; those of the original destination stay what they are.
 * - Certificates are of our own.
 * - Filters that an upstream Envoy does not have, and those that ask others or run programs, are left out.
 */
export function equivalentBootstrap(dump: ProxyDump, stage: Stage): JsonObject {
  const messages = (kind: 'listeners' | 'clusters'): JsonObject[] =>
    [...(dump.section(kind)?.items() ?? [])]
      .filter(({ state }) => state === 'active' || state === 'static')
      .map((item) => ({ name: item.name, ...item.whole() }));
  const listeners = messages('listeners').filter(isEntered);
  return {
    node: { id: 'replay', cluster: 'replay' },
    static_resources: {
      listeners: [
        ...(listeners.some(({ name }) => name === 'virtualOutbound') ? [] : [entryListener(stage.entry)]),
        ...listeners.map((listener) => standInListener(dump, listener, stage)),
      ],
      clusters: messages('clusters').map((cluster) =>
        echoCluster(dump, cluster, stage.echoes[asText(cluster.name)] ?? 0),
      ),
    },
  };
}

/** Listeners without an address are those of tunnels: one for what comes out of them, others for what goes in. */
function isEntered({ name, address }: JsonObject): boolean {
  return address !== undefined || name === 'main_internal';
}
