import { canaryLabel, waypointUsesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

const annotation = `${canaryLabel}-weight`;

/** The share of requests that go through the canary of a waypoint. */
export const canaryWeight = defineRule<{ weight: string }>({
  slug: 'waypoint/canary-weight',
  code: 'MSH0249',
  severity: 'error',
  summary: 'The weight of the canary of a waypoint is a whole number from 0 to 100.',
  kinds: ['Namespace', 'Service', 'ServiceEntry'],
  message: ({ weight }) => `${JSON.stringify(weight)} is no whole number from 0 to 100`,
  check(mesh, report) {
    for (const { object, label } of mesh.derive(waypointUsesOf)) {
      const weight = object.annotations[annotation];
      if (label !== canaryLabel || weight === undefined) continue;
      if (!/^\d{1,3}$/.test(weight) || Number(weight) > 100)
        report(object, ['metadata', 'annotations', annotation], { weight });
    }
  },
});
