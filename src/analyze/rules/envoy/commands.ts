/**
 * The commands of Envoy's formats, those that an extension adds to access logs included: the tables of
 * `stream_info_formatter.cc` and `http_specific_formatter.cc`, and the page "Substitution Formatter" of Envoy's
 * documentation. Older versions know fewer of them.
 */
export const commands: ReadonlySet<string> = new Set([
  ...['ACCESS_LOG_TYPE', 'BYTES_RECEIVED', 'BYTES_RETRANSMITTED', 'BYTES_SENT', 'CEL', 'CLUSTER_METADATA'],
  ...['COALESCE', 'COMMON_DURATION', 'CONNECTION_ID', 'CONNECTION_TERMINATION_DETAILS', 'CUSTOM_FLAGS'],
  ...['DURATION', 'DYNAMIC_METADATA', 'EMIT_TIME', 'EMIT_TIME_LOCAL', 'ENVIRONMENT', 'FILE_CONTENT'],
  ...[
    'FILTER_CHAIN_NAME',
    'FILTER_STATE',
    'GRPC_STATUS',
    'GRPC_STATUS_NUMBER',
    'HOSTNAME',
    'LOCAL_REPLY_BODY',
  ],
  ...['METADATA', 'PACKETS_RETRANSMITTED', 'PATH', 'PER_REQUEST_STATE', 'PROTOCOL', 'QUERY_PARAM'],
  ...['QUERY_PARAMS', 'REQ', 'REQUEST_DURATION', 'REQUEST_HEADER', 'REQUEST_HEADERS_BYTES'],
  ...['REQUEST_TX_DURATION', 'REQUESTED_SERVER_NAME', 'REQ_WITHOUT_QUERY', 'RESP', 'RESPONSE_CODE'],
  ...['RESPONSE_CODE_DETAILS', 'RESPONSE_DURATION', 'RESPONSE_FLAGS', 'RESPONSE_FLAGS_LONG'],
  ...['RESPONSE_HEADER', 'RESPONSE_HEADERS_BYTES', 'RESPONSE_TRAILER', 'RESPONSE_TRAILERS_BYTES'],
  ...['RESPONSE_TX_DURATION', 'ROUNDTRIP_DURATION', 'ROUTE_NAME', 'SECRET', 'SPAN_ID', 'START_TIME'],
  ...['START_TIME_LOCAL', 'STREAM_ID', 'STREAM_INFO_REQ', 'TLS_JA3_FINGERPRINT', 'TLS_JA4_FINGERPRINT'],
  ...['TRACE_ID', 'TRAILER', 'TYPED_CEL', 'UNIQUE_ID', 'VIRTUAL_CLUSTER_NAME'],
  ...both(['DETECTED_CLOSE_TYPE', 'LOCAL_CLOSE_REASON', 'TRANSPORT_FAILURE_REASON', 'PEER_CERT']),
  ...both(['PEER_CERT_V_START', 'PEER_CERT_V_END', 'PEER_ISSUER', 'PEER_SUBJECT', 'LOCAL_SUBJECT']),
  ...both(['TLS_CIPHER', 'TLS_GROUP', 'TLS_SESSION_ID', 'TLS_VERSION']),
  ...both(['WIRE_BYTES_RECEIVED', 'WIRE_BYTES_SENT', 'HEADER_BYTES_RECEIVED', 'HEADER_BYTES_SENT']),
  ...both(['DECOMPRESSED_HEADER_BYTES_RECEIVED', 'DECOMPRESSED_HEADER_BYTES_SENT']),
  ...both(
    ['PEER', 'LOCAL'].flatMap((side) =>
      ['DNS', 'EMAIL', 'IP', 'OTHERNAME', 'URI'].map((kind) => `${side}_${kind}_SAN`),
    ),
  ),
  ...both(['LOCAL', 'REMOTE', 'DIRECT_LOCAL', 'DIRECT_REMOTE'].flatMap(addresses)),
  ...['HANDSHAKE_DURATION', 'PEER_SERIAL', 'PEER_CHAIN_SERIALS', 'PEER_ISSUER_SERIAL'].map(downstream),
  ...['PEER_FINGERPRINT_1', 'PEER_FINGERPRINT_256', 'PEER_CHAIN_FINGERPRINTS_1'].map(downstream),
  ...['PEER_CHAIN_FINGERPRINTS_256', 'PEER_ISSUER_FINGERPRINT_256'].map(downstream),
  ...['CLUSTER', 'CLUSTER_RAW', 'CONNECTION_ID', 'CONNECTION_IDS_ATTEMPTED'].map(upstream),
  ...['CONNECTION_POOL_READY_DURATION', 'FILTER_STATE', 'HOST', 'HOST_NAME'].map(upstream),
  ...['HOST_NAME_WITHOUT_PORT', 'HOSTS_ATTEMPTED', 'HOSTS_ATTEMPTED_WITHOUT_PORT'].map(upstream),
  ...['HOST_NAMES_ATTEMPTED', 'HOST_NAMES_ATTEMPTED_WITHOUT_PORT', 'METADATA', 'PROTOCOL'].map(upstream),
  ...['REQUEST_ATTEMPT_COUNT', 'SERVER_NAME'].map(upstream),
]);

/** Commands that are nothing without an argument. */
export const withArgument: ReadonlySet<string> = new Set([
  ...['REQ', 'RESP', 'TRAILER', 'STREAM_INFO_REQ', 'DYNAMIC_METADATA', 'CLUSTER_METADATA'],
  ...['UPSTREAM_METADATA', 'ENVIRONMENT', 'COMMON_DURATION'],
]);

function downstream(name: string): string {
  return `DOWNSTREAM_${name}`;
}

function upstream(name: string): string {
  return `UPSTREAM_${name}`;
}

function both(names: readonly string[]): string[] {
  return names.flatMap((name) => [downstream(name), upstream(name)]);
}

function addresses(side: string): string[] {
  return ['ADDRESS', 'ADDRESS_WITHOUT_PORT', 'PORT', 'ADDRESS_ENDPOINT_ID'].map((what) => `${side}_${what}`);
}
