import { destinationsOf, placeIn, type Destination } from '../../destinations.ts';
import { serviceOf } from '../../hosts.ts';
import { hostsSeenBy, nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { missingHostDetails } from '../../missing-host-details.ts';
import type { Report } from '../../rule.ts';

/** Reports destinations, or mirrors, whose host nobody in the mesh has. */
export function reportMissingHosts<R extends string>(
  mesh: Mesh,
  report: Report<{ reftype: R; refval: string }>,
  reftype: R,
): void {
  const mirror = reftype === 'mirror host';
  for (const destination of mesh.derive(destinationsOf)) {
    const { service, host } = destination;
    if (destination.mirror !== mirror || hostsSeenBy(mesh, service, host).length > 0) continue;
    if (isAccountedFor(mesh, destination)) continue;
    report(
      service,
      placeIn(mesh, destination, 'host'),
      { reftype, refval: host },
      missingHostDetails(mesh, service.namespace, host),
    );
  }
}

/**
 * An empty host is refused by itself; one that exists but is not exported is a matter of its own; one of another cluster
 * may be imported.
 */
function isAccountedFor(mesh: Mesh, { service, host }: Destination): boolean {
  if (mesh.settings.compat) return false;
  if (host === '' || mesh.hosts.named(nameOf(service.namespace, host)).length > 0) return true;
  const { namespace, name } = serviceOf(service.namespace, nameOf(service.namespace, host));
  return host.endsWith('.svc.clusterset.local') && mesh.find('ServiceImport', namespace, name) !== undefined;
}
