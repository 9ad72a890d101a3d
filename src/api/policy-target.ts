import { map, message, string, uint32 } from './schema/fields.ts';
import { mustBeEmpty, noEmptyLabelKeys, noWildcardInLabelKeys, noWildcardInLabelValue } from './cel-rules.ts';

export const PolicySelector = message(
  'Picks workloads by their labels, within the namespace of the resource or the mesh when in the root namespace.',
  {
    matchLabels: map(
      string('', { maxLength: 63, cel: [noWildcardInLabelValue] }),
      'Labels a workload must carry, all of them, without wildcards. Empty selects every workload in scope.',
      { maxProperties: 4096, cel: [noWildcardInLabelKeys, noEmptyLabelKeys] },
    ),
  },
);

export const PolicyTargetReference = message(
  'Points a policy at an object, such as a Gateway, Service, ServiceEntry or GatewayClass.',
  {
    group: string('API group of the target; empty for Kubernetes core objects such as Service.', {
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Kind of the target, such as `Gateway` or `Service`.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the target object.', { maxLength: 253, minLength: 1 }),
    namespace: string('Must stay empty: policies only attach to objects of their own namespace.', {
      cel: [mustBeEmpty],
    }),
  },
  { required: ['kind', 'name'] },
);

export const PolicyPortSelector = message(
  'A port to match.',
  {
    number: uint32('Port to match, 1 to 65535.', { maximum: 65535, minimum: 1 }),
  },
  { required: ['number'] },
);
