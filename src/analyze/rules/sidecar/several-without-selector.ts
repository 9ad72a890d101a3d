import { isAmbientNamespace } from '../../injection.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { reportSeveral, withoutSelectorByNamespace } from '../../without-selector.ts';

/** The Sidecar without a selector is the default of its namespace, and there can be only one. */
export const severalWithoutSelector = defineRule<{ conflictingSidecars: string[]; namespace: string }>({
  slug: 'sidecar/several-without-selector',
  code: 'IST0111',
  severity: 'error',
  summary: 'A namespace has one Sidecar without a selector at most.',
  hint: 'Merge them into one, or give all but one a `workloadSelector`.',
  kinds: ['Sidecar', 'Namespace'],
  scope: 'unit',
  message: ({ conflictingSidecars, namespace }) =>
    `the namespace ${namespace} has several Sidecars without a selector, ${conflictingSidecars.join(', ')}: only one counts`,
  check(mesh, report) {
    const all = withoutSelectorByNamespace(mesh.of('Sidecar').filter(isWithoutSelector));
    for (const [namespace, sidecars] of all) {
      if (isAmbientNamespace(mesh, namespace)) continue;
      reportSeveral(mesh, sidecars, (names) => ({ conflictingSidecars: names, namespace }), report);
    }
  },
});

/** Whether a Sidecar is for its whole namespace. */
const isWithoutSelector = ({ spec }: MeshObject<'Sidecar'>): boolean =>
  Object.keys(spec.workloadSelector?.labels ?? {}).length === 0;
