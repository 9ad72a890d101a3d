import type { JsonObject } from '../json.ts';
import { summarizePolicies } from '../proxy/authz/index.ts';
import type { DumpItem, ProxyDump, SectionKind, Shape } from '../proxy/index.ts';
import { asList, asObject, asText, valueAt } from '../proxy/message/index.ts';
import { inboundModes } from './inbound-modes.ts';

/** What a dump tells of the things that a description is about. Parts are undefined without their section. */
export interface ProxyFacts {
  /** As the dump is called. */
  readonly name: string;
  /** The Pod it is of, and its labels. */
  readonly pod: { readonly namespace: string; readonly name: string } | undefined;
  readonly labels: Readonly<Record<string, string>> | undefined;
  /** Origin of each cluster by its name; undefined for those without metadata. */
  readonly clusters: ReadonlyMap<string, string | undefined> | undefined;
  readonly virtualHosts: readonly VirtualHostFact[] | undefined;
  /** AuthorizationPolicies of its RBAC filters, `name.namespace`. */
  readonly policies: ReadonlySet<string> | undefined;
  /** Mutual TLS of the ports of its workload; undefined for a proxy that has no inbound listener. */
  readonly inbound: ReadonlyMap<number, string> | undefined;
}

/** A virtual host of a proxy. */
export interface VirtualHostFact {
  readonly configuration: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly routes: readonly RouteFact[];
}

interface RouteFact {
  readonly origin: string | undefined;
  /** The names of the clusters it sends requests to. */
  readonly clusters: readonly string[];
}

/** Reads of a dump what can be compared with the configuration. */
export function readProxyFacts(dump: ProxyDump): ProxyFacts {
  const clusters = used(dump, 'clusters', { metadata: istio });
  const routes = used(dump, 'routes', routeShape);
  return {
    name: dump.name,
    ...nodeOf(dump),
    clusters: clusters && new Map(clusters.map(({ name, message }) => [name, originOf(message)])),
    virtualHosts: routes?.flatMap(virtualHostsOf),
    policies: policiesOf(dump),
    inbound: inboundModes(dump),
  };
}

const istio = { filter_metadata: { istio: { config: true } } } as const satisfies Shape;

const routeShape = {
  virtual_hosts: {
    name: true,
    domains: true,
    routes: { metadata: istio, route: { cluster: true, weighted_clusters: { clusters: { name: true } } } },
  },
} as const satisfies Shape;

function used(dump: ProxyDump, kind: SectionKind, shape: Shape): readonly DumpItem[] | undefined {
  const section = dump.section(kind);
  if (section === undefined) return undefined;
  return [...section.items(shape)].filter(({ state }) => state === 'active' || state === 'static');
}

/** `sidecar~10.0.0.1~reviews-v1-6d4c9.shop~shop.svc.cluster.local` is the identity of a proxy. */
function nodeOf(dump: ProxyDump): Pick<ProxyFacts, 'pod' | 'labels'> {
  const node = asObject(valueAt(dump.section('bootstrap')?.value(), 'bootstrap', 'node'));
  const [, , pod = ''] = asText(node.id).split('~');
  const dot = pod.lastIndexOf('.');
  const labels = Object.entries(asObject(valueAt(node, 'metadata', 'LABELS'))).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    pod: dot < 1 ? undefined : { namespace: pod.slice(dot + 1), name: pod.slice(0, dot) },
    labels: labels.length === 0 ? undefined : Object.fromEntries(labels),
  };
}

function virtualHostsOf({ name: configuration, message }: DumpItem): readonly VirtualHostFact[] {
  return asList(message.virtual_hosts).map((host) => ({
    ...{ configuration, name: asText(valueAt(host, 'name')) },
    domains: asList(valueAt(host, 'domains')).map(asText),
    routes: asList(valueAt(host, 'routes')).map((route) => ({
      origin: originOf(asObject(route)),
      clusters: clustersOf(asObject(valueAt(route, 'route'))),
    })),
  }));
}

const clustersOf = (action: JsonObject): readonly string[] =>
  [
    asText(action.cluster),
    ...asList(valueAt(action, 'weighted_clusters', 'clusters')).map((one) => asText(valueAt(one, 'name'))),
  ].filter((name) => name !== '');

/** `DestinationRule shop/reviews` for `/apis/networking.istio.io/v1/namespaces/shop/destination-rule/reviews`. */
function originOf(message: JsonObject): string | undefined {
  const path = asText(valueAt(message, 'metadata', 'filter_metadata', 'istio', 'config'));
  if (path === '') return undefined;
  const [, , , , , namespace = '', kind = '', name, ...rest] = path.split('/');
  if (name === undefined || rest.length > 0) return otherApi;
  const words = kind.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join('')} ${namespace}/${name}`;
}

/** What the metadata of a resource names no Istio object for. */
export const otherApi = 'another API';

function policiesOf(dump: ProxyDump): ReadonlySet<string> | undefined {
  if (dump.section('listeners') === undefined) return undefined;
  return new Set(summarizePolicies(dump, { dryRun: true }).rows.map(({ policy }) => policy));
}
