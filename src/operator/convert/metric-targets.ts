import { isMap, type Document } from 'yaml';
import type { SpecChange } from './spec-change.ts';
import { placesOf, type Steps } from './yaml-places.ts';

/** Fields of metrics in `autoscaling/v2beta1`, with the type and the field of a target that say the same in `v2`. */
const targets = {
  targetAverageUtilization: ['Utilization', 'averageUtilization'],
  targetAverageValue: ['AverageValue', 'averageValue'],
  targetValue: ['Value', 'value'],
} as const;

const components: readonly Steps[] = [
  ['spec', 'components', 'pilot'],
  ['spec', 'components', 'ingressGateways', '*'],
  ['spec', 'components', 'egressGateways', '*'],
];

/** Writes the metrics of autoscalers as Kubernetes has them now. */
export function renameMetrics(document: Document, lineAt: (offset: number) => number): SpecChange[] {
  const metrics = components.map((path) => [...path, 'k8s', 'hpaSpec', 'metrics', '*', '*']);
  return metrics.flatMap((steps) =>
    placesOf(document, steps).flatMap(({ path }) => [
      ...renameTargets(document, path, lineAt),
      ...renameName(document, path, lineAt),
    ]),
  );
}

function renameTargets(document: Document, path: Steps, lineAt: (offset: number) => number): SpecChange[] {
  return Object.entries(targets).flatMap(([old, [type, field]]) =>
    placesOf(document, [...path, old]).map(({ offset }): SpecChange => {
      const value = document.getIn([...path, old]);
      document.deleteIn([...path, old]);
      document.setIn([...path, 'target'], document.createNode({ type, [field]: value }));
      return {
        ...{ what: 'moved', line: lineAt(offset), path: [...path, old].join('.') },
        ...{ to: [...path, 'target', field].join('.'), note: 'as in `autoscaling/v2`' },
      };
    }),
  );
}

/** The name of a resource is text in both versions; that of another metric became an object. */
function renameName(document: Document, path: Steps, lineAt: (offset: number) => number): SpecChange[] {
  return placesOf(document, [...path, 'metricName']).map(({ offset }): SpecChange => {
    const name = document.getIn([...path, 'metricName']);
    document.deleteIn([...path, 'metricName']);
    const metric = document.getIn([...path, 'metric'], true);
    if (isMap(metric)) metric.set('name', name);
    else document.setIn([...path, 'metric'], document.createNode({ name }));
    return {
      ...{ what: 'moved', line: lineAt(offset), path: [...path, 'metricName'].join('.') },
      ...{ to: [...path, 'metric', 'name'].join('.'), note: 'as in `autoscaling/v2`' },
    };
  });
}
