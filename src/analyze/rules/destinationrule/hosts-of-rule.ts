import type { Host } from '../../hosts.ts';
import { hostsSeenBy, nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/**
 * The Services and ServiceEntries that a DestinationRule is for. A rule in the namespace of the host, or in the root
 * namespace, serves everybody who sees the host, whether its own namespace does or not.
 */
export function hostsOfRule(mesh: Mesh, rule: MeshObject<'DestinationRule'>): readonly Host[] {
  const { namespace, spec } = rule;
  const host = spec.host ?? '';
  const seen = hostsSeenBy(mesh, rule, host);
  if (seen.length > 0 || mesh.settings.compat) return seen;
  return mesh.hosts
    .named(nameOf(namespace, host))
    .filter(({ object }) => object.namespace === namespace || namespace === mesh.rootNamespace);
}
