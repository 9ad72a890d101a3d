import { isInMesh } from '../../attachment.ts';
import { expandHost } from '../../../expand-host.ts';
import { hostsOverlap } from '../../hosts-overlap.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { defineRule, type Report } from '../../rule.ts';

type Args = Readonly<Record<'virtualServices' | 'host', string>>;
type VirtualService = MeshObject<'VirtualService'>;

/** Of VirtualServices for one host of the mesh, sidecars follow only one. */
export const hostConflict = defineRule<Args>({
  slug: 'virtualservice/host-conflict',
  code: 'IST0109',
  severity: 'error',
  summary: 'No two VirtualServices of the mesh have the same host where both are seen.',
  hint: 'Put the routes of the host into one VirtualService; the order of its routes then is yours.',
  kinds: ['VirtualService'],
  scope: 'unit',
  message: ({ host, virtualServices }) =>
    `${virtualServices.split(',').join(', ')} all route ${host.slice(host.indexOf('/') + 1)}: sidecars follow one of them`,
  check(mesh, report) {
    const groups = groupsOf(mesh);
    if (mesh.settings.compat) asIstioctl(groups, report);
    else oncePerHost(groups, report);
  },
});

interface Entry {
  readonly service: VirtualService;
  readonly path: Path;
}

/** The VirtualServices of one host as the namespaces of one scope see them. */
interface Group {
  readonly scope: string;
  readonly host: string;
  readonly entries: Entry[];
}

/** The hosts that all namespaces see. */
interface Everywhere {
  readonly all: readonly Group[];
  readonly wildcards: readonly Group[];
}

function groupsOf(mesh: Mesh): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const service of mesh.of('VirtualService').filter(isInMesh)) {
    for (const { scope, host, path } of claimsOf(service)) {
      const key = `${scope}/${host}`;
      const group = groups.get(key) ?? { scope, host, entries: [] };
      groups.set(key, group);
      // One after the other, so that the last one tells whether it is there.
      if (group.entries.at(-1)?.service !== service) group.entries.push({ service, path });
    }
  }
  const all = [...groups.values()].filter(({ scope }) => scope === '*');
  const everywhere = { all, wildcards: all.filter(({ host }) => host.startsWith('*')) };
  return [...groups.values()].map((group) => withEverywhere(group, everywhere, groups, mesh.settings.compat));
}

const claimsOf = ({
  namespace,
  spec,
}: VirtualService): readonly { scope: string; host: string; path: Path }[] => {
  const { exportTo = [], hosts = [] } = spec;
  const scopes = exportTo.length === 0 ? ['*'] : exportTo.map((to) => (to === '.' ? namespace : to));
  return scopes.flatMap((scope) =>
    hosts.map((host, index) => ({
      ...{ scope, host: expandHost(namespace, host) },
      path: ['spec', 'hosts', index],
    })),
  );
};

/** A namespace also sees what all see. To istioctl a wildcard conflicts too; in truth the longer name wins. */
function withEverywhere(
  group: Group,
  everywhere: Everywhere,
  groups: ReadonlyMap<string, Group>,
  compat: boolean,
): Group {
  if (group.scope === '*') return group;
  const same = [groups.get(`*/${group.host}`)].filter((other) => other !== undefined);
  const candidates = group.host.startsWith('*') ? everywhere.all : everywhere.wildcards;
  const others = compat
    ? new Set([...same, ...candidates.filter(({ host }) => hostsOverlap(group.host, host))])
    : same;
  const entries = [...group.entries];
  for (const entry of [...others].flatMap((other) => other.entries))
    if (!entries.some(({ service }) => service === entry.service)) entries.push(entry);
  return { ...group, entries };
}

const argsOf = ({ scope, host, entries }: Group): Args => ({
  virtualServices: entries
    .map(({ service }) => fullName(service))
    .sort()
    .join(','),
  host: `${scope}/${host}`,
});

/** Every VirtualService once, with the first host that it shares. */
function asIstioctl(groups: readonly Group[], report: Report<Args>): void {
  const reported = new Set<VirtualService>();
  for (const group of groups) {
    if (group.entries.length < 2) continue;
    for (const { service } of group.entries) {
      if (reported.has(service)) continue;
      reported.add(service);
      report(service, ['metadata', 'name'], argsOf(group));
    }
  }
}

/** Every host once, at the second of its VirtualServices. */
function oncePerHost(groups: readonly Group[], report: Report<Args>): void {
  const reported = new Set<string>();
  for (const group of groups) {
    const args = argsOf(group);
    const key = `${group.host} ${args.virtualServices}`;
    const [first, second, ...rest] = group.entries;
    if (first === undefined || second === undefined || reported.has(key)) continue;
    reported.add(key);
    report(second.service, second.path, args, {
      related: [first, ...rest].map(({ service, path }) => ({
        ...{ object: service, path },
        message: `the host in VirtualService ${fullName(service)}`,
      })),
    });
  }
}
