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
  '',
  {
    address: string('', { maxLength: 256, cel: [unixPath, unixNoTrailingSlash] }),
    ports: map(uint32('', { cel: [portNumber] }), '', { maxProperties: 128, cel: [portMapNames] }),
    labels: map(string(), '', { maxProperties: 256 }),
    network: string('', { maxLength: 2048 }),
    locality: string('', { maxLength: 2048 }),
    weight: uint32(),
    serviceAccount: string('', { maxLength: 253 }),
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
