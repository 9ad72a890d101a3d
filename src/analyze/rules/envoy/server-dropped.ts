import { serverHost } from '../../gateway-hosts.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { isPlainHttp, type Server } from './servers.ts';

type Args = Readonly<{ port: number; why: 'host' | 'protocol'; with: string }>;

/**
 * Where servers of a Gateway cannot share a port, istiod drops the later one and only logs it, since Envoy would refuse
 * the listener (`mergeGateways` in pilot/pkg/model/gateway.go; istio/istio#13717, #23073).
 */
export const serverDropped = defineRule<Args>({
  slug: 'envoy/server-dropped',
  code: 'MSH0165',
  severity: 'error',
  summary: 'Servers of a Gateway on one port can share it.',
  kinds: ['Gateway'],
  message: ({ port, why, with: other }) =>
    why === 'host'
      ? `an earlier server on port ${port} already takes ${other} over TLS, so Istio drops this whole server`
      : `an earlier server on port ${port} speaks ${other}, so Istio drops this server`,
  hint: 'Give every host to one server of a port, and every protocol a port of its own.',
  check(mesh, report) {
    for (const gateway of mesh.of('Gateway')) {
      for (const { index, args, step, earlier } of droppedServers(gateway)) {
        const related = [
          { object: gateway, path: ['spec', 'servers', earlier], message: 'the earlier server' },
        ];
        report(gateway, ['spec', 'servers', index, ...step], args, { related });
      }
    }
  },
});

interface Dropped {
  readonly index: number;
  readonly args: Args;
  readonly step: readonly (string | number)[];
  readonly earlier: number;
}

interface Port {
  /** The first server, whose protocol counts. */
  readonly first: Server;
  readonly index: number;
  /** Host to the server that has it over TLS. */
  readonly hosts: Map<string, number>;
}

function droppedServers(gateway: MeshObject<'Gateway'>): readonly Dropped[] {
  const ports = new Map<string, Port>();
  return (gateway.spec.servers ?? []).flatMap((server, index) => {
    const number = server.port?.number;
    if (number === undefined) return [];
    const key = `${number} ${server.bind ?? ''}`;
    const port = ports.get(key);
    if (port === undefined) {
      const hosts = new Map(tlsHosts(server, gateway).map((host) => [host, index] as const));
      ports.set(key, { first: server, index, hosts });
      return [];
    }
    return dropped(server, index, port, gateway) ?? [];
  });
}

function dropped(
  server: Server,
  index: number,
  port: Port,
  gateway: MeshObject<'Gateway'>,
): Dropped | undefined {
  const number = server.port?.number ?? 0;
  const hosts = tlsHosts(server, gateway);
  for (const [position, host] of hosts.entries()) {
    const earlier = port.hosts.get(host);
    if (earlier === undefined) continue;
    const args: Args = { port: number, why: 'host', with: host };
    return { index, args, step: ['hosts', position], earlier };
  }
  if (!canShare(port.first, server)) {
    const args: Args = { port: number, why: 'protocol', with: port.first.port?.protocol ?? '' };
    return { index, args, step: ['port', 'protocol'], earlier: port.index };
  }
  for (const host of hosts) port.hosts.set(host, index);
  return undefined;
}

/** Two servers of plain HTTP share a port, and so do two servers of TLS. */
const canShare = (first: Server, second: Server): boolean =>
  isTls(first) ? isTls(second) : isPlainHttp(first) && isPlainHttp(second);

const isTls = (server: Server): boolean => server.tls !== undefined && !isPlainHttp(server);

/** The hosts by which connections over TLS are told apart, `namespace/host` for those of one namespace. */
const tlsHosts = (server: Server, gateway: MeshObject<'Gateway'>): readonly string[] =>
  isTls(server)
    ? (server.hosts ?? []).map((written) => {
        const { namespace, name } = serverHost(written, gateway.namespace);
        return namespace === '*' ? name : `${namespace}/${name}`;
      })
    : [];
