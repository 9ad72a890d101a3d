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
  '',
  {
    hosts: list(string('', { cel: [notAnyHost] }), '', { maxItems: 256, minItems: 1 }),
    addresses: list(string('', { maxLength: 64 }), '', { maxItems: 256 }),
    ports: list(ServicePort, '', {
      maxItems: 256,
      'x-kubernetes-list-map-keys': ['name'],
      'x-kubernetes-list-type': 'map',
      cel: [uniquePortNumbers],
    }),
    location: oneOf(['MESH_EXTERNAL', 'MESH_INTERNAL']),
    resolution: oneOf(['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS']),
    endpoints: list(WorkloadEntrySpec, '', { maxItems: 4096 }),
    workloadSelector: as(WorkloadSelector, ''),
    exportTo: list(string(), ''),
    subjectAltNames: list(string(), ''),
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
