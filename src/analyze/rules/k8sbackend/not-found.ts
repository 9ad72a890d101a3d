import { backendsOf, mayExist } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** Requests for a backend that does not exist are answered with 500. */
export const notFound = defineRule<{ backend: string }>({
  slug: 'k8sbackend/not-found',
  code: 'MSH0210',
  severity: 'error',
  summary: 'Every backend of a route exists.',
  hint: 'Mend the name, or add `namespace` for a Service of another namespace.',
  kinds: [
    'HTTPRoute',
    'GRPCRoute',
    'TLSRoute',
    'TCPRoute',
    'Service',
    'ServiceEntry',
    'ServiceImport',
    'InferencePool',
  ],
  message: ({ backend }) => `there is no ${backend}`,
  check(mesh, report) {
    for (const { route, path, kind, namespace, name, fault } of mesh.derive(backendsOf)) {
      if (fault !== 'not-found' && fault !== 'undecided') continue;
      const backend = kind === 'Hostname' ? `host ${name}` : `${kind} ${namespace}/${name}`;
      report(route.object, path, { backend }, fault === 'undecided' ? mayExist(backend) : {});
    }
  },
});
