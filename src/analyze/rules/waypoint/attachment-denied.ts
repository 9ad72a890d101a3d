import { waypointUsesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';

/** A waypoint serves its own namespace unless its listener lets others in. */
export const attachmentDenied = defineRule<{ waypoint: string }>({
  slug: 'waypoint/attachment-denied',
  code: 'MSH0247',
  severity: 'error',
  summary: 'A waypoint of another namespace lets in those who use it.',
  kinds: ['Namespace', 'Service', 'ServiceEntry', 'KubernetesGateway', 'GatewayClass', ...workloadKinds],
  message: ({ waypoint }) => `waypoint ${waypoint} does not serve this namespace`,
  hint: 'Set `allowedRoutes.namespaces` of its listener for HBONE.',
  check(mesh, report) {
    for (const { object, path, namespace, name, fault, model } of mesh.derive(waypointUsesOf)) {
      if (fault !== 'denied' || model === undefined) continue;
      const related = [{ object: model.gateway, path: ['spec', 'listeners'], message: 'its listener' }];
      report(object, path, { waypoint: `${namespace}/${name}` }, { related });
    }
  },
});
