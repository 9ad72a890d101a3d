import type { Json, JsonObject } from '../../../../resources/index.ts';
import { asList, asObject, asText, valueAt, type Maybe } from '../../../message/index.ts';
import type { ProxyDump } from '../../../dump/dump.ts';
import { standInFilter } from './stand-in-filter.ts';
import type { Stage } from './stage.ts';

const message = (name: string): string => `type.googleapis.com/envoy.${name}`;
const address = (host: string, port: number): Json => ({
  socket_address: { address: host, port_value: port },
});

const proxyHeader: Json = {
  name: 'envoy.filters.listener.proxy_protocol',
  typed_config: { '@type': message('extensions.filters.listener.proxy_protocol.v3.ProxyProtocol') },
};

/** Hands each connection to the listener of the address in its PROXY header, for gateways, which have no such one. */
export function entryListener(port: number): Json {
  return {
    ...{ name: 'entry', address: address('127.0.0.1', port), use_original_dst: true },
    listener_filters: [proxyHeader],
    filter_chains: [{ filter_chain_match: { destination_port: 1 }, filters: [] }],
  };
}

/** A listener of a dump as `equivalentBootstrap` says. */
export function standInListener(dump: ProxyDump, listener: JsonObject, stage: Stage): Json {
  const name = asText(listener.name);
  const path = `listeners[${name}]`;
  const named = listener.filter_chain_matcher !== undefined;
  const chain = (each: Json, place: string): Json =>
    standInChain(each, { dump, path: `${path}.${place}`, stage, named });
  const last = listener.default_filter_chain;
  const matcher = listener.filter_chain_matcher;
  return {
    ...{ name, ...place(listener, stage), listener_filters_timeout: '1s' },
    ...(listener.use_original_dst === true && { use_original_dst: true }),
    listener_filters: listenerFilters(listener),
    filter_chains: asList(listener.filter_chains).map((each, index) =>
      chain(each, `filter_chains[${index}]`),
    ),
    ...(last !== undefined && { default_filter_chain: chain(last, 'default_filter_chain') }),
    ...(matcher !== undefined && { filter_chain_matcher: matcher }),
  };
}

/** Where it takes connections: only the entries are bound. An internal listener stands where nobody else does. */
function place({ name, address: own }: JsonObject, stage: Stage): JsonObject {
  if (name === 'virtualOutbound') return { address: address('127.0.0.1', stage.entry) };
  if (name === 'virtualInbound') return { address: address('127.0.0.1', stage.inboundEntry) };
  if (own === undefined) return { address: address('127.0.0.1', stage.inboundEntry) };
  return { address: own, bind_to_port: false };
}

/** The original destination comes from the PROXY header, at listeners that are bound. */
function listenerFilters({ name, listener_filters: filters, address: own }: JsonObject): Json[] {
  const isEntry = name === 'virtualOutbound' || name === 'virtualInbound' || own === undefined;
  const kept = asList(filters).filter((filter) => {
    const type = asText(valueAt(filter, 'typed_config', '@type'));
    return type.endsWith('.TlsInspector') || type.endsWith('.HttpInspector');
  });
  return [...(isEntry ? [proxyHeader] : []), ...kept];
}

interface ChainPlace {
  readonly dump: ProxyDump;
  readonly path: string;
  readonly stage: Stage;
  /** Whether the names of chains mean something: a matcher chooses by them. */
  readonly named: boolean;
}

function standInChain(chain: Json, { dump, path, stage, named }: ChainPlace): Json {
  const match = valueAt(chain, 'filter_chain_match');
  const socket = valueAt(chain, 'transport_socket');
  return {
    name: named ? asText(valueAt(chain, 'name')) : path,
    ...(match !== undefined && { filter_chain_match: match }),
    ...(socket !== undefined && { transport_socket: standInSocket(dump, socket, stage) }),
    filters: asList(valueAt(chain, 'filters')).flatMap((filter, index) =>
      standInFilter(filter, { dump, path: `${path}.filters[${index}]`, stage }),
    ),
  };
}

/** The same demands on clients, with certificates of our own; a secret that the proxy lacks is never sent here either. */
function standInSocket(dump: ProxyDump, socket: Json, { authority, server }: Stage): Json {
  const config = asObject(valueAt(socket, 'typed_config'));
  if (!asText(config['@type']).endsWith('DownstreamTlsContext')) return socket;
  const context = asObject(config.common_tls_context);
  const validation =
    valueAt(context, 'combined_validation_context', 'default_validation_context') ??
    context.validation_context;
  const [secret] = asList(context.tls_certificate_sds_secret_configs);
  const own = {
    certificate_chain: { inline_string: server.certificate },
    private_key: { inline_string: server.key },
  };
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: {
      ...{
        '@type': config['@type'] ?? '',
        require_client_certificate: config.require_client_certificate ?? false,
      },
      common_tls_context: {
        alpn_protocols: context.alpn_protocols ?? [],
        ...(isSent(dump, secret)
          ? { tls_certificates: [own] }
          : { tls_certificate_sds_secret_configs: [neverSent] }),
        ...(validation !== undefined && {
          validation_context: {
            ...withoutCertificates(validation),
            trusted_ca: { inline_string: authority.certificate },
          },
        }),
      },
    },
  };
}

function isSent(dump: ProxyDump, secret: Maybe): boolean {
  if (secret === undefined) return true;
  const name = valueAt(secret, 'name');
  return [...(dump.section('secrets')?.items() ?? [])].some(
    (item) => item.name === name && (item.state === 'active' || item.state === 'static'),
  );
}

const neverSent: Json = {
  name: 'never-sent',
  sds_config: {
    ...{ initial_fetch_timeout: '0.1s', resource_api_version: 'V3' },
    api_config_source: {
      ...{ api_type: 'GRPC', transport_api_version: 'V3' },
      grpc_services: [{ envoy_grpc: { cluster_name: 'BlackHoleCluster' } }],
    },
  },
};

function withoutCertificates(validation: Json): JsonObject {
  return Object.fromEntries(
    Object.entries(asObject(validation)).filter(([field]) => field.startsWith('match_')),
  );
}
