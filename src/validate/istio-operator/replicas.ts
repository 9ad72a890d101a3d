import type { Static } from 'typebox';
import type { IstioOperatorSpec } from '../../api/istio-operator.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { warningRule, type Report, type RuleInfo } from '../rule.ts';
import { valueAt } from '../value-at.ts';
import { gatewayLists, valuesOf } from './gateway-lists.ts';

type Spec = Loose<Static<typeof IstioOperatorSpec>>;

const replicasWithAutoscale = warningRule({
  slug: 'operator/replicas-with-autoscale',
  summary: 'A component is either scaled by load or has a fixed number of replicas.',
  message: () => '`replicaCount` is overruled by the autoscaler, which is on for this component',
  hint: 'Set `autoscaleEnabled: false` in its values, or drop `replicaCount`.',
});

export const replicaRules: readonly RuleInfo[] = [replicasWithAutoscale];

/** Warns of numbers of replicas that the autoscaler overrules. */
export function checkReplicas({ components = {}, values = {} }: Spec, report: Report): void {
  const { pilot } = components;
  // One replica of istiod is what the autoscaler begins with.
  if (isAutoscaled(values, ['pilot']) && replicasOf(pilot) > 1) warn(['pilot'], report);
  for (const list of gatewayLists) {
    if (!isAutoscaled(values, ['gateways', valuesOf[list]])) continue;
    for (const [index, gateway] of (components[list] ?? []).entries())
      if (replicasOf(gateway) !== 0) warn([list, index], report);
  }
}

const isAutoscaled = (values: NonNullable<Spec['values']>, component: Path): boolean =>
  valueAt(values, [...component, 'autoscaleEnabled']) === true;

const replicasOf = (component: { readonly k8s?: { readonly replicaCount?: number } } = {}): number =>
  component.k8s?.replicaCount ?? 0;

function warn(component: Path, report: Report): void {
  report(replicasWithAutoscale, ['spec', 'components', ...component, 'k8s', 'replicaCount'], {});
}
