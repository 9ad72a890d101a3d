import type { KubeObject } from '../../component-context.ts';
import { disruptionBudget, horizontalScaler } from '../../scaling.ts';
import type { Plane } from './plane.ts';

/** How many istiods run, and how many may be gone at a time. */
export function scaling(plane: Plane): readonly KubeObject[] {
  const { name, namespace, revision, rev, values, labels } = plane;
  const metadata = { name, namespace, labels: { app: 'istiod', ...labels.chart, ...labels.owner } };
  const istio = revision === '' ? 'pilot' : 'istiod';
  const budgetMetadata = { ...metadata, labels: { ...metadata.labels, istio } };
  const selector = { app: 'istiod', ...(revision === '' ? { istio } : { 'istio.io/rev': rev }) };
  return [...horizontalScaler(metadata, values), ...disruptionBudget(budgetMetadata, selector, values)];
}
