import { backendsOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** Services are named by name and namespace, other hosts by host alone; a mix of the two costs the whole route. */
export const name = defineRule<{ name: string; kind: string }>({
  slug: 'k8sbackend/name',
  code: 'MSH0213',
  severity: 'error',
  summary: 'Backends of kind Service have the name of a Service, those of kind Hostname no namespace.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'],
  message: ({ name: held, kind }) =>
    kind === 'Hostname'
      ? `the host ${held} belongs to no namespace, so the whole route is dropped`
      : `${held} is not the name of a ${kind}, so the whole route is dropped`,
  hint: 'Give name and `namespace` of a Service; hosts of ServiceEntries have `group: networking.istio.io`, `kind: Hostname`.',
  check(mesh, report) {
    for (const { route, path, kind, name: held, fault } of mesh.derive(backendsOf)) {
      const field = fault === 'name-is-hostname' ? 'name' : 'namespace';
      if (fault === 'name-is-hostname' || fault === 'namespace-on-hostname')
        report(route.object, [...path, field], { name: held, kind });
    }
  },
});
