import { mayExist, routesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { listenerPlaces } from './listener-places.ts';

type Reason = 'namespace' | 'kind' | 'undecided';

/** Listeners say which namespaces and which kinds of routes they take: `allowedRoutes`. */
export const notAdmitted = defineRule<{ parent: string; kind: string; namespace: string; reason: Reason }>({
  slug: 'k8sroute/not-admitted',
  code: 'MSH0206',
  severity: 'error',
  summary: 'The parents of a route take routes of its namespace and kind.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'KubernetesGateway', 'ListenerSet', 'Namespace'],
  message: ({ parent, kind, namespace, reason }) => {
    if (reason === 'kind') return `no listener of ${parent} that could serve it takes a ${kind}`;
    return reason === 'namespace'
      ? `no listener of ${parent} takes routes of the namespace ${namespace}`
      : `whether ${parent} takes routes of the namespace ${namespace} depends on labels of the Namespace`;
  },
  hint: 'Change `allowedRoutes` of the listener: `namespaces.from` is `Same` unless it says otherwise.',
  check(mesh, report) {
    for (const { object, parents } of mesh.derive(routesOf)) {
      for (const { ref, outcome } of parents) {
        if (outcome.state !== 'listeners') continue;
        const reason = reasonOf(outcome.verdict);
        if (reason === undefined) continue;
        const { kind, namespace } = object;
        const related = listenerPlaces(outcome.deciding, 'decides by `allowedRoutes`');
        const unsure = reason === 'undecided' ? mayExist(`Namespace ${namespace}`) : {};
        report(object, ref.path, { parent: ref.label, kind, namespace, reason }, { related, ...unsure });
      }
    }
  },
});

function reasonOf(verdict: string): Reason | undefined {
  if (verdict === 'protocol') return 'kind';
  return verdict === 'namespace' || verdict === 'kind' || verdict === 'undecided' ? verdict : undefined;
}
