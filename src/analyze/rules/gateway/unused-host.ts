import { pushTo } from '../../../group-by.ts';
import { acceptsHost } from '../../gateway-hosts.ts';
import type { KindSpecs } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { gatewayName } from '../../names.ts';
import { defineRule } from '../../rule.ts';

type VirtualService = MeshObject<'VirtualService'>;
type Server = NonNullable<KindSpecs['Gateway']['servers']>[number];

/** A Gateway answers 404 for a host that no VirtualService routes. */
export const unusedHost = defineRule<{ host: string; gateway: string }>({
  slug: 'gateway/unused-host',
  code: 'MSH0107',
  severity: 'info',
  summary: 'Every host of a Gateway is routed by some VirtualService.',
  hint: 'Route the host with a VirtualService that names this Gateway, or take it out of the server.',
  kinds: ['Gateway', 'VirtualService'],
  message: ({ host, gateway }) =>
    `no VirtualService of Gateway ${gateway} routes ${host}: requests for it get 404`,
  check(mesh, report) {
    const attached = mesh.derive(servicesByGateway);
    for (const gateway of mesh.of('Gateway')) {
      const services = attached.get(fullName(gateway)) ?? [];
      if (services.length === 0 && mesh.settings.assume === 'partial') {
        report.undecided(gateway, 'the VirtualServices of the Gateway are not in the input');
        continue;
      }
      for (const { host, server, index, number } of hostsOf(gateway)) {
        const only = { ...gateway, spec: { servers: [{ ...server, hosts: [host] }] } };
        if (services.some((service) => routes(service, only))) continue;
        report(gateway, ['spec', 'servers', index, 'hosts', number], { host, gateway: fullName(gateway) });
      }
    }
  },
});

function servicesByGateway(mesh: Mesh): ReadonlyMap<string, readonly VirtualService[]> {
  const attached = new Map<string, VirtualService[]>();
  for (const service of mesh.of('VirtualService')) {
    for (const reference of service.spec.gateways ?? [])
      pushTo(attached, fullName(gatewayName(reference, service.namespace)), service);
  }
  return attached;
}

const routes = (
  { namespace, spec: { hosts = [] } }: VirtualService,
  gateway: MeshObject<'Gateway'>,
): boolean => hosts.some((host) => acceptsHost(gateway, host, namespace));

interface ServerHost {
  readonly host: string;
  readonly server: Server;
  readonly index: number;
  readonly number: number;
}

function* hostsOf({ spec: { servers = [] } }: MeshObject<'Gateway'>): Generator<ServerHost> {
  for (const [index, server] of servers.entries()) {
    if (!needsRoutes(server)) continue;
    for (const [number, host] of (server.hosts ?? []).entries()) yield { host, server, index, number };
  }
}

/** Servers that only redirect to HTTPS, or pass TLS on by its SNI, work without VirtualServices. */
const needsRoutes = ({ tls }: Server): boolean =>
  tls?.httpsRedirect !== true && tls?.mode !== 'AUTO_PASSTHROUGH';
