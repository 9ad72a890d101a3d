import type { JsonObject } from '../../../json.ts';

type Labels = Readonly<Record<string, string>>;

/** A workload of a made-up cluster. */
export interface Workload {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly namespace: string;
  readonly name: string;
  /** One for a DaemonSet: the cluster has one node. */
  readonly replicas: number;
  /** Labels of its template, besides `app`. */
  readonly labels?: Labels;
  /** Makes no new Pods when its template changes. */
  readonly onDelete?: boolean;
}

export const namespaceWith = (name: string, labels: Labels = {}): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Namespace' },
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name, ...labels } },
});

/** The object of a workload; its Pods are for the cluster to make. */
export function workloadObject({ kind, namespace, name, replicas, labels, onDelete }: Workload): JsonObject {
  const app = { app: name };
  return {
    ...{ apiVersion: 'apps/v1', kind, metadata: { namespace, name, labels: app } },
    spec: {
      ...(kind !== 'DaemonSet' && { replicas }),
      selector: { matchLabels: app },
      ...(kind === 'StatefulSet' && { serviceName: name }),
      ...(onDelete === true && { updateStrategy: { type: 'OnDelete' } }),
      template: {
        metadata: { labels: { ...app, ...labels } },
        spec: { containers: [{ name: 'app', image: 'registry.example/app:1' }] },
      },
    },
  };
}

/** A budget over the Pods of a workload. */
export const budgetOver = (
  { namespace, name }: Pick<Workload, 'namespace' | 'name'>,
  spec: Readonly<Record<string, number | string>>,
): JsonObject => ({
  ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { namespace, name } },
  spec: { ...spec, selector: { matchLabels: { app: name } } },
});
