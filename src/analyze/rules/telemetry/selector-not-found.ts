import { defineRule } from '../../rule.ts';
import { withoutWorkloads } from '../../selected-workloads.ts';
import { selectorText, workloadKinds } from '../../workloads.ts';

/** A Telemetry with labels is for the workloads of its own namespace that carry them, also in the root namespace. */
export const selectorNotFound = defineRule<{ reftype: 'selector'; refval: string }>({
  slug: 'telemetry/selector-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'The labels that a Telemetry selects by are those of some workload of its namespace.',
  hint: 'Compare the labels with those of the Pods; a Telemetry selects in its own namespace only.',
  kinds: ['Telemetry', ...workloadKinds],
  message: ({ refval }) => `no workload of the namespace has the labels ${refval}`,
  check(mesh, report) {
    for (const telemetry of mesh.of('Telemetry')) {
      const labels = telemetry.spec.selector?.matchLabels ?? {};
      const [first] = Object.keys(labels).sort();
      if (first === undefined) continue;
      const { namespace } = telemetry;
      if (mesh.workloads.matching(labels, namespace).length > 0) continue;
      report(
        telemetry,
        ['spec', 'selector', 'matchLabels', first],
        { reftype: 'selector', refval: selectorText(labels) },
        withoutWorkloads(mesh, namespace, namespace),
      );
    }
  },
});
