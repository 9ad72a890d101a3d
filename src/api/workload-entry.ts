import { map, message, string, uint32 } from './schema/fields.ts';
import {
  addressOrNetwork,
  portMapNames,
  portNumber,
  unixNoTrailingSlash,
  unixPath,
  unixWithoutPorts,
} from './cel-rules.ts';
import { istioKind } from './schema/istio-kind.ts';

export const WorkloadEntrySpec = message(
  'A workload outside Kubernetes, such as a VM, or one endpoint of a ServiceEntry.',
  {
    address: string(
      'IP address, host name (with DNS resolution) or `unix://` path of the workload; may be missing only when `network` is set.',
      { maxLength: 256, cel: [unixPath, unixNoTrailingSlash] },
    ),
    ports: map(
      uint32('', { cel: [portNumber] }),
      "Own port per service port name, where it differs from the service's. Not with a Unix socket.",
      { maxProperties: 128, cel: [portMapNames] },
    ),
    labels: map(string(), 'Labels that selectors, subsets and policies see on this workload.', {
      maxProperties: 256,
    }),
    network: string(
      "Network the workload is on; others reach it through that network's east-west gateway. Default: the same network.",
      { maxLength: 2048 },
    ),
    locality: string('Place as `region/zone/subzone`, used for locality load balancing.', {
      maxLength: 2048,
    }),
    weight: uint32('Share of traffic relative to the other endpoints; a higher number gets more.'),
    serviceAccount: string(
      "Kubernetes service account that is the workload's mesh identity; in the same namespace.",
      { maxLength: 253 },
    ),
  },
  { cel: [addressOrNetwork, unixWithoutPorts] },
);

export const WorkloadEntry = istioKind({
  group: 'networking.istio.io',
  kind: 'WorkloadEntry',
  plural: 'workloadentries',
  shortNames: ['we'],
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  columns: { Address: '.spec.address' },
  age: 'first',
  specRequired: true,
  spec: WorkloadEntrySpec,
});
