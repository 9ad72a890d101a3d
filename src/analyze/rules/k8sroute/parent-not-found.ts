import { mayExist, routesOf, type Parent } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';

/** A route whose parent does not exist is nowhere to be found, and its status does not say a word. */
export const parentNotFound = defineRule<{ parent: string }>({
  slug: 'k8sroute/parent-not-found',
  code: 'MSH0200',
  severity: 'error',
  summary: 'Every parent that a route of Gateway API names exists.',
  hint: 'Mend the name, or add `namespace` for a parent in another namespace.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'KubernetesGateway', 'ListenerSet', 'Service'],
  message: ({ parent }) => `there is no ${parent}`,
  check(mesh, report) {
    for (const { object, parents } of mesh.derive(routesOf)) {
      for (const { ref, outcome } of parents) {
        if (outcome.state !== 'missing') continue;
        const details = isKnown(mesh, ref) ? {} : mayExist(ref.label);
        report(object, ref.path, { parent: ref.label }, details);
      }
    }
  },
});

function isKnown(mesh: Mesh, { kind, namespace }: Parent['ref']): boolean {
  if (kind === 'Service') return mesh.isGiven(namespace);
  if (kind === 'Gateway') return mesh.isKnown('KubernetesGateway', namespace);
  return mesh.isKnown(kind === 'ListenerSet' ? 'ListenerSet' : 'ServiceEntry', namespace);
}
