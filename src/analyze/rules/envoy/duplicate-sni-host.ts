import { gatewaysOf } from '../../attachment.ts';
import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { gatewayName } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { servesSome, useOf, type Server } from './servers.ts';

type VirtualService = MeshObject<'VirtualService'>;
type Gateway = MeshObject<'Gateway'>;

/**
 * Envoy refuses a listener with two filter chains for one name, so istiod skips the later match and only logs it
 * (`buildGatewayNetworkFiltersFromTLSRoutes` in pilot/pkg/networking/core/gateway.go; istio/istio#13717, #23073).
 */
export const duplicateSniHost = defineRule<{ host: string; gateway: string; port: number }>({
  slug: 'envoy/duplicate-sni-host',
  code: 'MSH0164',
  severity: 'error',
  summary: 'A name that clients ask for in TLS is routed once at each port of a Gateway.',
  hint: 'Name every SNI host in one match of one VirtualService.',
  kinds: ['VirtualService', 'Gateway'],
  scope: 'unit',
  message: ({ host, gateway, port }) =>
    `${host} is routed twice on port ${port} of Gateway ${gateway}: Istio follows one of the two matches and drops all of the other`,
  check(mesh, report) {
    const taken = new Map<string, Match>();
    for (const match of matchesOf(mesh)) {
      const double = takenHost(match, taken);
      if (double === undefined) {
        for (const host of match.hosts) taken.set(keyOf(match, host), match);
        continue;
      }
      const { service, path } = double.first;
      report(
        match.service,
        [...match.path, 'sniHosts', double.index],
        { host: double.host, gateway: fullName(match.gateway), port: match.port },
        { related: [{ object: service, path, message: `the match in VirtualService ${fullName(service)}` }] },
      );
    }
  },
});

/** A match of a TLS route, at one port of one Gateway. */
interface Match {
  readonly service: VirtualService;
  readonly path: Path;
  readonly hosts: readonly string[];
  readonly gateway: Gateway;
  readonly port: number;
  readonly bind: string;
}

const keyOf = ({ gateway, port, bind }: Match, host: string): string =>
  `${fullName(gateway)} ${port} ${bind} ${host}`;

function takenHost(
  match: Match,
  taken: ReadonlyMap<string, Match>,
): { readonly index: number; readonly host: string; readonly first: Match } | undefined {
  for (const [index, host] of match.hosts.entries()) {
    const first = taken.get(keyOf(match, host));
    if (first !== undefined) return { index, host, first };
  }
  return undefined;
}

function* matchesOf(mesh: Mesh): Generator<Match> {
  for (const service of mesh.of('VirtualService')) {
    if ((service.spec.tls ?? []).length === 0) continue;
    for (const gateway of new Set(gatewaysOf(mesh, service))) {
      if (!isSeenBy(service, gateway)) continue;
      for (const server of serversByPort(service, gateway)) yield* atServer(service, gateway, server);
    }
  }
}

/** VirtualServices that are exported to some namespaces may be out of sight of the proxies of a Gateway. */
const isSeenBy = ({ namespace, spec: { exportTo = [] } }: VirtualService, gateway: Gateway): boolean =>
  exportTo.length === 0 || exportTo.includes('*') || namespace === gateway.namespace;

/** The servers that pass TLS through; of several on one port the first. */
function serversByPort(service: VirtualService, gateway: Gateway): Iterable<Server> {
  const servers = new Map<string, Server>();
  for (const server of gateway.spec.servers ?? []) {
    if (useOf(server) !== 'tls' || !servesSome(server, gateway, service)) continue;
    const key = `${server.port?.number ?? 0} ${server.bind ?? ''}`;
    if (!servers.has(key)) servers.set(key, server);
  }
  return servers.values();
}

function* atServer(service: VirtualService, gateway: Gateway, server: Server): Generator<Match> {
  const port = server.port?.number ?? 0;
  for (const [index, { match = [] }] of (service.spec.tls ?? []).entries()) {
    for (const [number, attributes] of match.entries()) {
      if (!isFor(attributes, port, service, gateway)) continue;
      const path = ['spec', 'tls', index, 'match', number];
      yield { service, path, hosts: attributes.sniHosts ?? [], gateway, port, bind: server.bind ?? '' };
    }
  }
}

/** Whether a match is for a port of a Gateway; without a port or gateways it is for all. */
const isFor = (
  { port: wanted = 0, gateways = [] }: { readonly port?: number; readonly gateways?: readonly string[] },
  port: number,
  service: VirtualService,
  gateway: Gateway,
): boolean =>
  (wanted === 0 || wanted === port) &&
  (gateways.length === 0 || gateways.some((name) => isNamed(name, service, gateway)));

function isNamed(reference: string, service: VirtualService, gateway: Gateway): boolean {
  const { namespace, name } = gatewayName(reference, service.namespace);
  return namespace === gateway.namespace && name === gateway.name;
}
