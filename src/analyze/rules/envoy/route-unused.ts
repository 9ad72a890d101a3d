import { gatewaysOf } from '../../attachment.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { servesSome, useOf, type Server, type ServerUse } from './servers.ts';

/**
 * A server that ends TLS or speaks HTTP follows `http` routes, one that passes TLS through `tls` routes, and all others
 * `tcp` routes (`createGatewayTCPFilterChainOpts` in pilot/pkg/networking/core/gateway.go). Routes of another kind are
 * passed over.
 */
export const routeUnused = defineRule<{ kind: ServerUse; uses: string }>({
  slug: 'envoy/route-unused',
  code: 'MSH0166',
  severity: 'warning',
  summary: 'The servers of a Gateway follow the kind of routes that a VirtualService has for them.',
  hint: 'HTTP and HTTPS servers follow `http` routes, servers with tls mode PASSTHROUGH `tls` routes, all others `tcp` routes.',
  kinds: ['VirtualService', 'Gateway'],
  message: ({ kind, uses }) =>
    `no server for these hosts follows \`${kind}\` routes, only \`${uses}\` routes, so these are never used`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      const { gateways = [] } = service.spec;
      if (gateways.length === 0 || gateways.includes('mesh')) continue;
      if (gatewaysOf(mesh, service).length < gateways.length) {
        report.undecided(service, 'one of its gateways is not in the input');
        continue;
      }
      const uses = usesOf(mesh, service);
      const followed = [...uses].sort().join('`, `');
      for (const kind of unused(service, uses))
        report(service, ['spec', kind], { kind, uses: followed }, { at: 'key' });
    }
  },
});

/** The kinds of routes that no server follows, while some server is for the hosts. */
const unused = ({ spec }: MeshObject<'VirtualService'>, uses: ReadonlySet<ServerUse>): readonly ServerUse[] =>
  (['http', 'tls', 'tcp'] as const).filter(
    (kind) => uses.size > 0 && (spec[kind] ?? []).length > 0 && !uses.has(kind),
  );

/** The kinds of routes that the servers for the hosts of a VirtualService follow. */
const usesOf = (mesh: Mesh, service: MeshObject<'VirtualService'>): ReadonlySet<ServerUse> =>
  new Set(
    gatewaysOf(mesh, service).flatMap((gateway) =>
      (gateway.spec.servers ?? [])
        .filter((server) => servesSome(server, gateway, service))
        .flatMap((server: Server) => useOf(server) ?? []),
    ),
  );
