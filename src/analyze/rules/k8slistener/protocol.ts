import { gatewaysOf, isIstios, isWaypoint, listenerSetsOf, protocolFault } from '../../gateway-api/index.ts';
import type { Listener, Role } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';

/** Istio listens for HTTP, HTTPS, TLS and TCP, in capitals. */
export const protocol = defineRule<{ protocol: string; reason: 'case' | 'unsupported' }>({
  slug: 'k8slistener/protocol',
  code: 'MSH0222',
  severity: 'error',
  summary: 'The protocol of a listener is one that Istio has.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  message: ({ protocol: held, reason }) =>
    reason === 'case'
      ? `protocols are written in capitals: ${held.toUpperCase()}`
      : `Istio does not listen for the protocol ${held} here`,
  hint: 'Protocols are HTTP, HTTPS, TLS and TCP; HBONE for waypoints and east-west gateways.',
  check(mesh, report) {
    for (const { listener, role } of listenersWithRoles(mesh)) {
      const reason = protocolFault(listener.spec, role);
      if (reason !== undefined)
        report(listener.owner, [...listener.path, 'protocol'], { protocol: listener.protocol, reason });
    }
  },
});

/** The rule `waypoint-listener` judges those of waypoints. */
const listenersWithRoles = (mesh: Mesh): readonly { readonly listener: Listener; readonly role: Role }[] => [
  ...mesh
    .derive(gatewaysOf)
    .filter(({ role }) => isIstios(role) && !isWaypoint(role) && role !== 'east-west')
    .flatMap(({ role, listeners }) => listeners.map((listener) => ({ listener, role }))),
  ...mesh
    .derive(listenerSetsOf)
    .filter(({ state }) => state === 'joined' || state === 'undecided')
    .flatMap(({ listeners, gateway }) =>
      listeners.map((listener) => ({ listener, role: gateway?.role ?? 'gateway' })),
    ),
];
