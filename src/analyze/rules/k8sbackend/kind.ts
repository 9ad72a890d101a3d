import { backendsOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** Istio sends requests to Services, hosts, ServiceImports and InferencePools. */
export const kind = defineRule<{ kind: string; group: string }>({
  slug: 'k8sbackend/kind',
  code: 'MSH0214',
  severity: 'error',
  summary: 'Every backend is of a kind that Istio sends requests to.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'],
  message: ({ kind: held, group }) =>
    `Istio sends nothing to a ${held} of ${group === '' ? 'the core group' : group}`,
  hint: 'Kinds are Service (group ""), Hostname (networking.istio.io), ServiceImport (multicluster.x-k8s.io) and InferencePool (inference.networking.k8s.io).',
  check(mesh, report) {
    for (const { route, path, kind: held, group, fault } of mesh.derive(backendsOf))
      if (fault === 'kind') report(route.object, [...path, 'kind'], { kind: held, group });
  },
});
