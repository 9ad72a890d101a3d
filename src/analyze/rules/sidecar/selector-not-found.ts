import { defineRule } from '../../rule.ts';
import { withoutWorkloads } from '../../selected-workloads.ts';
import { selectorText, workloadKinds } from '../../workloads.ts';

/** A Sidecar configures the workloads of its own namespace that carry its labels. */
export const selectorNotFound = defineRule<{ reftype: 'selector'; refval: string }>({
  slug: 'sidecar/selector-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'The labels that a Sidecar selects by are those of some workload of its namespace.',
  hint: 'Compare the labels with those of the Pods; a Sidecar selects in its own namespace only.',
  kinds: ['Sidecar', ...workloadKinds],
  message: ({ refval }) => `no workload of the namespace has the labels ${refval}`,
  check(mesh, report) {
    for (const sidecar of mesh.of('Sidecar')) {
      const labels = sidecar.spec.workloadSelector?.labels ?? {};
      const [first] = Object.keys(labels).sort();
      if (first === undefined) continue;
      const { namespace } = sidecar;
      if (mesh.workloads.matching(labels, namespace).length > 0) continue;
      report(
        sidecar,
        ['spec', 'workloadSelector', 'labels', first],
        { reftype: 'selector', refval: selectorText(labels) },
        withoutWorkloads(mesh, namespace, namespace),
      );
    }
  },
});
