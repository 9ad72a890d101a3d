import type { KubernetesSpecs } from './kubernetes-shapes.ts';

type ServicePort = NonNullable<KubernetesSpecs['Service']['ports']>[number];

/**
 * The protocol that Istio takes a port of a Service for, in lower case: by `appProtocol`, else by the start of the name,
 * else by well-known numbers. Undefined where it finds out from the bytes.
 */
export function portProtocol({
  protocol,
  appProtocol,
  name = '',
  port = 0,
}: ServicePort): string | undefined {
  if (protocol === 'UDP') return 'udp';
  const said = appProtocol ?? name;
  return standard.get(said) ?? startOf(said) ?? (wellKnown.has(port) ? 'tcp' : undefined);
}

function startOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (lower.startsWith('grpc-web')) return 'grpc-web';
  const start = lower.split('-', 1)[0] ?? '';
  return protocols.has(start) ? start : undefined;
}

/** Whether Istio reads the requests of a protocol; of the others it sees connections only. */
export const isHttp = (protocol: string): boolean => http.has(protocol);

const http: ReadonlySet<string> = new Set(['http', 'http_proxy', 'http2', 'grpc', 'grpc-web']);

const protocols: ReadonlySet<string> = new Set([
  ...['tcp', 'udp', 'grpc', 'http', 'http_proxy', 'http2', 'https', 'tls', 'mongo', 'redis', 'mysql'],
]);

/** Names of Kubernetes for `appProtocol`; no port can be named so. */
const standard: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/h2c', 'http2'],
  ['kubernetes.io/ws', 'http'],
  ['kubernetes.io/wss', 'https'],
]);

/** SMTP, DNS, MySQL and MongoDB: servers that speak first, which would be kept waiting. */
const wellKnown: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);
