/** What the demo works on, by file name: the shop of the sandbox, seen from outside of the cluster. */
export const demoFiles: Readonly<Record<string, string>> = {
  'catalogue.yaml': `apiVersion: v1
kind: Service
metadata:
  name: catalogue
  namespace: stock
spec:
  selector:
    app: catalogue
  ports:
  - name: http
    port: 9090
---
apiVersion: v1
kind: Service
metadata:
  name: catalogue
  namespace: stock
spec:
  selector:
    app: catalogue
  ports:
  - name: http
    port: 9090
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: catalogue
  namespace: stock
spec:
  host: catalogue.stock.svc.cluster.local
  subsets:
  - name: v1
    labels:
      version: v1
  - name: v2
    labels:
      version: v2
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: catalogue
  namespace: stock
spec:
  hosts:
  - catalogue.stock.svc.cluster.local
  http:
  - route:
    - destination:
        host: catalogue.stock.svc.cluster.local
        subset: v3
`,
  'workload-group.yaml': `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata:
  name: ledger
  namespace: billing
spec:
  metadata:
    labels:
      app: ledger
  template:
    serviceAccount: default
    ports:
      http: 8080
`,
  'shopfront.json': JSON.stringify({ configs: [listeners(), routes(), clusters()] }),
};

function listeners() {
  const manager = {
    '@type':
      'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    stat_prefix: 'outbound_0.0.0.0_9090',
    rds: { config_source: { ads: {} }, route_config_name: '9090' },
    http_filters: [
      {
        name: 'envoy.filters.http.router',
        typed_config: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router' },
      },
    ],
  };
  const listener = {
    '@type': 'type.googleapis.com/envoy.config.listener.v3.Listener',
    name: '0.0.0.0_9090',
    address: { socket_address: { address: '0.0.0.0', port_value: 9090 } },
    filter_chains: [
      {
        filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: manager }],
      },
    ],
    traffic_direction: 'OUTBOUND',
    bind_to_port: false,
  };
  return {
    '@type': 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
    dynamic_listeners: [{ name: listener.name, active_state: { listener } }],
  };
}

function routes() {
  const clusterOf = (subset: string): string => `outbound|9090|${subset}|catalogue.stock.svc.cluster.local`;
  const route = {
    match: { prefix: '/' },
    route: {
      weighted_clusters: {
        clusters: [
          { name: clusterOf('v1'), weight: 90 },
          { name: clusterOf('v2'), weight: 10 },
        ],
      },
      timeout: '0s',
    },
  };
  const host = {
    name: 'catalogue.stock.svc.cluster.local:9090',
    domains: ['catalogue.stock.svc.cluster.local', 'catalogue.stock', 'catalogue.stock.svc'],
    routes: [route],
  };
  return {
    '@type': 'type.googleapis.com/envoy.admin.v3.RoutesConfigDump',
    dynamic_route_configs: [
      {
        route_config: {
          '@type': 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration',
          name: '9090',
          virtual_hosts: [host],
          ignore_port_in_host_matching: true,
        },
      },
    ],
  };
}

function clusters() {
  const cluster = (subset: string) => ({
    cluster: {
      '@type': 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
      name: `outbound|9090|${subset}|catalogue.stock.svc.cluster.local`,
      type: 'EDS',
      eds_cluster_config: { eds_config: { ads: {} } },
    },
  });
  return {
    '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
    dynamic_active_clusters: [cluster('v1'), cluster('v2')],
  };
}
