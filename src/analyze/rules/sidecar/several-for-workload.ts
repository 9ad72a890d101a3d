import { defineRule } from '../../rule.ts';
import { reportSelectedTwice, selectedTwice } from '../../selected-twice.ts';
import { workloadKinds } from '../../workloads.ts';
import { isRedirectedPod } from './ineffective-in-ambient.ts';

/** Sidecars are not merged: a workload gets one of those that select it, and which one is nobody's choice. */
export const severalForWorkload = defineRule({
  slug: 'sidecar/several-for-workload',
  code: 'IST0110',
  severity: 'error',
  summary: 'No workload is selected by more than one Sidecar.',
  hint: 'Merge them into one Sidecar, or make their labels tell the workloads apart.',
  kinds: ['Sidecar', 'Namespace', ...workloadKinds],
  scope: 'unit',
  message: ({ conflictingSidecars, workloadPod }) =>
    `the Sidecars ${listed(conflictingSidecars)} select the same workload, ${String(workloadPod)}, which gets only one of them`,
  check(mesh, report) {
    const conflicts = selectedTwice(mesh, 'Sidecar', ({ spec }) => spec.workloadSelector?.labels).filter(
      ({ workload }) => workload === undefined || !isRedirectedPod(mesh, workload),
    );
    reportSelectedTwice(
      mesh,
      conflicts,
      ({ names, namespace, workloadName }) => ({
        ...{ conflictingSidecars: names, namespace, workloadPod: workloadName },
      }),
      report,
    );
  },
});

const listed = (names: unknown): string => (Array.isArray(names) ? names.join(', ') : '');
