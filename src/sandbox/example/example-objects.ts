import type { JsonObject } from '../../json.ts';
import { exampleMesh } from './example-mesh.ts';

/** A workload of the example: a ServiceAccount, a Deployment and a Service of the same name. */
interface Workload {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  readonly version?: string;
  readonly replicas?: number;
}

const workloads: readonly Workload[] = [
  { name: 'shopfront', namespace: 'shop', port: 8080, replicas: 2 },
  { name: 'cart', namespace: 'shop', port: 9080 },
  { name: 'catalogue', namespace: 'stock', port: 9090, version: 'v1' },
  { name: 'catalogue', namespace: 'stock', port: 9090, version: 'v2' },
  { name: 'warehouse', namespace: 'stock', port: 9091 },
  { name: 'checkout', namespace: 'billing', port: 9443 },
];

/**
 * A small shop: three namespaces, six Deployments, and configuration of a mesh that comes with its definitions. Two of
 * the namespaces ask for sidecars.
 */
export const exampleObjects: readonly JsonObject[] = [
  namespace('shop', { 'istio-injection': 'enabled' }),
  namespace('stock', { 'istio-injection': 'enabled' }),
  namespace('billing', {}),
  ...workloads.flatMap(objectsOf),
  ...exampleMesh,
];

function namespace(name: string, labels: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function objectsOf(workload: Workload): readonly JsonObject[] {
  const shared = workload.version === undefined || workload.version === 'v1';
  return [...(shared ? [accountOf(workload), serviceOf(workload)] : []), deploymentOf(workload)];
}

function accountOf({ name, namespace }: Workload): JsonObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
}

function serviceOf({ name, namespace, port }: Workload): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: { app: name } },
    spec: { selector: { app: name }, ports: [{ name: 'http', port, targetPort: 'http' }] },
  };
}

function deploymentOf({ name, namespace, port, version, replicas = 1 }: Workload): JsonObject {
  const labels = { app: name, version: version ?? 'v1' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: version === undefined ? name : `${name}-${version}`, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          containers: [
            {
              name,
              image: `example.com/shop/${name}:${version ?? 'v1'}`,
              ports: [{ name: 'http', containerPort: port }],
              readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
            },
          ],
        },
      },
    },
  };
}
