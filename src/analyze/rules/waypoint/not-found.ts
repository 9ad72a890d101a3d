import { mayExist, waypointUsesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';

/** What asks for a waypoint that does not exist goes without: no L7 policy or route is applied. */
export const notFound = defineRule<{ waypoint: string; reason: 'missing' | 'class' }>({
  slug: 'waypoint/not-found',
  code: 'MSH0246',
  severity: 'error',
  summary: 'The waypoints that are asked for exist.',
  hint: 'Name a Gateway of the class istio-waypoint; `istio.io/use-waypoint-namespace` tells its namespace.',
  kinds: ['Namespace', 'Service', 'ServiceEntry', 'KubernetesGateway', 'GatewayClass', ...workloadKinds],
  message: ({ waypoint, reason }) =>
    reason === 'missing' ? `there is no waypoint ${waypoint}` : `Gateway ${waypoint} is no waypoint`,
  check(mesh, report) {
    for (const { object, path, namespace, name, fault, model } of mesh.derive(waypointUsesOf)) {
      const waypoint = `${namespace}/${name}`;
      if (fault === 'not-found') report(object, path, { waypoint, reason: 'missing' });
      if (fault === 'undecided')
        report(object, path, { waypoint, reason: 'missing' }, mayExist(`Gateway ${waypoint}`));
      if (fault !== 'no-waypoint' || model === undefined) continue;
      const place = { object: model.gateway, path: ['spec', 'gatewayClassName'], message: 'its class' };
      report(object, path, { waypoint, reason: 'class' }, { related: [place] });
    }
  },
});
