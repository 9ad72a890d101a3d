import { workloadKinds } from '../../workloads.ts';
import { destinationsOf, placeIn } from '../../destinations.ts';
import { hostsSeenBy } from '../../known-hosts.ts';
import { defineRule } from '../../rule.ts';

/** A destination that names a port names one that the host has. */
export const portNotFound = defineRule<{ reftype: 'host:port'; refval: string }>({
  slug: 'virtualservice/port-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'Every port that a VirtualService routes to is a port of the host.',
  hint: 'Ports are those of the Service, not those of its Pods.',
  kinds: ['VirtualService', 'Service', 'ServiceEntry', 'Gateway', ...workloadKinds],
  message: ({ refval }) => `the host has no such port: ${refval}`,
  check(mesh, report) {
    for (const destination of mesh.derive(destinationsOf)) {
      const { service, host, port } = destination;
      if (port === undefined) continue;
      const held = hostsSeenBy(mesh, service, host);
      const ports = held.flatMap((seen) => seen.ports);
      if (held.length === 0 || ports.some(({ number }) => number === port)) continue;
      // A ServiceEntry without ports is given them by others of the same host.
      if (!mesh.settings.compat && ports.length === 0) continue;
      report(
        service,
        placeIn(mesh, destination, 'port', 'number'),
        { reftype: 'host:port', refval: `${host}:${port}` },
        {
          related: held.slice(0, 1).map(({ object }) => ({
            ...{ object, path: ['spec', 'ports'] },
            message: `the ports of the host: ${ports.map(({ number }) => number).join(', ')}`,
          })),
        },
      );
    }
  },
});
