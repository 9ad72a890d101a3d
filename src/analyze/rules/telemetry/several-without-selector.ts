import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { reportSeveral, withoutSelectorByNamespace } from '../../without-selector.ts';

/** The Telemetry without a selector is the default of its namespace, in the root namespace that of the mesh. */
export const severalWithoutSelector = defineRule<{ conflictingTelemetries: string[]; namespace: string }>({
  slug: 'telemetry/several-without-selector',
  code: 'IST0160',
  severity: 'error',
  summary: 'A namespace has one Telemetry without a selector at most.',
  hint: 'Merge them into one, or give all but one a `selector`.',
  kinds: ['Telemetry'],
  scope: 'unit',
  message: ({ conflictingTelemetries, namespace }) =>
    `the namespace ${namespace} has several Telemetry objects without a selector, ${conflictingTelemetries.join(', ')}: only the oldest counts`,
  check(mesh, report) {
    const all = mesh.of('Telemetry').filter((telemetry) => isDefault(mesh, telemetry));
    for (const [namespace, telemetries] of withoutSelectorByNamespace(all))
      reportSeveral(mesh, telemetries, (names) => ({ conflictingTelemetries: names, namespace }), report);
  },
});

/** Whether a Telemetry is attached to objects instead of being for workloads. */
export const hasTarget = ({ spec: { targetRef, targetRefs = [] } }: MeshObject<'Telemetry'>): boolean =>
  targetRef !== undefined || targetRefs.length > 0;

/** istioctl takes every selector that is written for one, and no notice of targets. */
const isDefault = (mesh: Mesh, telemetry: MeshObject<'Telemetry'>): boolean =>
  mesh.settings.compat
    ? telemetry.spec.selector === undefined
    : Object.keys(telemetry.spec.selector?.matchLabels ?? {}).length === 0 && !hasTarget(telemetry);
