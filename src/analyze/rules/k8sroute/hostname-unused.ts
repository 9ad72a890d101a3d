import {
  hostnamesMeet,
  hostnamesOf,
  isOfMesh,
  routesOf,
  type Listener,
  type Route,
} from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { listenerPlaces } from './listener-places.ts';

/** One hostname that fits is enough for a route to be accepted; the others are dropped without a word. */
export const hostnameUnused = defineRule<{ hostname: string }>({
  slug: 'k8sroute/hostname-unused',
  code: 'MSH0205',
  severity: 'warning',
  summary: 'Every hostname of a route is served by a listener that the route is attached to.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'KubernetesGateway', 'ListenerSet'],
  message: ({ hostname }) => `no listener that the route is attached to serves ${hostname}`,
  hint: 'Remove the hostname, or add it to a listener.',
  check(mesh, report) {
    for (const route of mesh.derive(routesOf)) {
      const listeners = allListeners(route);
      if (listeners.length === 0) continue;
      for (const [index, hostname] of hostnamesOf(route.object).entries()) {
        if (listeners.some((listener) => hostnamesMeet(hostname, listener.hostname))) continue;
        const related = listenerPlaces(listeners, 'serves other hosts');
        report(route.object, ['spec', 'hostnames', index], { hostname }, { related });
      }
    }
  },
});

/** The listeners that a route is attached to; none when other parents, which nobody knows, may serve more. */
function allListeners({ parents }: Route): readonly Listener[] {
  const atGateways = parents.filter(({ ref }) => !isOfMesh(ref));
  const outcomes = atGateways.map(({ outcome }) => outcome);
  const isKnown = outcomes.every(
    (outcome) => outcome.state === 'listeners' && outcome.verdict !== 'undecided',
  );
  if (!isKnown) return [];
  return outcomes.flatMap((outcome) => (outcome.state === 'listeners' ? outcome.attached : []));
}
