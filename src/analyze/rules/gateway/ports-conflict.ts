import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { overlapping } from './overlapping.ts';
import { isPlainHttp, serversOf, type GatewayServer } from './servers.ts';

/** A port of a proxy speaks plain HTTP, or something else; the second Gateway that wants it otherwise gets nothing. */
export const portsConflict = defineRule<{ gateway: string; port: number; protocol: string; other: string }>({
  slug: 'gateway/ports-conflict',
  code: 'MSH0122',
  severity: 'error',
  summary: 'The servers of one port of a proxy agree whether it is plain HTTP.',
  hint: 'Give one of them another port.',
  kinds: ['Gateway', ...workloadKinds],
  scope: 'unit',
  message: ({ gateway, port, protocol, other }) =>
    `port ${port} cannot be ${protocol} here and ${other} in the Gateway ${gateway}: both are for the same proxy, and one of them is dropped`,
  check(mesh, report) {
    const seen = new Map<string, GatewayServer[]>();
    for (const server of mesh.derive(serversOf)) {
      const { gateway, path, port, bind } = server;
      const key = `${port} ${bind}`;
      const before = seen.get(key) ?? [];
      seen.set(key, before);
      const other = before.find(
        (candidate) =>
          isPlainHttp(candidate) !== isPlainHttp(server) &&
          overlapping(mesh, candidate.selector, server.selector),
      );
      if (!before.some((candidate) => isAlike(candidate, server))) before.push(server);
      if (other === undefined) continue;
      report(
        gateway,
        [...path, 'port', 'protocol'],
        { gateway: fullName(other.gateway), port, protocol: protocolOf(server), other: protocolOf(other) },
        { related: [{ object: other.gateway, path: [...other.path, 'port'], message: 'the other server' }] },
      );
    }
  },
});

const protocolOf = ({ server }: GatewayServer): string => server.port?.protocol ?? 'unknown';

const isAlike = (one: GatewayServer, other: GatewayServer): boolean =>
  one.selectorKey === other.selectorKey && isPlainHttp(one) === isPlainHttp(other);
