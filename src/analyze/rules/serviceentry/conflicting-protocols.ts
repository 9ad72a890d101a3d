import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { defineRule, type Report } from '../../rule.ts';

type Entry = MeshObject<'ServiceEntry'>;
type Args = Readonly<Record<'serviceEntryNames' | 'host' | 'protocols', string> & Record<'port', number>>;

/** A port of a host speaks one protocol; of several the proxies take one. */
export const conflictingProtocols = defineRule<Args>({
  slug: 'serviceentry/conflicting-protocols',
  code: 'IST0177',
  severity: 'warning',
  summary: 'ServiceEntries of one host agree on the protocol of each port.',
  hint: 'Give the port the same protocol everywhere.',
  kinds: ['ServiceEntry'],
  scope: 'unit',
  message: ({ host, port, protocols }) =>
    `port ${port} of ${host} has several protocols: ${protocols.split(', ').map(shown).join(', ')}`,
  check(mesh, report) {
    const conflicts = claimsByPort(mesh).filter(({ claims }) => protocolsOf(claims).length > 1);
    if (mesh.settings.compat) asIstioctl(conflicts, report);
    else oncePerPort(conflicts, report);
  },
});

const shown = (protocol: string): string => (protocol === '' ? 'none' : protocol);

interface Claim {
  readonly entry: Entry;
  readonly protocol: string;
  readonly path: Path;
}

/** What is said of a port of a host as the namespaces of one scope see it. */
interface Claims {
  readonly scope: string;
  readonly host: string;
  readonly port: number;
  readonly claims: readonly Claim[];
}

function claimsByPort(mesh: Mesh): readonly Claims[] {
  const known = new Map<string, Claims & { readonly claims: Claim[] }>();
  for (const entry of mesh.of('ServiceEntry')) {
    for (const { scope, host, port, claim } of claimsOf(entry)) {
      const key = `${scope}/${host}:${port}`;
      const claims = known.get(key) ?? { scope, host, port, claims: [] };
      known.set(key, claims);
      claims.claims.push(claim);
    }
  }
  // A namespace also sees what all see.
  return Array.from(known.values(), (own) => {
    const everywhere = own.scope === '*' ? undefined : known.get(`*/${own.host}:${own.port}`);
    return { ...own, claims: [...own.claims, ...(everywhere?.claims ?? [])] };
  });
}

interface PlacedClaim {
  readonly scope: string;
  readonly host: string;
  readonly port: number;
  readonly claim: Claim;
}

function claimsOf(entry: Entry): readonly PlacedClaim[] {
  const { exportTo = [], hosts = [], ports = [] } = entry.spec;
  const scopes = exportTo.length === 0 ? ['*'] : exportTo.map((to) => (to === '.' ? entry.namespace : to));
  const claims = ports.map(({ number: port = 0, protocol = '' }, index) => ({
    port,
    claim: { entry, protocol: protocol.toUpperCase(), path: ['spec', 'ports', index, 'protocol'] },
  }));
  return scopes.flatMap((scope) =>
    hosts.flatMap((host) => claims.map((claim) => ({ scope, host, ...claim }))),
  );
}

const protocolsOf = (claims: readonly Claim[]): readonly string[] =>
  [...new Set(claims.map(({ protocol }) => protocol))].sort();

const argsOf = ({ host, port, claims }: Claims): Args => ({
  serviceEntryNames: [...new Set(claims.map(({ entry }) => fullName(entry)))].sort().join(', '),
  ...{ host, port },
  protocols: protocolsOf(claims).join(', '),
});

/** Every ServiceEntry once, with the first port that it shares. */
function asIstioctl(conflicts: readonly Claims[], report: Report<Args>): void {
  const reported = new Set<Entry>();
  for (const conflict of conflicts) {
    for (const { entry } of conflict.claims) {
      if (reported.has(entry)) continue;
      reported.add(entry);
      report(entry, ['metadata', 'name'], argsOf(conflict));
    }
  }
}

/** Every port once, where a protocol first differs. */
function oncePerPort(conflicts: readonly Claims[], report: Report<Args>): void {
  const reported = new Set<string>();
  for (const conflict of conflicts) {
    const args = argsOf(conflict);
    const key = JSON.stringify(args);
    const [first] = conflict.claims;
    const other = conflict.claims.find(({ protocol }) => protocol !== first?.protocol);
    if (other === undefined || reported.has(key)) continue;
    reported.add(key);
    const rest = conflict.claims.filter((claim) => claim !== other);
    report(other.entry, other.path, args, {
      related: rest.map(({ entry, path, protocol }) => ({
        ...{ object: entry, path },
        message: `${shown(protocol)} in ServiceEntry ${fullName(entry)}`,
      })),
    });
  }
}
