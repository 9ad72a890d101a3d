import { gatewaysOf, isBoundOtherwise, isWaypoint, type Listener } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A waypoint listens for HBONE on port 15008; an east-west gateway for that with TLS, or for TLS that it passes on. */
export const waypointListener = defineRule<{ listener: string; role: 'waypoint' | 'east-west' }>({
  slug: 'k8slistener/waypoint-listener',
  code: 'MSH0224',
  severity: 'warning',
  summary: 'The listeners of waypoints and east-west gateways are those that the mesh uses.',
  kinds: ['KubernetesGateway'],
  message: ({ listener, role }) =>
    role === 'waypoint'
      ? `a waypoint has one listener, for HBONE on port 15008: ${listener} is not served`
      : `an east-west gateway takes HBONE on port 15008 with TLS mode Terminate, or TLS with Passthrough: ${listener} is not served`,
  check(mesh, report) {
    for (const model of mesh.derive(gatewaysOf)) {
      const { role, listeners } = model;
      const kind = isWaypoint(role) ? 'waypoint' : role;
      if ((kind !== 'waypoint' && kind !== 'east-west') || isBoundOtherwise(mesh, model)) continue;
      for (const listener of listeners) {
        if (kind === 'waypoint' ? isOfMesh(listener) : isOfNetwork(listener)) continue;
        report(listener.owner, listener.path, { listener: listener.name, role: kind });
      }
    }
  },
});

const isOfMesh = ({ port, protocol }: Listener): boolean => port === 15008 && protocol === 'HBONE';

const isOfNetwork = (listener: Listener): boolean => {
  const mode = listener.spec.tls?.mode;
  return isOfMesh(listener) ? mode === 'Terminate' : listener.protocol === 'TLS' && mode === 'Passthrough';
};
