import { message, string } from '../schema/fields.ts';

export const PoolObjectReference = message(
  'Points at an InferencePool of the same namespace.',
  {
    group: string('API group of the pool. Default: `inference.networking.k8s.io`.', {
      default: 'inference.networking.k8s.io',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the pool object. Default: `InferencePool`.', {
      default: 'InferencePool',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the pool in the same namespace.', { maxLength: 253, minLength: 1 }),
  },
  { required: ['name'] },
);
