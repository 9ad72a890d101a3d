import { routesOf, type Parent } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** Routes are attached to Gateways, ListenerSets, Services and ServiceEntries; Istio passes over all other parents. */
export const parentKind = defineRule<{ parent: string; reason: 'kind' | 'class' | 'listener-set' }>({
  slug: 'k8sroute/parent-kind',
  code: 'MSH0201',
  severity: 'error',
  summary: 'Every parent of a route is of a kind that takes routes.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'KubernetesGateway', 'ListenerSet'],
  message: ({ parent, reason }) => {
    if (reason === 'kind') return `Istio attaches no route to ${parent}: it is of a kind without routes`;
    if (reason === 'class') return `${parent} takes no routes: its class only marks the gateway of a network`;
    return `${parent} takes no routes: it is part of no Gateway`;
  },
  hint: 'Parents are Gateways and ListenerSets (group gateway.networking.k8s.io), Services (group "") and ServiceEntries (group networking.istio.io).',
  check(mesh, report) {
    for (const { object, parents } of mesh.derive(routesOf)) {
      for (const { ref, outcome } of parents) {
        const reason = reasonOf(outcome);
        if (reason === undefined) continue;
        const echo = reason === 'listener-set' && { echoOf: `ListenerSet ${ref.namespace}/${ref.name}` };
        report(object, ref.path, { parent: ref.label, reason }, { ...echo });
      }
    }
  },
});

function reasonOf({ state }: Parent['outcome']): 'kind' | 'class' | 'listener-set' | undefined {
  if (state === 'kind') return 'kind';
  if (state === 'remote') return 'class';
  return state === 'lost' ? 'listener-set' : undefined;
}
