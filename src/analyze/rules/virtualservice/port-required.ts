import { workloadKinds } from '../../workloads.ts';
import { gatewaysOf, isInMesh } from '../../attachment.ts';
import {
  destinationsOf,
  placeIn,
  type Destination,
  type HttpRoute,
  type L4Route,
} from '../../destinations.ts';
import { hostsSeenBy } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';

/** Without a port, requests go on to the port they came in on; the host must have that port, or only one. */
export const portRequired = defineRule<{ destHost: string; destPorts: readonly number[] }>({
  slug: 'virtualservice/port-required',
  code: 'IST0112',
  severity: 'error',
  summary: 'A route to a host with several ports says which one, where it is not plain.',
  hint: 'Add `port.number` to the destination.',
  kinds: ['VirtualService', 'Service', 'ServiceEntry', 'Gateway', ...workloadKinds],
  message: ({ destHost, destPorts }) =>
    `${destHost} has several ports (${destPorts.join(', ')}), and the route does not say which one`,
  check(mesh, report) {
    for (const destination of mesh.derive(destinationsOf)) {
      const { service, host, port } = destination;
      if (port !== undefined) continue;
      const [held] = hostsSeenBy(mesh, service, host);
      const destPorts = (held?.ports ?? []).map(({ number }) => number);
      if (held === undefined || destPorts.length < 2) continue;
      if (!mesh.settings.compat && keepsPort(mesh, destination, destPorts)) continue;
      report(
        service,
        placeIn(mesh, destination, 'host'),
        { destHost: host, destPorts },
        { related: [{ object: held.object, path: ['spec', 'ports'], message: 'the ports of the host' }] },
      );
    }
  },
});

/** Whether every port that requests may come in on is a port of the destination, or none is known. */
function keepsPort(mesh: Mesh, { service, route }: Destination, ports: readonly number[]): boolean {
  const incoming = matchedPorts(route) ?? [...gatewayPorts(mesh, service), ...meshPorts(mesh, service)];
  return incoming.every((port) => ports.includes(port));
}

/** The ports that a route is for, if each of its matches names one. */
function matchedPorts({ match }: HttpRoute | L4Route): readonly number[] | undefined {
  const ports = (match ?? []).map(({ port }) => port);
  const named = ports.filter((port) => port !== undefined);
  return ports.length > 0 && named.length === ports.length ? named : undefined;
}

const gatewayPorts = (mesh: Mesh, service: Destination['service']): readonly number[] =>
  gatewaysOf(mesh, service)
    .flatMap(({ spec: { servers = [] } }) => servers.map(({ port }) => port?.number))
    .filter((number) => number !== undefined);

/** The ports of the hosts whose requests sidecars route this way. */
const meshPorts = (mesh: Mesh, service: Destination['service']): readonly number[] =>
  isInMesh(service)
    ? (service.spec.hosts ?? []).flatMap((host) =>
        hostsSeenBy(mesh, service, host).flatMap(({ ports }) => ports.map(({ number }) => number)),
      )
    : [];
