import { defineRule } from '../../rule.ts';

const removed: ReadonlySet<string> = new Set([
  'ClusterRbacConfig',
  'RbacConfig',
  'ServiceRole',
  'ServiceRoleBinding',
]);

/** Kinds that Istio once read and no longer does: their objects protect nothing. */
export const removedCrd = defineRule<{ subject: string }>({
  slug: 'deprecation/removed-crd',
  code: 'IST0002',
  severity: 'warning',
  summary: 'No kind is defined that Istio has stopped reading.',
  hint: 'Delete the definition, and say what its objects said with an AuthorizationPolicy.',
  kinds: ['CustomResourceDefinition'],
  message: ({ subject }) => `Istio no longer reads ${subject}`,
  check(mesh, report) {
    // istioctl does not see what a definition in a file defines.
    if (mesh.settings.compat) return;
    for (const definition of mesh.of('CustomResourceDefinition')) {
      const { group, names: { kind = '' } = {} } = definition.spec;
      if (group !== 'rbac.istio.io' || !removed.has(kind)) continue;
      report(definition, ['spec', 'names', 'kind'], { subject: kind });
    }
  },
});
