import type { ZtunnelService } from './dump.ts';

/**
 * Names waypoints: the name of the service with that address (`network/ip`) or host (`namespace/hostname`), `NA` where
 * no service has it, `None` without a waypoint. The first service of the dump that fits counts.
 */
export function waypointNames(
  services: readonly ZtunnelService[],
): (destination: string | undefined) => string {
  const names = new Map<string, string>();
  for (const { namespace, hostname, name, addresses } of services) {
    for (const place of [`${namespace}/${hostname}`, ...addresses]) {
      if (!names.has(place)) names.set(place, name);
    }
  }
  return (destination) => (destination === undefined ? 'None' : (names.get(destination) ?? 'NA'));
}
