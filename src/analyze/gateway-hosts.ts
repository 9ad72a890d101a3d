import type { MeshObject } from './mesh-object.ts';
import { hostsOverlap } from './hosts-overlap.ts';

/** Whether a server of a Gateway takes a host for VirtualServices of a namespace. */
export const acceptsHost = (gateway: MeshObject<'Gateway'>, host: string, namespace: string): boolean =>
  (gateway.spec.servers ?? []).some(({ hosts = [] }) =>
    hosts.some((written) => {
      const { namespace: home, name } = serverHost(written, gateway.namespace);
      return (home === '*' || home === namespace) && hostsOverlap(name, host);
    }),
  );

/** A host of a server of a Gateway: for VirtualServices of which namespaces (`*`: all), and the host itself. */
export function serverHost(
  written: string,
  namespace: string,
): { readonly namespace: string; readonly name: string } {
  const slash = written.indexOf('/');
  if (slash < 0) return { namespace: '*', name: written };
  const home = written.slice(0, slash);
  return { namespace: home === '.' ? namespace : home, name: written.slice(slash + 1) };
}
