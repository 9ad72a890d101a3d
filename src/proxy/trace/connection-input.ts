import { asText, valueAt } from '../message/index.ts';
import type { ConnectionFacts } from './filter-chain.ts';
import { headerValue } from './header-match.ts';
import { isLoopback } from './ip-range.ts';
import type { ReadInput } from './matcher-tree.ts';
import type { AccessFacts } from './rbac-condition.ts';

/** What inputs of matchers tell of a connection, after the listener filters. */
export function connectionInput(facts: ConnectionFacts): ReadInput {
  return (type) => {
    const read = Object.hasOwn(inputs, type) ? inputs[type] : undefined;
    if (read === undefined) return { unknown: `what ${type || 'it'} gives is not in the dump` };
    const value = read(facts);
    return value === undefined ? { unknown: 'the request does not tell' } : value;
  };
}

/** The same of a request, with what HTTP adds to it. */
export function accessInput(facts: AccessFacts): ReadInput {
  const { destination, tls, sni, alpn, http } = facts;
  const connection = connectionInput({
    ...{ ...destination, sni, protocols: alpn, transport: tls ? 'tls' : 'raw_buffer' },
    ...{ sourceIp: facts.sourceIp, sourcePort: facts.sourcePort },
  });
  return (type, config) => {
    if (type === 'HttpRequestHeaderMatchInput' && http !== undefined)
      return headerValue(http, asText(valueAt(config, 'header_name'))) ?? null;
    if (type === 'UriSanInput') return facts.sourcePrincipal ?? null;
    return connection(type, config);
  };
}

const inputs: Readonly<Record<string, (facts: ConnectionFacts) => string | null | undefined>> = {
  DestinationIPInput: ({ address }) => address,
  DestinationPortInput: ({ port }) => String(port),
  SourceIPInput: ({ sourceIp }) => sourceIp,
  DirectSourceIPInput: ({ sourceIp }) => sourceIp,
  SourcePortInput: ({ sourcePort }) => sourcePort?.toString(),
  SourceTypeInput: ({ sourceIp, address }) => {
    if (sourceIp === undefined) return undefined;
    return isLoopback(sourceIp) || sourceIp === address ? 'local' : null;
  },
  ServerNameInput: ({ sni }) => (sni === '' ? null : sni),
  TransportProtocolInput: ({ transport }) => transport,
  ApplicationProtocolInput: ({ protocols }) =>
    protocols.length === 0 ? null : protocols.map((protocol) => `'${protocol}'`).join(','),
};
