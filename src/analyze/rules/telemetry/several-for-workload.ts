import { defineRule } from '../../rule.ts';
import { reportSelectedTwice, selectedTwice } from '../../selected-twice.ts';
import { workloadKinds } from '../../workloads.ts';
import { hasTarget } from './several-without-selector.ts';

/** Of several Telemetry objects for one workload the oldest counts, and the others are passed over. */
export const severalForWorkload = defineRule<{
  conflictingTelemetries: string[];
  namespace: string;
  workloadPod: string;
}>({
  slug: 'telemetry/several-for-workload',
  code: 'IST0159',
  severity: 'error',
  summary: 'No workload is selected by more than one Telemetry.',
  hint: 'Merge them into one Telemetry, or make their labels tell the workloads apart.',
  kinds: ['Telemetry', ...workloadKinds],
  scope: 'unit',
  message: ({ conflictingTelemetries, workloadPod }) =>
    `the Telemetry objects ${conflictingTelemetries.join(', ')} select the same workload, ${workloadPod}, which gets only the oldest`,
  check(mesh, report) {
    reportSelectedTwice(
      mesh,
      selectedTwice(mesh, 'Telemetry', (telemetry) =>
        !mesh.settings.compat && hasTarget(telemetry) ? undefined : telemetry.spec.selector?.matchLabels,
      ),
      ({ names: conflictingTelemetries, namespace, workloadName: workloadPod }) => ({
        ...{ conflictingTelemetries, namespace, workloadPod },
      }),
      report,
    );
  },
});
