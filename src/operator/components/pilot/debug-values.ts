import type { JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import type { Plane } from './plane.ts';

/** A copy of the settings, for people who look for the cause of something; nothing reads it. */
export function debugValues({ namespace, suffix, values, labels }: Plane, given: JsonObject): KubeObject {
  const text = (value: JsonObject): string => JSON.stringify(value, undefined, 2);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `values${suffix}`,
      namespace,
      annotations: {
        'kubernetes.io/description':
          'This ConfigMap contains the Helm values used during chart rendering. This ConfigMap is rendered for debugging purposes and external tooling; modifying these values has no effect.',
      },
      labels: { ...labels.chart, ...labels.owner },
    },
    data: { 'original-values': text(given), 'merged-values': text(values.raw) },
  };
}
