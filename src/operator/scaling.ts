import type { JsonObject } from '../json.ts';
import type { KubeObject } from './component-context.ts';
import { present } from './present.ts';
import type { Values } from './values/values.ts';

type Metadata = KubeObject['metadata'];

/** Scales the Deployment of the same name, if `autoscaleEnabled` and its bounds say so. */
export function horizontalScaler(metadata: Metadata, values: Values): readonly KubeObject[] {
  const { autoscaleMin: minReplicas, autoscaleMax: maxReplicas } = values.raw;
  if (!values.is('autoscaleEnabled') || !values.is('autoscaleMin') || !values.is('autoscaleMax')) return [];
  return [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: {
        maxReplicas: maxReplicas ?? 5,
        minReplicas: minReplicas ?? 1,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: metadata.name },
        metrics: [...metric(values, 'cpu'), ...metric(values, 'memory')],
        ...present({ behavior: values.map('autoscaleBehavior') }),
      },
    },
  ];
}

function metric(values: Values, name: 'cpu' | 'memory'): JsonObject[] {
  const averageUtilization = values.number(`${name}.targetAverageUtilization`);
  if (averageUtilization === undefined) return [];
  return [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }];
}

/** Keeps some pods through maintenance of nodes, where there can be more than one. */
export function disruptionBudget(
  metadata: Metadata,
  matchLabels: JsonObject,
  values: Values,
): readonly KubeObject[] {
  if (!values.is('global.defaultPodDisruptionBudget.enabled') || !hasSeveral(values)) return [];
  const maxUnavailable = values.at('pdb.maxUnavailable');
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: {
        ...(maxUnavailable === undefined
          ? { minAvailable: values.at('pdb.minAvailable') ?? 1 }
          : { maxUnavailable }),
        ...present({ unhealthyPodEvictionPolicy: values.text('pdb.unhealthyPodEvictionPolicy') }),
        selector: { matchLabels },
      },
    },
  ];
}

function hasSeveral(values: Values): boolean {
  const least = values.is('autoscaleEnabled') ? values.number('autoscaleMin') : values.number('replicaCount');
  return (least ?? 1) > 1;
}
