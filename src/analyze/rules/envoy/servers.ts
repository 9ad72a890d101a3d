import type { KindSpecs } from '../../kinds.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { serverHost } from '../../gateway-hosts.ts';
import { hostsOverlap } from '../../hosts-overlap.ts';

export type Server = NonNullable<KindSpecs['Gateway']['servers']>[number];

/** What a server does with connections: it reads requests, goes by the name the client asks for in TLS, or neither. */
export type ServerUse = 'http' | 'tls' | 'tcp';

const http: ReadonlySet<string> = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB', 'HTTP_PROXY']);

/** Whether the protocol of a server is plain HTTP of some kind. */
export const isPlainHttp = ({ port }: Server): boolean => http.has((port?.protocol ?? '').toUpperCase());

/** The kind of routes that a server follows; undefined for one that needs none, or is not fit to be used. */
export function useOf(server: Server): ServerUse | undefined {
  if (isPlainHttp(server)) return 'http';
  const isHttps = (server.port?.protocol ?? '').toUpperCase() === 'HTTPS';
  if (server.tls === undefined) return isHttps ? undefined : 'tcp';
  const { mode = 'PASSTHROUGH' } = server.tls;
  if (mode === 'AUTO_PASSTHROUGH') return undefined;
  if (mode === 'PASSTHROUGH') return 'tls';
  return isHttps ? 'http' : 'tcp';
}

/** Whether a server is for some host of a VirtualService. */
export const servesSome = (
  server: Server,
  gateway: MeshObject<'Gateway'>,
  { namespace, spec: { hosts = [] } }: MeshObject<'VirtualService'>,
): boolean =>
  (server.hosts ?? []).some((written) => {
    const { namespace: home, name } = serverHost(written, gateway.namespace);
    return (home === '*' || home === namespace) && hosts.some((host) => hostsOverlap(name, host));
  });
