import { routeKinds, servedListeners } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** The protocol of a listener decides what kinds of routes it can take; `allowedRoutes.kinds` chooses among them. */
export const routeKindsRule = defineRule<{ kind: string; protocol: string; possible: readonly string[] }>({
  slug: 'k8slistener/route-kinds',
  code: 'MSH0223',
  severity: 'warning',
  summary: 'The kinds of routes that a listener allows go with its protocol.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  message: ({ kind, protocol, possible }) =>
    `a listener for ${protocol} takes no ${kind}${possible.length === 0 ? '' : `, only ${possible.join(' and ')}`}`,
  check(mesh, report) {
    for (const { owner, path, spec, protocol } of mesh.derive(servedListeners)) {
      const { invalid, possible } = routeKinds(spec, 'gateway');
      for (const index of invalid) {
        const { kind = '' } = spec.allowedRoutes?.kinds?.[index] ?? {};
        report(owner, [...path, 'allowedRoutes', 'kinds', index], { kind, protocol, possible });
      }
    }
  },
});
