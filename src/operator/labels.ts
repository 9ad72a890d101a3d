import { label } from '../label.ts';
import { istioVersion } from '../version.ts';
import type { ComponentName } from './part.ts';

/** Labels that every object of a chart has. */
export function chartLabels(chart: string, name: string): Record<string, string> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/instance': 'istio',
    'app.kubernetes.io/part-of': 'istio',
    'app.kubernetes.io/version': istioVersion,
    'helm.sh/chart': `${chart}-${istioVersion}`,
  };
}

/** Labels by which the installer finds what it owns. */
export function ownerLabels(
  component: ComponentName,
  revision: string,
  owner: string,
): Record<string, string> {
  return {
    [label.revision]: revision === '' ? 'default' : revision,
    [label.owner]: owner === '' ? 'unknown' : owner,
    [label.component]: component,
  };
}
