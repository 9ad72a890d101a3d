import { map, message, string, uint32 } from './schema/fields.ts';
import { mustBeEmpty, noEmptyLabelKeys, noWildcardInLabelKeys, noWildcardInLabelValue } from './cel-rules.ts';

export const PolicySelector = message('', {
  matchLabels: map(string('', { maxLength: 63, cel: [noWildcardInLabelValue] }), '', {
    maxProperties: 4096,
    cel: [noWildcardInLabelKeys, noEmptyLabelKeys],
  }),
});

export const PolicyTargetReference = message(
  '',
  {
    group: string('', {
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('', { maxLength: 63, minLength: 1, pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$' }),
    name: string('', { maxLength: 253, minLength: 1 }),
    namespace: string('', { cel: [mustBeEmpty] }),
  },
  { required: ['kind', 'name'] },
);

export const PolicyPortSelector = message(
  '',
  {
    number: uint32('', { maximum: 65535, minimum: 1 }),
  },
  { required: ['number'] },
);
