import { closest } from '../../../closest.ts';
import { waypointForLabel } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

const known = ['service', 'workload', 'all', 'none'];

/** What a waypoint is for is one of four words. */
export const labelValue = defineRule<{ value: string; meant?: string }>({
  slug: 'waypoint/label-value',
  code: 'MSH0251',
  severity: 'error',
  summary: 'A waypoint is for `service`, `workload`, `all` or `none`.',
  kinds: ['KubernetesGateway', 'GatewayClass'],
  message: ({ value, meant }) =>
    `a waypoint is for ${known.join(', ')}, not for ${JSON.stringify(value)}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  check(mesh, report) {
    for (const object of [...mesh.of('KubernetesGateway'), ...mesh.of('GatewayClass')]) {
      const value = object.labels[waypointForLabel];
      if (value === undefined || known.includes(value)) continue;
      const meant = closest(value, known);
      const args = { value, ...(meant !== undefined && { meant }) };
      report(object, ['metadata', 'labels', waypointForLabel], args);
    }
  },
});
