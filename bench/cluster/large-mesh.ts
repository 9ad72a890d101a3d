import type { JsonObject } from '../../src/json.ts';

/** How large a mesh is. */
export interface MeshAmount {
  readonly namespaces: number;
  /** In each namespace: 8 of a Deployment, the rest of a StatefulSet. */
  readonly pods: number;
}

/**
 * What teams have in a mesh: namespaces that follow the default, a tag or a control plane by name, workloads with
 * Services and budgets, and configuration.
 */
export const largeMesh = ({ namespaces, pods }: MeshAmount): readonly JsonObject[] =>
  Array.from({ length: namespaces }, (_, index) => namespaceObjects(index, pods)).flat();

function namespaceObjects(index: number, pods: number): readonly JsonObject[] {
  const name = `team-${index}`;
  const web = Math.min(8, pods);
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: followed(index) } },
    workload('Deployment', [name, 'web'], web),
    workload('StatefulSet', [name, 'store'], pods - web),
    ...['web', 'store'].map((app) => serviceOf(name, app)),
    ...(index % 4 === 0 ? [budgetOf(name)] : []),
    ...configurationOf(name),
  ];
}

/** Half of them by the default, the others by a tag or by the name of the control plane. */
const followed = (index: number): JsonObject => {
  if (index % 2 === 0) return { 'istio-injection': 'enabled' };
  return { 'istio.io/rev': index % 4 === 1 ? 'prod' : 'old' };
};

function workload(kind: string, [namespace, name]: readonly [string, string], replicas: number): JsonObject {
  const labels = { app: name, version: 'v1' };
  return {
    ...{ apiVersion: 'apps/v1', kind, metadata: { namespace, name, labels } },
    spec: {
      ...{ replicas, selector: { matchLabels: { app: name } } },
      ...(kind === 'StatefulSet' && { serviceName: name }),
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              ...{ name, image: `registry.example/${name}:1` },
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [{ name: 'TEAM', value: namespace }],
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
              readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
            },
          ],
        },
      },
    },
  };
}

const serviceOf = (namespace: string, app: string): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { namespace, name: app, labels: { app } } },
  spec: { selector: { app }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
});

const budgetOf = (namespace: string): JsonObject => ({
  ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { namespace, name: 'web' } },
  spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } },
});

const configurationOf = (namespace: string): readonly JsonObject[] => [
  {
    ...{ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { namespace, name: 'web' } },
    spec: {
      hosts: [`web.${namespace}.svc.cluster.local`],
      http: [{ route: [{ destination: { host: `web.${namespace}.svc.cluster.local`, subset: 'v1' } }] }],
    },
  },
  {
    ...{
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { namespace, name: 'web' },
    },
    spec: {
      host: `web.${namespace}.svc.cluster.local`,
      subsets: [{ name: 'v1', labels: { version: 'v1' } }],
    },
  },
  {
    ...{
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: { namespace, name: 'web' },
    },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      rules: [{ from: [{ source: { namespaces: [namespace] } }] }],
    },
  },
];
