import type { JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';

/** The fields of a match that `describeChainMatch` looks at. */
export const chainMatchShape = {
  server_names: true,
  transport_protocol: true,
  application_protocols: true,
  destination_port: true,
  prefix_ranges: { address_prefix: true, prefix_len: true },
} as const;

/** What a connection must be for a filter chain to take it, on one line as istioctl prints it; `ALL` for any. */
export function describeChainMatch(match: JsonObject): string {
  const names = asList(match.server_names).map(asText).join(',');
  const transport = asText(match.transport_protocol);
  const protocols = asList(match.application_protocols).map(asText).join(',');
  const parts = [
    names === '' ? '' : `SNI: ${names}`,
    transport === '' ? '' : `Trans: ${transport}`,
    protocols === '' ? '' : `App: ${protocolNames.get(protocols) ?? protocols}`,
    describeAddresses(match),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'ALL' : parts.join('; ');
}

/** Lists of protocols that have a name of their own, where a list is just that. */
const protocolNames: ReadonlyMap<string, string> = new Map([
  ['http/1.0,http/1.1,h2c,istio-http/1.0,istio-http/1.1,istio-h2', 'HTTP TLS'],
  ['istio,istio-http/1.0,istio-http/1.1,istio-h2', 'Istio HTTP Plain'],
  ['istio-peer-exchange,istio', 'TCP TLS'],
  ['http/1.0,http/1.1,h2c', 'HTTP'],
]);

function describeAddresses({ prefix_ranges: ranges, destination_port: port }: JsonObject): string {
  const blocks = asList(ranges).map(describeBlock).join(',');
  const end = port === undefined || port === null ? '' : `:${asNumber(port)}`;
  return blocks + end === '' ? '' : `Addr: ${blocks || '*'}${end}`;
}

function describeBlock(block: Maybe): string {
  return `${asText(valueAt(block, 'address_prefix'))}/${asNumber(valueAt(block, 'prefix_len'))}`;
}
