import { gatewaysOf, isInMesh } from '../../attachment.ts';
import { acceptsHost } from '../../gateway-hosts.ts';
import { hostsSeenBy } from '../../known-hosts.ts';
import type { KindSpecs } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { isHttp, portProtocol } from '../../port-protocol.ts';
import { defineRule, type RelatedPlace } from '../../rule.ts';
import { isKind, workloadKinds } from '../../workloads.ts';

type VirtualService = MeshObject<'VirtualService'>;
type Routes = 'http' | 'tls' | 'tcp';
type Server = NonNullable<KindSpecs['Gateway']['servers']>[number];

/** Routes are for requests, for TLS by its SNI, or for connections: they apply only where those come in. */
export const vsConflictingProtocols = defineRule<{ routes: Routes; protocols: string }>({
  slug: 'virtualservice/conflicting-protocols',
  code: 'MSH0109',
  severity: 'warning',
  summary: 'The routes of a VirtualService fit the protocol of the ports that they are for.',
  hint: 'Write routes for the protocol of the port, or correct the protocol: the name of the port of a Service, `protocol` elsewhere.',
  kinds: ['VirtualService', 'Service', 'ServiceEntry', 'Gateway', ...workloadKinds],
  message: ({ routes, protocols }) => `no port takes \`${routes}\` routes: they are all ${protocols}`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      const entrances = [...meshEntrances(mesh, service), ...gatewayEntrances(mesh, service)];
      if (entrances.length === 0) continue;
      for (const routes of ['http', 'tls', 'tcp'] as const) {
        if ((service.spec[routes] ?? []).length === 0) continue;
        if (entrances.some(({ takes }) => takes.includes(routes))) continue;
        const protocols = [...new Set(entrances.map(({ protocol }) => protocol))].sort().join(', ');
        const related = entrances.slice(0, 3).map(({ place }) => place);
        report(service, ['spec', routes], { routes, protocols }, { at: 'key', related });
      }
    }
  },
});

/** A port that requests for the hosts of a VirtualService come in on. */
interface Entrance {
  readonly protocol: string;
  readonly takes: readonly Routes[];
  readonly place: RelatedPlace;
}

const forConnections: readonly Routes[] = ['tls', 'tcp'];
const all: readonly Routes[] = ['http', 'tls', 'tcp'];

/** The ports of the hosts in the mesh; none if some host is not known. */
function meshEntrances(mesh: Mesh, service: VirtualService): readonly Entrance[] {
  if (!isInMesh(service)) return [];
  const hosts = (service.spec.hosts ?? []).map((host) => hostsSeenBy(mesh, service, host));
  if (hosts.some((seen) => seen.every(({ ports }) => ports.length === 0))) return [unknown(service)];
  return hosts.flat().flatMap(({ object }) => portsOf(object));
}

const unknown = (service: VirtualService): Entrance => ({
  ...{ protocol: 'unknown', takes: all },
  place: { object: service, path: ['spec', 'hosts'], message: 'the hosts' },
});

function portsOf(object: MeshObject<'Service'> | MeshObject<'ServiceEntry'>): readonly Entrance[] {
  const protocols = isKind(object, 'Service')
    ? (object.spec.ports ?? []).map(portProtocol)
    : (object.spec.ports ?? []).map(({ protocol = '' }) => protocol.toLowerCase() || undefined);
  return protocols.map((protocol, index) => ({
    protocol: (protocol ?? 'detected').toUpperCase(),
    takes: protocol === undefined ? all : isHttp(protocol) ? ['http'] : forConnections,
    place: { object, path: ['spec', 'ports', index], message: 'a port of the host' },
  }));
}

/** The servers of its Gateways that take one of its hosts. */
const gatewayEntrances = (mesh: Mesh, service: VirtualService): readonly Entrance[] =>
  gatewaysOf(mesh, service).flatMap((gateway) =>
    (gateway.spec.servers ?? []).flatMap((server, index) => {
      const only = { ...gateway, spec: { servers: [server] } };
      const { hosts = [] } = service.spec;
      if (!hosts.some((host) => acceptsHost(only, host, service.namespace))) return [];
      const place = { object: gateway, path: ['spec', 'servers', index, 'port'], message: 'a server' };
      return [{ ...ofServer(server), place }];
    }),
  );

function ofServer({ port, tls }: Server): Pick<Entrance, 'protocol' | 'takes'> {
  const protocol = (port?.protocol ?? 'unknown').toUpperCase();
  if (protocol === 'UNKNOWN') return { protocol, takes: all };
  if (protocol === 'HTTPS' || protocol === 'TLS') return ofTls(protocol, tls?.mode);
  return { protocol, takes: isHttp(protocol.toLowerCase()) ? ['http'] : forConnections };
}

/** TLS that a server ends leaves requests (HTTPS) or connections; what it passes on is told apart by SNI. */
function ofTls(protocol: string, mode = 'PASSTHROUGH'): Pick<Entrance, 'protocol' | 'takes'> {
  if (passing.has(mode)) return { protocol: `${protocol} that is passed through`, takes: ['tls'] };
  return { protocol, takes: protocol === 'HTTPS' ? ['http'] : ['tcp'] };
}

const passing: ReadonlySet<string> = new Set(['PASSTHROUGH', 'AUTO_PASSTHROUGH']);
