import { map, message, string } from './schema/fields.ts';
import { noWildcardInLabelValue } from './cel-rules.ts';

export const WorkloadSelector = message('Chooses the workloads a configuration applies to by labels.', {
  labels: map(
    string('', { maxLength: 63, cel: [noWildcardInLabelValue] }),
    'Labels a workload must all have, compared exactly, without `*`. Empty gives a warning and selects everything in scope.',
    { maxProperties: 256 },
  ),
});
