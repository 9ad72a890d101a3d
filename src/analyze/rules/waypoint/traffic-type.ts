import { waypointUsesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';

/** A waypoint is for requests to Services, for those to workloads, or for both. */
export const trafficType = defineRule<{ waypoint: string; serves: string; target: string }>({
  slug: 'waypoint/traffic-type',
  code: 'MSH0248',
  severity: 'error',
  summary: 'A waypoint is for what uses it: Services or workloads.',
  kinds: ['Service', 'ServiceEntry', 'KubernetesGateway', 'GatewayClass', ...workloadKinds],
  message: ({ waypoint, serves, target }) => `waypoint ${waypoint} is for ${serves}, and this is a ${target}`,
  hint: 'Set the label istio.io/waypoint-for of the waypoint to `all`, or name another waypoint.',
  check(mesh, report) {
    for (const use of mesh.derive(waypointUsesOf)) {
      const { object, path, namespace, name, fault, model, target, trafficType: serves } = use;
      if (fault !== 'traffic' || model === undefined) continue;
      const related = [{ object: model.gateway, path: ['metadata'], message: 'the waypoint' }];
      report(object, path, { waypoint: `${namespace}/${name}`, serves, target }, { related });
    }
  },
});
