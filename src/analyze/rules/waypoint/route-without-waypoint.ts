import { routesOf, waypointLabel } from '../../gateway-api/index.ts';
import { isAmbientNamespace } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** In ambient mode only a waypoint acts on the routes of a Service. */
export const routeWithoutWaypoint = defineRule<{ service: string }>({
  slug: 'waypoint/route-without-waypoint',
  code: 'MSH0252',
  severity: 'warning',
  summary: 'A Service in ambient mode that routes are for has a waypoint.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'Service', 'ServiceEntry', 'Namespace'],
  message: ({ service }) => `${service} is in ambient mode and has no waypoint, so nothing acts on the route`,
  hint: 'Label the Service or its Namespace with istio.io/use-waypoint.',
  check(mesh, report) {
    for (const { object, parents } of mesh.derive(routesOf)) {
      for (const { ref, outcome } of parents) {
        if (outcome.state !== 'mesh' || !lacksWaypoint(mesh, outcome.target)) continue;
        const related = [{ object: outcome.target, path: ['metadata'], message: 'the parent' }];
        report(object, ref.path, { service: ref.label }, { related });
      }
    }
  },
});

function lacksWaypoint(mesh: Mesh, { namespace, labels }: MeshObject): boolean {
  if (!isAmbientNamespace(mesh, namespace)) return false;
  const home = mesh.find('Namespace', '', namespace)?.labels ?? {};
  const waypoint = labels[waypointLabel] ?? home[waypointLabel] ?? '';
  return waypoint === '' || waypoint === 'none';
}
