import { acceptsHost } from '../../gateway-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { gatewayName } from '../../names.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';
import { isGenerated } from './generated-gateway.ts';

/** A Gateway takes the routes of a VirtualService only for hosts that its servers have. */
export const hostNotInGateway = defineRule<{
  host: readonly string[];
  virtualservice: string;
  gateway: string;
}>({
  slug: 'virtualservice/host-not-in-gateway',
  code: 'IST0132',
  severity: 'warning',
  summary: 'Every Gateway that a VirtualService names has a server for one of its hosts.',
  hint: 'Add the host to a server of the Gateway, or take the Gateway out of the VirtualService.',
  kinds: ['VirtualService', 'Gateway'],
  message: ({ host, gateway }) => `no server of Gateway ${gateway} takes ${host.join(' or ')}`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      const { gateways = [], hosts = [] } = service.spec;
      for (const [index, reference] of gateways.entries()) {
        if (reference === 'mesh' || isGenerated(reference)) continue;
        const name = gatewayName(reference, service.namespace);
        const gateway = mesh.find('Gateway', name.namespace, name.name);
        if (hosts.some((host) => gateway && acceptsHost(gateway, host, service.namespace))) continue;
        report(
          service,
          ['spec', 'gateways', index],
          { host: hosts, virtualservice: fullName(service), gateway: fullName(name) },
          detailsOf(mesh, name, gateway),
        );
      }
    }
  },
});

function detailsOf(
  mesh: Mesh,
  { namespace, name }: ReturnType<typeof gatewayName>,
  gateway: MeshObject<'Gateway'> | undefined,
): FindingDetails {
  const echoOf = `Gateway ${namespace}/${name}`;
  if (gateway !== undefined)
    return {
      echoOf,
      related: [{ object: gateway, path: ['spec', 'servers'], message: 'the servers of the Gateway' }],
    };
  return mesh.isKnown('Gateway', namespace) ? { echoOf } : { echoOf, severity: 'info' };
}
