import { as, list, map, message, string } from './schema/fields.ts';
import { PolicySelector } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';
import { TrafficPolicy } from './traffic-policy.ts';

export const Subset = message(
  "A named group of endpoints of a DestinationRule's host, typically a version.",
  {
    name: string('How routes refer to this group; a DNS label, unique in the rule. Required.'),
    labels: map(string(), 'Labels the endpoints of the group must have. Empty selects all endpoints.'),
    trafficPolicy: as(
      TrafficPolicy,
      "Settings for this group only; what it sets replaces the rule's top-level setting, the rest is inherited.",
    ),
  },
  { required: ['name'] },
);

export const DestinationRuleSpec = message(
  'Policies for traffic to a host after routing: load balancing, connection limits, outlier detection, TLS and subsets.',
  {
    host: string(
      "Service the rule is about, with `*` wildcards allowed; prefer full names, since short ones refer to the rule's namespace.",
    ),
    trafficPolicy: as(
      TrafficPolicy,
      'Settings for all traffic to the host; subsets and ports may override parts of them.',
    ),
    subsets: list(
      Subset,
      'Named groups of endpoints, typically versions, that routes can address; each may have its own policy.',
    ),
    exportTo: list(
      string(),
      'Namespaces whose proxies see this object: `.` for its own, `*` for all, or namespace names. Default: all, unless the mesh config says otherwise.',
    ),
    workloadSelector: as(
      PolicySelector,
      'Limits the rule to client workloads of its own namespace with these labels. Default: every client that can see the rule.',
    ),
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
