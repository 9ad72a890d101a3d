import { acceptsHost } from '../../gateway-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName } from '../../mesh-object.ts';
import { gatewayName } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { isPlainHttp, serversOf, type GatewayServer } from '../gateway/servers.ts';
import { isReachableOutside } from './is-reachable-outside.ts';

/** What clients send to a plain port, cookies and tokens too, can be read on the way. */
export const gatewayPlaintext = defineRule<{ port: number }>({
  slug: 'hardening/gateway-plaintext',
  code: 'MSH0404',
  severity: 'warning',
  summary: 'Plain HTTP ports of a Gateway only redirect to HTTPS.',
  hint: 'Set `tls: {httpsRedirect: true}` on this server.',
  kinds: ['Gateway', 'VirtualService', 'Service', ...workloadKinds],
  optIn: true,
  message: ({ port }) => `port ${port} serves requests without TLS`,
  check(mesh, report) {
    for (const server of mesh.derive(serversOf)) {
      if (!isPlainHttp(server) || server.server.tls?.httpsRedirect === true) continue;
      if (!isReachableOutside(mesh, server.gateway) || onlyRedirects(mesh, server)) continue;
      report(server.gateway, [...server.path, 'port', 'protocol'], { port: server.port });
    }
  },
});

/** Whether every route that can be taken at this port sends to HTTPS. */
function onlyRedirects(mesh: Mesh, { gateway, server, port }: GatewayServer): boolean {
  const alone = { ...gateway, spec: { ...gateway.spec, servers: [server] } };
  const routes = mesh
    .of('VirtualService')
    .filter(({ namespace, spec: { gateways = [], hosts = [] } }) => {
      const isBound = gateways.some((name) => fullName(gatewayName(name, namespace)) === fullName(gateway));
      return isBound && hosts.some((host) => acceptsHost(alone, host, namespace));
    })
    .flatMap(({ spec: { http = [] } }) => http)
    .filter(({ match = [] }) => match.length === 0 || match.some((one) => (one.port ?? port) === port));
  return routes.length > 0 && routes.every(({ redirect }) => redirect?.scheme === 'https');
}
