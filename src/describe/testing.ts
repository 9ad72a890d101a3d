import { readText, type ReadResult } from '../resources/index.ts';
import { readDump, type ProxyDump } from '../proxy/index.ts';

/** A configuration, as YAML documents that are put together. */
export const configuration = (...documents: readonly string[]): ReadResult =>
  readText(documents.join('\n---\n'), 'mesh.yaml');

/** A namespace with sidecars, a Pod in it and a Service in front. */
export const teaRoom = `
apiVersion: v1
kind: Namespace
metadata: {name: tea, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Pod
metadata: {name: kettle-0, namespace: tea, labels: {app: kettle, version: v1}}
spec: {containers: [{name: kettle, image: k, ports: [{name: web, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: kettle, namespace: tea}
spec: {selector: {app: kettle}, ports: [{name: http, port: 80, targetPort: web}]}
`;

interface Parts {
  readonly node?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Names of clusters, with the end of the path of their origin. */
  readonly clusters?: Readonly<Record<string, string | undefined>>;
  /** Domains, the origin and the cluster of one route. */
  readonly routes?: readonly (readonly [domain: string, origin: string | undefined, cluster: string])[];
  /** Ports of the workload: which sorts of connections have a filter chain. */
  readonly inbound?: Readonly<Record<number, readonly ('tls' | 'plain')[]>>;
  readonly policies?: readonly string[];
}

/** A dump with no more than what is compared. */
export function dumpWith({ node, labels, clusters, routes, inbound, policies = [] }: Parts): ProxyDump {
  const configs = [
    ...(node === undefined
      ? []
      : [section('Bootstrap', { bootstrap: { node: { id: node, metadata: { LABELS: labels ?? {} } } } })]),
    ...(clusters === undefined
      ? []
      : [section('Clusters', { dynamic_active_clusters: clustersOf(clusters) })]),
    ...(routes === undefined
      ? []
      : [section('Routes', { dynamic_route_configs: [{ route_config: routeConfig(routes) }] })]),
    ...(inbound === undefined
      ? []
      : [section('Listeners', { dynamic_listeners: [listener(inbound, policies)] })]),
  ];
  return readDump(JSON.stringify({ configs }), { name: 'dump' });
}

const section = (name: string, rest: object): object => ({
  '@type': `type.googleapis.com/envoy.admin.v3.${name}ConfigDump`,
  ...rest,
});

const metadata = (origin: string | undefined): object =>
  origin === undefined
    ? {}
    : {
        metadata: {
          filter_metadata: { istio: { config: `/apis/networking.istio.io/v1/namespaces/${origin}` } },
        },
      };

const clustersOf = (clusters: Readonly<Record<string, string | undefined>>): readonly object[] =>
  Object.entries(clusters).map(([name, origin]) => ({ cluster: { name, ...metadata(origin) } }));

const routeConfig = (routes: NonNullable<Parts['routes']>): object => ({
  name: '80',
  virtual_hosts: routes.map(([domain, origin, cluster]) => ({
    ...{ name: domain, domains: [domain] },
    routes: [{ match: { prefix: '/' }, route: { cluster }, ...metadata(origin) }],
  })),
});

function listener(inbound: NonNullable<Parts['inbound']>, policies: readonly string[]): object {
  const rules = { policies: Object.fromEntries(policies.map((key) => [key, {}])) };
  const filters = [{ name: 'envoy.filters.network.rbac', typed_config: { rules } }];
  const chains = Object.entries(inbound).flatMap(([port, sorts]) =>
    sorts.map((sort) => ({
      filter_chain_match: { destination_port: Number(port) },
      ...(sort === 'tls' && { transport_socket: { name: 'envoy.transport_sockets.tls' } }),
      filters,
    })),
  );
  return {
    name: 'virtualInbound',
    active_state: { listener: { name: 'virtualInbound', filter_chains: chains } },
  };
}
