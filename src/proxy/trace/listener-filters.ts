import { isObject } from '../../json.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import type { ConnectionFacts } from './filter-chain.ts';
import type { Walk } from './walk.ts';

/** What the listener filters find out about a connection before a filter chain is chosen. */
export function inspect(walk: Walk, listener: Maybe, path: string): ConnectionFacts {
  const { destination, sourceIp, sourcePort } = walk.request;
  let facts: ConnectionFacts = {
    ...{ ...destination, sni: '', transport: 'raw_buffer', protocols: [] },
    ...{ sourceIp, sourcePort },
  };
  for (const [index, filter] of asList(valueAt(listener, 'listener_filters')).entries()) {
    const name = asText(valueAt(filter, 'name'));
    const at = `${path}.listener_filters[${index}]`;
    const kind =
      asText(valueAt(filter, 'typed_config', '@type'))
        .split('.')
        .at(-1) ?? '';
    const disabled = valueAt(filter, 'filter_disabled');
    if (isDisabled(disabled, destination.port)) {
      const field = { path: `${at}.filter_disabled`, value: disabled ?? null };
      walk.steps.push({
        stage: 'listener filter',
        name,
        reason: `switched off for port ${destination.port}`,
        field,
      });
      continue;
    }
    const { reason, ...found } = (inspectors[kind] ?? other)(facts, walk);
    facts = { ...facts, ...found };
    walk.steps.push({ stage: 'listener filter', name, reason, field: { path: at, value: name } });
  }
  return facts;
}

type Finding = Partial<ConnectionFacts> & { readonly reason: string };

const inspectors: Readonly<Record<string, (facts: ConnectionFacts, walk: Walk) => Finding>> = {
  OriginalDst: () => ({ reason: 'takes back the address that the connection was made to' }),
  ProxyProtocol: inspectProxyHeader,
  TlsInspector: inspectTls,
  HttpInspector: inspectHttp,
};

function inspectProxyHeader(_: ConnectionFacts, { assumptions }: Walk): Finding {
  assumptions.add(
    'the PROXY header has source and destination of the request; the direct peer has the same address',
  );
  return { reason: 'takes source and destination from the PROXY header' };
}

function inspectTls(_: ConnectionFacts, { request }: Walk): Finding {
  if (!request.tls) return { reason: 'finds no TLS' };
  const { sni, alpn } = request;
  return {
    reason: `finds TLS for ${sni || 'no server name'}, offering ${alpn.join(', ') || 'no protocol'}`,
    ...{ transport: 'tls', sni: sni.toLowerCase(), protocols: alpn },
  };
}

function inspectHttp({ transport }: ConnectionFacts, { request }: Walk): Finding {
  if (transport !== 'raw_buffer') return { reason: 'does not look: the connection is TLS' };
  if (request.http === undefined || request.tls) return { reason: 'finds no HTTP' };
  const protocol = request.http.version === '2' ? 'h2c' : 'http/1.1';
  return { reason: `finds HTTP (${protocol})`, protocols: [protocol] };
}

function other(_: ConnectionFacts, { assumptions }: Walk): Finding {
  assumptions.add('a listener filter that is not known changes nothing');
  return { reason: 'its effect is not known' };
}

function isDisabled(predicate: Maybe, port: number): boolean {
  if (!isObject(predicate)) return false;
  const range = predicate.destination_port_range;
  if (range !== undefined)
    return port >= asNumber(valueAt(range, 'start')) && port < asNumber(valueAt(range, 'end'));
  const rules = (field: string): boolean[] =>
    asList(valueAt(predicate, field, 'rules')).map((rule) => isDisabled(rule, port));
  if (predicate.or_match !== undefined) return rules('or_match').includes(true);
  if (predicate.and_match !== undefined) return !rules('and_match').includes(false);
  if (predicate.not_match !== undefined) return !isDisabled(predicate.not_match, port);
  return predicate.any_match === true;
}
