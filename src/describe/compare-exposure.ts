import { carries, type Mesh } from '../analyze/index.ts';
import type { Difference, Exposure } from './description.ts';
import { gatewayNameLabel } from './membership.ts';
import { refText } from './object-ref.ts';
import type { ProxyFacts, VirtualHostFact } from './proxy-facts.ts';

/** Ways from outside, each with whether the dump of its gateway has it too, and where that is not so. */
export interface ComparedExposure {
  readonly exposure: readonly Exposure[];
  readonly differences: readonly Difference[];
}

/** Looks for the routes to a host in the dumps of gateways. */
export function compareExposure(
  mesh: Mesh,
  exposure: readonly Exposure[],
  host: string,
  gateways: readonly ProxyFacts[],
): ComparedExposure {
  const compared = exposure.map((way) => ({ way, missing: missingIn(mesh, way, host, gateways) }));
  return {
    exposure: compared.map(({ way, missing }) =>
      missing === undefined ? way : { ...way, inProxy: missing.length === 0 },
    ),
    differences: compared.flatMap(({ way, missing = [] }) =>
      missing.map(({ facts, name }) => ({
        subject: `${name} at ${refText(way.gateway)}, port ${way.port}`,
        configuration: refText(way.via),
        proxy: `no route to ${host} in ${facts.name}`,
      })),
    ),
  };
}

interface Missing {
  readonly facts: ProxyFacts;
  readonly name: string;
}

/** The hosts for which a dump of the gateway has no route to the Service; undefined without a dump of routes. */
function missingIn(
  mesh: Mesh,
  way: Exposure,
  host: string,
  gateways: readonly ProxyFacts[],
): readonly Missing[] | undefined {
  // Connections that are passed on unread have no routes.
  if (
    /^(TCP|TLS)$/.test(way.protocol) ||
    ['PASSTHROUGH', 'AUTO_PASSTHROUGH', 'Passthrough'].includes(way.tls)
  )
    return undefined;
  const dumps = gateways.filter((facts) => facts.virtualHosts !== undefined && isOf(mesh, way, facts));
  if (dumps.length === 0) return undefined;
  return dumps.flatMap((facts) =>
    way.hosts.filter((name) => !leads(facts.virtualHosts ?? [], name, host)).map((name) => ({ facts, name })),
  );
}

/** Whether a dump is that of a Pod of the gateway, as far as it tells. */
function isOf(mesh: Mesh, { gateway }: Exposure, { labels }: ProxyFacts): boolean {
  if (labels === undefined) return true;
  const istio = gateway.apiVersion.startsWith('networking.istio.io/');
  const object = istio ? mesh.find('Gateway', gateway.namespace, gateway.name) : undefined;
  return carries(labels, istio ? (object?.spec.selector ?? {}) : { [gatewayNameLabel]: gateway.name });
}

const leads = (hosts: readonly VirtualHostFact[], name: string, host: string): boolean =>
  hosts.some(
    ({ domains, routes }) =>
      domains.some((domain) => domain === name || domain === '*' || domain.startsWith(`${name}:`)) &&
      routes.some(({ clusters }) => clusters.some((cluster) => cluster.endsWith(`|${host}`))),
  );
