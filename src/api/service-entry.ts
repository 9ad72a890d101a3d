import { as, list, message, oneOf, string } from './schema/fields.ts';
import {
  cidrNeedsStatic,
  noneWithoutEndpoints,
  notAnyHost,
  roundRobinOneEndpoint,
  selectorOrEndpoints,
  uniquePortNumbers,
} from './cel-rules.ts';
import { ServicePort } from './ports.ts';
import { istioKind } from './schema/istio-kind.ts';
import { WorkloadEntrySpec } from './workload-entry.ts';
import { WorkloadSelector } from './workload-selector.ts';

export const ServiceEntrySpec = message(
  "Adds a service to Istio's registry: an external API, a VM service or anything else Kubernetes does not know.",
  {
    hosts: list(
      string('', { cel: [notAnyHost] }),
      'DNS names of the service, `*.` wildcards allowed depending on `resolution`; `*` alone is not. Required.',
      { maxItems: 256, minItems: 1 },
    ),
    addresses: list(
      string('', { maxLength: 64 }),
      'Virtual IPs or CIDR ranges of the service; CIDR only with NONE or STATIC. Default: automatically allocated where supported.',
      { maxItems: 256 },
    ),
    ports: list(
      ServicePort,
      'Ports of the service, each with unique number and name; endpoints refer to these names.',
      {
        maxItems: 256,
        'x-kubernetes-list-map-keys': ['name'],
        'x-kubernetes-list-type': 'map',
        cel: [uniquePortNumbers],
      },
    ),
    location: oneOf(
      ['MESH_EXTERNAL', 'MESH_INTERNAL'],
      'Whether the service is outside the mesh or part of it, which affects mutual TLS and metrics. Default: MESH_EXTERNAL.',
    ),
    resolution: oneOf(
      ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'],
      'How endpoints are found: original address, fixed list, DNS, DNS with one address at a time, or DNS per request for wildcards. Default: NONE.',
    ),
    endpoints: list(
      WorkloadEntrySpec,
      'Addresses behind the service, as WorkloadEntry data. Excludes `workloadSelector`; not with NONE or DYNAMIC_DNS.',
      { maxItems: 4096 },
    ),
    workloadSelector: as(
      WorkloadSelector,
      'Takes pods and WorkloadEntries of the same namespace with these labels as endpoints. Excludes `endpoints`.',
    ),
    exportTo: list(
      string(),
      'Namespaces that see the service: `.` own, `*` all, `~` none, or names. Default: all, unless the mesh config says otherwise.',
    ),
    subjectAltNames: list(
      string(),
      "Names of which the servers' certificates must carry at least one; used when the DestinationRule sets none.",
    ),
  },
  {
    required: ['hosts'],
    cel: [selectorOrEndpoints, cidrNeedsStatic, noneWithoutEndpoints, roundRobinOneEndpoint],
  },
);

export const ServiceEntry = istioKind({
  group: 'networking.istio.io',
  kind: 'ServiceEntry',
  plural: 'serviceentries',
  shortNames: ['se'],
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  columns: { Hosts: '.spec.hosts', Location: '.spec.location', Resolution: '.spec.resolution' },
  age: 'last',
  specRequired: true,
  spec: ServiceEntrySpec,
});
