import type { Path } from '../../../path.ts';
import { backendsOf } from '../../gateway-api/index.ts';
import { nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { serversOf } from '../gateway/servers.ts';
import { adminPorts, istiodPorts } from './admin-ports.ts';

/** A gateway hands such a port to whoever reaches the gateway. */
export const adminPortInGateway = defineRule<{ port: number; what: string }>({
  slug: 'hardening/admin-port-in-gateway',
  code: 'MSH0418',
  severity: 'warning',
  summary: 'No gateway leads to the admin and debug ports of proxies and istiod.',
  hint: 'Take it out; `meshctl dashboard` and `kubectl port-forward` reach such ports without a gateway.',
  kinds: [
    'Gateway',
    'VirtualService',
    'Sidecar',
    'HTTPRoute',
    'GRPCRoute',
    'TCPRoute',
    'TLSRoute',
    'Service',
  ],
  optIn: true,
  message: ({ port, what }) => `this leads to port ${port}, ${what}`,
  check(mesh, report) {
    for (const { object, path, port, host } of [
      ...serverPorts(mesh),
      ...destinations(mesh),
      ...backends(mesh),
      ...sidecarEndpoints(mesh),
    ]) {
      const what = (isIstiodHost(host) ? istiodPorts : adminPorts).get(port);
      if (what !== undefined) report(object, path, { port, what });
    }
  },
});

interface NamedPort {
  readonly object: MeshObject;
  readonly path: Path;
  readonly port: number;
  /** Empty for a port of the proxy itself. */
  readonly host: string;
}

const isIstiodHost = (host: string): boolean => /^istiod(-[^.]+)?\.[^.]+\.svc\./.test(host);

const serverPorts = (mesh: Mesh): readonly NamedPort[] =>
  mesh
    .derive(serversOf)
    .filter(({ server }) => server.tls?.mode !== 'AUTO_PASSTHROUGH')
    .map(({ gateway, path, port }) => ({
      object: gateway,
      path: [...path, 'port', 'number'],
      port,
      host: '',
    }));

/** Those of routes at a gateway; clients in the mesh reach the Service without them. */
const destinations = (mesh: Mesh): readonly NamedPort[] =>
  mesh.of('VirtualService').flatMap((object) => {
    const { gateways = ['mesh'], http = [], tcp = [], tls = [] } = object.spec;
    if (gateways.every((name) => name === 'mesh')) return [];
    return Object.entries({ http, tcp, tls }).flatMap(([list, routes]) =>
      routes.flatMap(({ route = [] }, index) =>
        route.flatMap(({ destination }, place) => ({
          ...{ object, port: destination?.port?.number ?? 0 },
          host: nameOf(object.namespace, destination?.host ?? ''),
          path: ['spec', list, index, 'route', place, 'destination', 'port', 'number'],
        })),
      ),
    );
  });

const backends = (mesh: Mesh): readonly NamedPort[] =>
  mesh
    .derive(backendsOf)
    .filter(({ route: { isMeshOnly } }) => !isMeshOnly)
    .map(({ route, path, name, namespace, port }) => ({
      ...{ object: route.object, path: [...path, 'port'], port },
      host: `${name}.${namespace}.svc.cluster.local`,
    }));

/** A Sidecar can take requests in and send them to any port of the Pod. */
const sidecarEndpoints = (mesh: Mesh): readonly NamedPort[] =>
  mesh.of('Sidecar').flatMap((object) =>
    (object.spec.ingress ?? []).map(({ defaultEndpoint = '' }, index) => ({
      ...{ object, host: '', path: ['spec', 'ingress', index, 'defaultEndpoint'] },
      port: Number(/:(\d+)$/.exec(defaultEndpoint)?.[1] ?? 0),
    })),
  );
