import type { Json } from '../json.ts';
import type { ProxyDump, Shape } from '../proxy/index.ts';
import { asList, asNumber, asText, valueAt } from '../proxy/message/index.ts';

/**
 * The mutual TLS of each port of the workload behind a sidecar, by the filter chains that take its connections: with
 * TLS of the sidecar's own, without, or both. Undefined without the listener for them.
 */
export function inboundModes(dump: ProxyDump): ReadonlyMap<number, string> | undefined {
  for (const { name, state, message } of dump.section('listeners')?.items(shape) ?? [])
    if (name === 'virtualInbound' && state === 'active') return modesOf(asList(message.filter_chains));
  return undefined;
}

const shape = {
  filter_chains: { filter_chain_match: { destination_port: true }, transport_socket: { name: true } },
} as const satisfies Shape;

/** The port that connections are redirected to: nobody is meant to connect to it. */
const redirectPort = 15006;

function modesOf(chains: readonly Json[]): ReadonlyMap<number, string> {
  const modes = new Map<number, string>();
  for (const chain of chains) {
    const port = asNumber(valueAt(chain, 'filter_chain_match', 'destination_port'));
    if (port === 0 || port === redirectPort) continue;
    const own = asText(valueAt(chain, 'transport_socket', 'name')) === '' ? 'DISABLE' : 'STRICT';
    modes.set(port, (modes.get(port) ?? own) === own ? own : 'PERMISSIVE');
  }
  return modes;
}
