import { defineRule } from '../../rule.ts';
import { reportSelectedTwice, selectedTwice } from '../../selected-twice.ts';
import { workloadKinds } from '../../workloads.ts';
import { isRedirectedPod } from './ineffective-in-ambient.ts';

/** Sidecars are not merged: a workload gets one of those that select it, and which one is nobody's choice. */
export const severalForWorkload = defineRule<{
  conflictingSidecars: string[];
  namespace: string;
  workloadPod: string;
}>({
  slug: 'sidecar/several-for-workload',
  code: 'IST0110',
  severity: 'error',
  summary: 'No workload is selected by more than one Sidecar.',
  hint: 'Merge them into one Sidecar, or make their labels tell the workloads apart.',
  kinds: ['Sidecar', 'Namespace', ...workloadKinds],
  scope: 'unit',
  message: ({ conflictingSidecars, workloadPod }) =>
    `the Sidecars ${conflictingSidecars.join(', ')} select the same workload, ${workloadPod}, which gets only one of them`,
  check(mesh, report) {
    const conflicts = selectedTwice(mesh, 'Sidecar', ({ spec }) => spec.workloadSelector?.labels).filter(
      ({ workload }) => workload === undefined || !isRedirectedPod(mesh, workload),
    );
    reportSelectedTwice(
      mesh,
      conflicts,
      ({ names: conflictingSidecars, namespace, workloadName: workloadPod }) => ({
        ...{ conflictingSidecars, namespace, workloadPod },
      }),
      report,
    );
  },
});
