import { backendsOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A backend without a port costs the whole route. */
export const portMissing = defineRule<{ backend: string }>({
  slug: 'k8sbackend/port-missing',
  code: 'MSH0212',
  severity: 'error',
  summary: 'Every backend of a route names a port.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'],
  message: ({ backend }) => `${backend} has no port, so the whole route is dropped`,
  hint: 'Add `port`.',
  check(mesh, report) {
    for (const { route, path, kind, name, fault } of mesh.derive(backendsOf)) {
      // The API server itself asks for the port of a Service.
      if (fault === 'port-missing' && kind !== 'Service')
        report(route.object, path, { backend: `${kind} ${name}` });
    }
  },
});
