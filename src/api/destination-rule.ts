import { as, list, map, message, string } from './schema/fields.ts';
import { PolicySelector } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';
import { TrafficPolicy } from './traffic-policy.ts';

export const Subset = message(
  '',
  {
    name: string(),
    labels: map(string(), ''),
    trafficPolicy: as(TrafficPolicy, ''),
  },
  { required: ['name'] },
);

export const DestinationRuleSpec = message(
  '',
  {
    host: string(),
    trafficPolicy: as(TrafficPolicy, ''),
    subsets: list(Subset, ''),
    exportTo: list(string(), ''),
    workloadSelector: as(PolicySelector, ''),
  },
  { required: ['host'] },
);

export const DestinationRule = istioKind({
  group: 'networking.istio.io',
  kind: 'DestinationRule',
  plural: 'destinationrules',
  shortNames: ['dr'],
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  columns: { Host: '.spec.host' },
  age: 'last',
  spec: DestinationRuleSpec,
});
