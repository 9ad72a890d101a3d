const httpClass = new Set(['http', 'http2', 'http_proxy', 'grpc', 'grpc-web']);
const tlsClass = new Set(['https', 'tls']);
const tcpClass = new Set(['tcp', 'https', 'tls', 'mongo', 'redis', 'mysql']);

/** Whether Istio knows the protocol, in letters of any case; the empty one it does not. */
export const isKnownProtocol = (protocol: string): boolean =>
  isHttp(protocol) || isTcp(protocol) || protocol.toLowerCase() === 'udp';

/** Protocols whose requests a proxy reads: HTTP in all its forms and gRPC. */
export const isHttp = (protocol: string): boolean => httpClass.has(protocol.toLowerCase());

/** Protocols that begin with a TLS handshake. */
export const isTls = (protocol: string): boolean => tlsClass.has(protocol.toLowerCase());

/** Protocols that a proxy passes on as bytes; those with TLS among them. */
export const isTcp = (protocol: string): boolean => tcpClass.has(protocol.toLowerCase());
