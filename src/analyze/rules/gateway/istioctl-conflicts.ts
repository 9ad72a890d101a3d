import { pushTo } from '../../../group-by.ts';
import { fullName } from '../../mesh-object.ts';
import type { Mesh } from '../../mesh.ts';
import type { Labels } from '../../workloads.ts';
import { overlapping } from './overlapping.ts';
import { serversOf, type GatewayServer } from './servers.ts';

/** A server whose hosts istioctl finds in other Gateways, by their names. */
export interface IstioctlConflict {
  readonly server: GatewayServer;
  readonly others: readonly string[];
}

/**
 * The conflicts that istioctl sees. Of each Gateway it knows the hosts of its last server on a port; and when it has
 * compared a server with a Gateway that has none of its hosts, it goes on as if that one had them too.
 */
export function istioctlConflicts(mesh: Mesh): IstioctlConflict[] {
  const servers = mesh.derive(serversOf);
  const groups = groupsOf(servers);
  return servers.flatMap((server) => {
    const others = (groups.get(server.port) ?? [])
      .filter(({ selector }) => overlapping(mesh, server.selector, selector))
      .flatMap((group) => group.conflictsWith(server));
    return others.length === 0 ? [] : [{ server, others: others.sort() }];
  });
}

/** By port, one group for each selector. */
function groupsOf(servers: readonly GatewayServer[]): ReadonlyMap<number, readonly Group[]> {
  const groups = new Map<number, Group[]>();
  const byKey = new Map<string, Group>();
  for (const server of servers) {
    const key = `${server.port} ${server.selectorKey}`;
    const group = byKey.get(key) ?? new Group(server.selector);
    if (!byKey.has(key)) {
      byKey.set(key, group);
      pushTo(groups, server.port, group);
    }
    group.add(server);
  }
  return groups;
}

/** Hosts that every Gateway of a group is taken to have since a server was compared with it. */
interface Spread {
  readonly bind: string;
  readonly from: string;
  /** The Gateways that had a host of that server already, and did not get the others. */
  readonly except: ReadonlySet<string>;
}

/** The Gateways of one port and selector, with the hosts that istioctl believes they have. */
class Group {
  readonly selector: Labels;
  /** Gateway to host to bind. */
  private readonly own = new Map<string, ReadonlyMap<string, string>>();
  private readonly owners = new Map<string, Set<string>>();
  private readonly spread = new Map<string, Spread[]>();

  constructor(selector: Labels) {
    this.selector = selector;
  }

  add({ gateway, hosts, bind }: GatewayServer): void {
    const name = fullName(gateway);
    this.own.set(name, new Map(hosts.map((host) => [host, bind])));
    for (const host of hosts) {
      const owners = this.owners.get(host) ?? new Set();
      this.owners.set(host, owners.add(name));
    }
  }

  /** The other Gateways that have a host of the server; the rest is taken to have all of its hosts from now on. */
  conflictsWith({ gateway, hosts, bind }: GatewayServer): readonly string[] {
    const name = fullName(gateway);
    const found = this.candidates(hosts).filter(
      (other) => other !== name && hosts.some((host) => this.bindOf(other, host) === bind),
    );
    const event: Spread = { bind, from: name, except: new Set(found) };
    for (const host of hosts) pushTo(this.spread, host, event);
    return found;
  }

  /** Those that may have one of the hosts: all, once a host was spread. */
  private candidates(hosts: readonly string[]): readonly string[] {
    if (hosts.some((host) => this.spread.has(host))) return [...this.own.keys()];
    return [...new Set(hosts.flatMap((host) => [...(this.owners.get(host) ?? [])]))];
  }

  private bindOf(gateway: string, host: string): string | undefined {
    const latest = this.spread
      .get(host)
      ?.findLast(({ from, except }) => from !== gateway && !except.has(gateway));
    return latest?.bind ?? this.own.get(gateway)?.get(host);
  }
}
