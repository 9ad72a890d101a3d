import { hostnamesOf, routesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { listenerPlaces } from './listener-places.ts';

/** A route and a listener need a hostname in common; wildcards match on both sides. */
export const hostnameNotServed = defineRule<{ hostnames: readonly string[]; parent: string }>({
  slug: 'k8sroute/hostname-not-served',
  code: 'MSH0204',
  severity: 'error',
  summary: 'A listener of the parent serves at least one hostname of the route.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'KubernetesGateway', 'ListenerSet'],
  message: ({ hostnames, parent }) => `no listener of ${parent} serves ${hostnames.join(', ')}`,
  hint: 'Write a hostname that a listener serves, or add one to the listeners.',
  check(mesh, report) {
    for (const { object, parents } of mesh.derive(routesOf)) {
      for (const { ref, outcome } of parents) {
        if (outcome.state !== 'listeners' || outcome.verdict !== 'hostname') continue;
        const related = [
          { object, path: ref.path, message: 'the parent' },
          ...listenerPlaces(outcome.deciding, 'serves other hosts'),
        ];
        const args = { hostnames: hostnamesOf(object), parent: ref.label };
        report(object, ['spec', 'hostnames'], args, { related });
      }
    }
  },
});
