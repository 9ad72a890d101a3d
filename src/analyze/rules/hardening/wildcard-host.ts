import { servedListeners } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { defineRule } from '../../rule.ts';
import { serverHost } from '../../gateway-hosts.ts';
import { serversOf } from '../gateway/servers.ts';

/** Whoever may write routes in any namespace can take over a host of such a gateway. */
export const wildcardHost = defineRule<{ listener: string }>({
  slug: 'hardening/wildcard-host',
  code: 'MSH0408',
  severity: 'warning',
  summary: 'A gateway names its hosts, or the namespaces whose routes it serves.',
  hint: 'Name the hosts, as in `shop.example.com`, or the namespace that routes come from, as in `shop/*`.',
  kinds: ['Gateway', 'KubernetesGateway', 'ListenerSet', 'GatewayClass'],
  optIn: true,
  message: ({ listener }) => `${listener} serves any host for the routes of any namespace`,
  check(mesh, report) {
    for (const { object, path, listener } of [...wildcardServers(mesh), ...wildcardListeners(mesh)])
      report(object, path, { listener });
  },
});

interface OpenPlace {
  readonly object: MeshObject;
  readonly path: Path;
  readonly listener: string;
}

const wildcardServers = (mesh: Mesh): readonly OpenPlace[] =>
  mesh.derive(serversOf).flatMap(({ gateway, server, path, port, hosts }) =>
    meshModes.has(server.tls?.mode ?? '')
      ? []
      : hosts.flatMap((written, index) => {
          const { namespace, name } = serverHost(written, gateway.namespace);
          const place = { object: gateway, path: [...path, 'hosts', index], listener: `port ${port}` };
          return namespace === '*' && name === '*' ? [place] : [];
        }),
  );

/** Servers for clients in the mesh, whose hosts are checked by certificates. */
const meshModes: ReadonlySet<string> = new Set(['AUTO_PASSTHROUGH', 'ISTIO_MUTUAL']);

const wildcardListeners = (mesh: Mesh): readonly OpenPlace[] =>
  mesh
    .derive(servedListeners)
    .filter(
      ({ protocol, hostname, spec }) =>
        webProtocols.has(protocol) && hostname === '*' && spec.allowedRoutes?.namespaces?.from === 'All',
    )
    .map(({ owner, path, name }) => ({
      ...{ object: owner, listener: `the listener ${name}` },
      path: [...path, 'allowedRoutes', 'namespaces', 'from'],
    }));

const webProtocols: ReadonlySet<string> = new Set(['HTTP', 'HTTPS', 'TLS']);
