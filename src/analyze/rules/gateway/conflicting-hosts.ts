import { fullName } from '../../mesh-object.ts';
import { defineRule, type Report } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import { workloadKinds } from '../../workloads.ts';
import { istioctlConflicts } from './istioctl-conflicts.ts';
import { overlapping } from './overlapping.ts';
import { hostOf, isPlainHttp, serversOf, type GatewayServer } from './servers.ts';

interface Args extends Readonly<Record<string, unknown>> {
  readonly gateway: string;
  readonly selector: string;
  readonly portnumber: string;
  readonly hosts: string;
}

/** A proxy serves a host on a port once: what a second Gateway says of it is dropped. */
export const conflictingHosts = defineRule<Args>({
  slug: 'gateway/conflicting-hosts',
  code: 'IST0145',
  severity: 'error',
  summary: 'No two Gateways serve one host on one port of the same proxy differently.',
  hint: 'Keep the server in one Gateway; VirtualServices of any namespace can name it.',
  kinds: ['Gateway', ...workloadKinds],
  scope: 'unit',
  message: ({ gateway, portnumber, hosts }) =>
    `the Gateway ${gateway} serves hosts of this server (${hosts}) on port ${portnumber} of the same proxy too: only one of them counts`,
  check: (mesh, report) => {
    if (mesh.settings.compat) reportAsIstioctl(mesh, report);
    else reportDropped(mesh, report);
  },
});

function reportAsIstioctl(mesh: Mesh, report: Report<Args>): void {
  for (const { server, others } of istioctlConflicts(mesh)) {
    const { gateway, port, hosts, selectorKey } = server;
    report(gateway, [], {
      gateway: others.join(','),
      selector: selectorKey,
      portnumber: String(port),
      hosts: hosts.join(','),
    });
  }
}

/** Reports the later one of two servers that cannot both be. */
function reportDropped(mesh: Mesh, report: Report<Args>): void {
  const seen = new Map<string, GatewayServer[]>();
  for (const server of mesh.derive(serversOf)) {
    const { gateway, path, port, bind, hosts, selectorKey } = server;
    let reported = false;
    for (const [index, host] of hosts.entries()) {
      const key = `${port} ${bind} ${hostOf(host)}`;
      const before = seen.get(key) ?? [];
      seen.set(key, before);
      const other = before.find((candidate) => isConflict(mesh, candidate, server));
      if (!before.some((candidate) => isAlike(candidate, server))) before.push(server);
      if (other === undefined || reported) continue;
      reported = true;
      report(
        gateway,
        [...path, 'hosts', index],
        { gateway: fullName(other.gateway), selector: selectorKey, portnumber: String(port), hosts: host },
        { related: [{ object: other.gateway, path: [...other.path, 'hosts'], message: 'served here too' }] },
      );
    }
  }
}

const isConflict = (mesh: Mesh, one: GatewayServer, other: GatewayServer): boolean =>
  one.gateway !== other.gateway &&
  !(isPlainHttp(one) && isPlainHttp(other) && redirects(one) === redirects(other)) &&
  isPlainHttp(one) === isPlainHttp(other) &&
  overlapping(mesh, one.selector, other.selector);

/** Servers that are in conflict with the same others: one of them is enough to compare with. */
const isAlike = (one: GatewayServer, other: GatewayServer): boolean =>
  one.selectorKey === other.selectorKey &&
  one.gateway !== other.gateway &&
  isPlainHttp(one) === isPlainHttp(other) &&
  redirects(one) === redirects(other);

const redirects = ({ server }: GatewayServer): boolean => server.tls?.httpsRedirect === true;
