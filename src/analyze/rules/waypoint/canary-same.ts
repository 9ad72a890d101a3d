import { canaryLabel, waypointLabel, waypointUsesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A canary that is the waypoint itself tries nothing out. */
export const canarySame = defineRule<{ waypoint: string }>({
  slug: 'waypoint/canary-same',
  code: 'MSH0250',
  severity: 'error',
  summary: 'The canary of a waypoint is another waypoint.',
  kinds: ['Namespace', 'Service', 'ServiceEntry'],
  message: ({ waypoint }) => `${waypoint} is the waypoint already, and no canary of itself`,
  check(mesh, report) {
    const uses = mesh.derive(waypointUsesOf);
    const primary = new Map(
      uses
        .filter(({ label }) => label === waypointLabel)
        .map(({ object, namespace, name }) => [object, `${namespace}/${name}`]),
    );
    for (const { object, path, label, namespace, name } of uses) {
      const waypoint = `${namespace}/${name}`;
      if (label === canaryLabel && primary.get(object) === waypoint) report(object, path, { waypoint });
    }
  },
});
