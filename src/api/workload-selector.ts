import { map, message, string } from './schema/fields.ts';
import { noWildcardInLabelValue } from './cel-rules.ts';

export const WorkloadSelector = message('', {
  labels: map(string('', { maxLength: 63, cel: [noWildcardInLabelValue] }), '', { maxProperties: 256 }),
});
