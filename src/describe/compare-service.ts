import type { Mesh, MeshObject, Workload } from '../analyze/index.ts';
import { isHttp } from '../analyze/index.ts';
import type { Difference, Origin, ServiceView } from './description.ts';
import { rulesForHost } from './destination-rules.ts';
import { refOf, refText } from './object-ref.ts';
import { otherApi, type ProxyFacts, type VirtualHostFact } from './proxy-facts.ts';

/** A proxy whose way to a Service is compared. */
export interface Client {
  readonly mesh: Mesh;
  readonly workload: Workload;
  readonly facts: ProxyFacts;
}

type View = Pick<ServiceView, 'host' | 'ports' | 'virtualServices' | 'routes'>;

/** The origins of what a proxy has for a Service. */
export function originsOf(
  { name: proxy, clusters, virtualHosts }: ProxyFacts,
  { host }: View,
): readonly Origin[] {
  const made = [...(clusters ?? [])].filter(([name]) => isFor(name, host));
  return [
    ...made.flatMap(([name, from]): readonly Origin[] =>
      from === undefined ? [] : [{ proxy, resource: 'cluster', name, from }],
    ),
    ...(virtualHosts ?? []).flatMap((one) =>
      [...new Set(routesFor(one, host).map(({ origin }) => origin))].flatMap((from): readonly Origin[] =>
        from === undefined
          ? []
          : [{ proxy, resource: 'route', name: `${one.configuration}/${one.name}`, from }],
      ),
    ),
  ];
}

/** Where a proxy, as a client of a Service, does not do what the configuration says. */
export function compareService(
  client: Client,
  service: MeshObject<'Service'>,
  view: View,
): readonly Difference[] {
  return [...compareClusters(client, service, view), ...compareRoutes(client, view)];
}

const clusterName = (port: number, subset: string, host: string): string =>
  `outbound|${port}|${subset}|${host}`;

const isFor = (cluster: string, host: string): boolean =>
  cluster.startsWith('outbound|') && cluster.endsWith(`|${host}`);

/** The routes of a virtual host for the Service, or of another one that lead to it. */
const routesFor = (one: VirtualHostFact, host: string): VirtualHostFact['routes'] =>
  hostsFor([one], host).length > 0
    ? one.routes
    : one.routes.filter(({ clusters }) => clusters.some((cluster) => isFor(cluster, host)));

/** Virtual hosts are named by host and port. */
const hostsFor = (hosts: readonly VirtualHostFact[], host: string): readonly VirtualHostFact[] =>
  hosts.filter(({ domains }) => domains.some((domain) => domain === host || domain.startsWith(`${host}:`)));

function compareClusters(
  { mesh, workload, facts }: Client,
  service: MeshObject<'Service'>,
  view: View,
): readonly Difference[] {
  const { clusters } = facts;
  if (clusters === undefined) return [];
  const rules = rulesFor(mesh, workload, service);
  const wanted = new Set(rules.map((rule) => refText(refOf(rule))));
  const subsets = rules.flatMap(({ spec }) => (spec.subsets ?? []).map(({ name = '' }) => name));
  return view.ports
    .filter(({ protocol }) => protocol !== 'udp')
    .flatMap(({ port }) => {
      const name = clusterName(port, '', view.host);
      const own = compareCluster(clusters, name, wanted);
      return clusters.has(name)
        ? [...own, ...compareSubsets(clusters, { port, host: view.host, subsets })]
        : own;
    });
}

function compareCluster(
  clusters: ReadonlyMap<string, string | undefined>,
  name: string,
  wanted: ReadonlySet<string>,
): readonly Difference[] {
  const configuration = [...wanted].join(', ') || 'no DestinationRule';
  const subject = `cluster ${name}`;
  if (!clusters.has(name)) return [{ subject, configuration: 'a port of the Service', proxy: 'not there' }];
  const found = clusters.get(name);
  if (found === otherApi || (found === undefined ? wanted.size === 0 : wanted.has(found))) return [];
  return [{ subject, configuration, proxy: found ?? 'no DestinationRule' }];
}

function compareSubsets(
  clusters: ReadonlyMap<string, string | undefined>,
  {
    port,
    host,
    subsets,
  }: { readonly port: number; readonly host: string; readonly subsets: readonly string[] },
): readonly Difference[] {
  const [start, end] = [`outbound|${port}|`, `|${host}`];
  const found = [...clusters.keys()]
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .map((name) => name.slice(start.length, -end.length))
    .filter((subset) => subset !== '');
  const named = (subset: string): string => `cluster ${clusterName(port, subset, host)}`;
  return [
    ...[...new Set(subsets)]
      .filter((subset) => !found.includes(subset))
      .map((subset) => ({ subject: named(subset), configuration: `subset ${subset}`, proxy: 'not there' })),
    ...found
      .filter((subset) => !subsets.includes(subset))
      .map((subset) => ({ subject: named(subset), configuration: 'no such subset', proxy: 'there' })),
  ];
}

/** The rules that count for a client: of its namespace, else of that of the Service, else of the root namespace. */
function rulesFor(
  mesh: Mesh,
  { namespace }: Workload,
  service: MeshObject<'Service'>,
): readonly MeshObject<'DestinationRule'>[] {
  const rules = rulesForHost(mesh, service).filter(({ spec }) => spec.workloadSelector === undefined);
  for (const home of [namespace, service.namespace, mesh.rootNamespace]) {
    const there = rules.filter(
      (rule) => rule.namespace === home && (home === namespace || isExported(rule, namespace)),
    );
    const [nearest] = there;
    if (nearest !== undefined) return there.filter(({ spec }) => spec.host === nearest.spec.host);
  }
  return [];
}

const isExported = ({ spec: { exportTo = [] } }: MeshObject<'DestinationRule'>, namespace: string): boolean =>
  exportTo.length === 0 || exportTo.includes('*') || exportTo.includes(namespace);

/** The VirtualServices of a host against those that its routes in the proxy come from. */
function compareRoutes({ facts }: Client, view: View): readonly Difference[] {
  const hosts = hostsFor(facts.virtualHosts ?? [], view.host);
  // A VirtualService for clients in the mesh shapes ports that speak HTTP only; routes of Gateway API leave no name.
  if (hosts.length === 0 || !view.ports.some(({ protocol }) => isHttp(protocol)) || view.routes.length > 0)
    return [];
  const found = new Set(hosts.flatMap(({ routes }) => routes.flatMap(({ origin }) => origin ?? [])));
  const inMesh = view.virtualServices.filter(({ gateways }) => gateways.includes('mesh'));
  const wanted = new Set(inMesh.map(({ service }) => refText(service)));
  const subject = `routes of ${view.host}`;
  const configuration = [...wanted].join(', ') || 'no VirtualService';
  const proxy = [...found].join(', ') || 'no VirtualService';
  const agrees =
    found.has(otherApi) || (wanted.size === 0 ? found.size === 0 : [...found].some((one) => wanted.has(one)));
  return agrees ? [] : [{ subject, configuration, proxy }];
}
